import { leafPaths, type HeaderNode } from 'nianbao/plugin-api';
import type { Manner } from './manner.ts';
import { plain } from './plain.ts';
import type { Words } from './words.ts';

/** The head of each leaf in words; empty where the leaf has none. */
export function spokenHeads(nodes: readonly HeaderNode[], { words, options }: Manner): string[] {
  return leafPaths(nodes).map((path) => {
    const labels = path.map(plain).filter((label) => label !== '');
    return (options.heads === 'short' ? labels.slice(-1) : labels).join(words.comma);
  });
}

/** The tree of heads in words, each group with its members. */
export function spokenTree(nodes: readonly HeaderNode[], words: Words): string[] {
  return nodes.map(({ label, children }) =>
    children.length === 0 ? plain(label) : words.group(plain(label), spokenTree(children, words)),
  );
}
