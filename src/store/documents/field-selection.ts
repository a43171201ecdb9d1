import type { Fields } from '../report-store.ts';
import { isStorableKey } from './storable-keys.ts';

type Branch = Map<string, Branch | 'whole'>;

/** What a query reads of a document. */
export interface FieldSelection {
  /** Stored paths, none of which lies below another; undefined for the whole document. */
  readonly paths: readonly string[] | undefined;
  /** Copies the selected part, as MongoDB projects: scalars on the way are dropped, arrays gone through. */
  readonly pick: (document: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

/** Compiles asked fields. Paths that no document can have select nothing. */
export function selectFields(fields: Fields): FieldSelection {
  if (fields === 'all') return { paths: undefined, pick: (document) => ({ ...document }) };
  const root: Branch = new Map();
  for (const field of fields) addPath(root, field.split('.'));
  return { paths: [...pathsOf(root)], pick: (document) => pickBranch(document, root) };
}

function addPath(root: Branch, segments: readonly string[]): void {
  if (!segments.every(isStorableKey)) return;
  let branch = root;
  for (const segment of segments.slice(0, -1)) {
    const below = branch.get(segment) ?? new Map();
    if (below === 'whole') return;
    branch.set(segment, below);
    branch = below;
  }
  branch.set(segments.at(-1) ?? '', 'whole');
}

function* pathsOf(branch: Branch, above = ''): Generator<string> {
  for (const [segment, below] of branch) {
    if (below === 'whole') yield above + segment;
    else yield* pathsOf(below, `${above}${segment}.`);
  }
}

function pickBranch(source: object, branch: Branch): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [segment, below] of branch) {
    if (!Object.hasOwn(source, segment)) continue;
    const value = (source as Record<string, unknown>)[segment];
    const picked = below === 'whole' ? value : pickBelow(value, below);
    if (picked !== undefined) result[segment] = picked;
  }
  return result;
}

function pickBelow(value: unknown, branch: Branch): unknown {
  if (Array.isArray(value)) return value.map((item) => pickBelow(item, branch)).filter((item) => item !== undefined);
  const isDocument = typeof value === 'object' && value !== null && !(value instanceof Date);
  return isDocument ? pickBranch(value, branch) : undefined;
}
