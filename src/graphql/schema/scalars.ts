import { GraphQLError, GraphQLScalarType } from 'graphql';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { DateTimeResolver, JSONObjectResolver, LocalDateResolver } from 'graphql-scalars';
import { builder } from '../builder.ts';

function parseCount(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new GraphQLError('A Count is a whole number from 0 to 2^53-1.');
}

/** A sum that a double does not hold comes as its digits, and is not rounded. */
function serializeCount(value: unknown): number {
  if (typeof value !== 'string') return Number(value);
  throw new NianbaoError('COUNT_TOO_LARGE', { digits: value });
}

builder.addScalarType('DateTime', DateTimeResolver);
builder.addScalarType('LocalDate', LocalDateResolver);
builder.addScalarType('JSONObject', JSONObjectResolver);

// A stored figure may break the rules (negative, with a fraction): it is shown as it is, and the checks say so.
builder.addScalarType(
  'Count',
  new GraphQLScalarType({
    name: 'Count',
    description: 'A whole number of pieces (件), 0 to 2^53-1, as a JSON number: sums over a country pass 2^31.',
    serialize: serializeCount,
    parseValue: parseCount,
  }),
);

builder.scalarType('CountChange', {
  description: 'A change of a number of pieces (本年增/减): a whole number of either sign, as a JSON number.',
  serialize: Number,
  parseValue: (value) => {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    throw new GraphQLError('A CountChange is a whole number.');
  },
});

builder.scalarType('Decimal', {
  description: 'An exact decimal number as a JSON string, for example "72701.2578"; money is in 10,000 yuan (万元).',
  serialize: String,
  parseValue: (value) => {
    if (typeof value === 'string' && /^\d{1,30}(?:\.\d{1,10})?$/u.test(value)) return value;
    throw new GraphQLError('A Decimal is a string of digits with an optional fraction.');
  },
});

builder.scalarType('File', {
  description: 'A file, uploaded as the GraphQL multipart request specification says.',
  serialize: () => {
    throw new GraphQLError('A File can only be sent.');
  },
  parseValue: (value) => {
    if (value instanceof File || (typeof value === 'object' && value !== null && 'arrayBuffer' in value))
      return value as File;
    throw new GraphQLError('A File must be uploaded as a part of a multipart request.');
  },
});
