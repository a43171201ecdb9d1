import {
  getNullableType,
  getOperationAST,
  isListType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLField,
  type SelectionSetNode,
} from 'graphql';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { DEFAULT_LENGTH } from './pages.ts';

/**
 * What one query may ask for. A whole report is some 4,000 fields, 100 of them in a list 400,000. Tokens are counted
 * before the query is understood, the others before anything is looked up.
 */
export const queryLimits = { tokens: 10_000, depth: 20, breadth: 2_000, complexity: 1_000_000, mutations: 50 };

/** Fields that make a document cost as much as so many others. */
const drawing = new Set(['rendering', 'reviewSheet', 'trendRendering', 'renderReport']);
const DRAWING_COST = 1_000;

/** How many items a list of the schema has where nobody says: rows of a table, reviews, children. */
const LIST_LENGTH = 10;

interface Cost {
  readonly field: number;
  readonly multiplier: number;
}

/** What a field costs by itself, and how many times what is asked below it is fetched. */
export function costOf(args: Record<string, unknown>, _context: unknown, field: GraphQLField<unknown, never>): Cost {
  const cost = drawing.has(field.name) ? DRAWING_COST : 1;
  if (field.args.some(({ name }) => name === 'first')) {
    const length = args['first'] ?? args['last'];
    return { field: cost, multiplier: typeof length === 'number' ? length : DEFAULT_LENGTH };
  }
  // The edges are as many as the connection above them was asked for.
  const isList = isListType(getNullableType(field.type)) && field.name !== 'edges';
  return { field: cost, multiplier: isList ? LIST_LENGTH : 1 };
}

/** QUERY_TOO_LARGE with the measure that is exceeded, and by what. */
export function queryTooLarge(
  kind: string,
  found: Readonly<Record<'depth' | 'breadth' | 'complexity', number>>,
): NianbaoError {
  const measure = kind.toLowerCase() as keyof typeof found;
  return new NianbaoError('QUERY_TOO_LARGE', { measure, asked: found[measure], limit: queryLimits[measure] });
}

/** The names that the fields of a selection answer under, which is how many are executed; each fragment is looked at once. */
function answerNames({ selections }: SelectionSetNode, fragments: Map<string, SelectionSetNode>): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return (selection.alias ?? selection.name).value;
    if (selection.kind === Kind.INLINE_FRAGMENT) return answerNames(selection.selectionSet, fragments);
    const { value: name } = selection.name;
    const fragment = fragments.get(name);
    fragments.delete(name);
    return fragment ? answerNames(fragment, fragments) : [];
  });
}

/** QUERY_TOO_LARGE for an operation with too many mutations, each of which is a row of the audit log. */
export function tooManyMutations(document: DocumentNode, operationName?: string | null): NianbaoError | undefined {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.MUTATION) return undefined;
  const fragments = document.definitions.flatMap((one) =>
    one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet] as const] : [],
  );
  const asked = new Set(answerNames(operation.selectionSet, new Map(fragments))).size;
  const { mutations: limit } = queryLimits;
  return asked > limit ? new NianbaoError('QUERY_TOO_LARGE', { measure: 'mutations', asked, limit }) : undefined;
}
