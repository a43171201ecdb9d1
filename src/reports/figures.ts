/** A figure: whole pieces as a number, money as an exact decimal string, null where the source is blank or has a nil mark. */
export type Figure = number | string | null;

/** Values by the segments of their cell paths. */
export interface PathTree<Value> {
  readonly [segment: string]: Value | PathTree<Value>;
}

/** The figures of a report; may be a part of them when a query asked for a part. */
export type FigureTree = PathTree<Figure>;

/** What the source wrote, only for cells where that is not the plain number. */
export type RawTree = PathTree<string>;

function isBranch<Value>(node: Value | PathTree<Value> | undefined): node is PathTree<Value> {
  return typeof node === 'object' && node !== null;
}

/** The value at a path, or undefined when it is not there. */
export function readPath<Value extends Figure>(tree: PathTree<Value>, path: string): Value | undefined {
  let node: Value | PathTree<Value> | undefined = tree;
  for (const segment of path.split('.')) {
    if (!isBranch(node) || !Object.hasOwn(node, segment)) return undefined;
    node = node[segment];
  }
  return isBranch(node) ? undefined : node;
}

/** A tree of values from their paths. */
export function treeOf<Value>(entries: Iterable<readonly [path: string, value: Value]>): PathTree<Value> {
  const root: Record<string, unknown> = {};
  for (const [path, value] of entries) {
    const segments = path.split('.');
    const last = segments.pop() ?? '';
    let node = root;
    for (const segment of segments) node = (node[segment] ??= {}) as Record<string, unknown>;
    node[last] = value;
  }
  return root as PathTree<Value>;
}

/** Every value of a tree with its path. */
export function* entriesOf<Value>(tree: PathTree<Value>, above = ''): Generator<readonly [string, Value]> {
  for (const [segment, node] of Object.entries(tree)) {
    const path = above === '' ? segment : `${above}.${segment}`;
    if (isBranch(node)) yield* entriesOf(node, path);
    else yield [path, node];
  }
}
