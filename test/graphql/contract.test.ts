import { readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '#graphql/schema/index.ts';

const contract = buildSchema(readFileSync(new URL('contract.graphql', import.meta.url), 'utf8'));

/** What the contract promises and is not built yet; the list only becomes shorter. */
const missing: readonly string[] = [];

describe('the contract that front ends are written against', () => {
  it('is kept, but for what is not built yet', () => {
    const changes = findBreakingChanges(contract, schema).map(({ type, description }) => `${type} ${description}`);
    expect(changes.sort()).toEqual(missing);
  });
});
