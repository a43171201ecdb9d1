import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap, type TreeAdapter } from 'parse5';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Source, SourceIdentity } from '../source.ts';
import { Blocks } from './blocks.ts';
import { addContent } from './html-content.ts';
import { attribute, elementsIn, textOf, type Element } from './html-tree.ts';
import { identityOf } from './metadata.ts';

/** Where the content of a page is likely to be, best first. */
const roots = ['article', 'main', 'body'] as const;

function holdsTables(element: Element): boolean {
  return elementsIn(element).some(({ tagName }) => tagName === 'table');
}

/** The first of the likely places that has tables; menus and footers stand outside of it. */
function contentOf(elements: readonly Element[]): Element | undefined {
  const candidates = roots.flatMap((name) => elements.filter(({ tagName }) => tagName === name));
  return candidates.find(holdsTables) ?? candidates.at(-1);
}

function identityIn(elements: readonly Element[]): SourceIdentity | undefined {
  const meta = (name: string) =>
    attribute(
      elements.find((element) => element.tagName === 'meta' && attribute(element, 'name') === name),
      'content',
    );
  const heading = elements.find(({ tagName }) => tagName === 'h1');
  return identityOf({ title: heading && textOf(heading), author: meta('author'), subject: meta('description') });
}

/** Pages nest some 30 elements and have some 10,000; more were made to exhaust the reader while it still parses. */
const bounds = { depth: 500, elements: 300_000 } as const;

function boundedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let [depth, elements] = [0, 0];
  return {
    ...defaultTreeAdapter,
    onItemPush: () => {
      if (++depth > bounds.depth) throw new NianbaoError('DOCUMENT_UNSAFE', { reason: `HTML > ${bounds.depth}` });
      if (++elements > bounds.elements)
        throw new NianbaoError('DOCUMENT_UNSAFE', { reason: `HTML > ${bounds.elements}` });
    },
    onItemPop: () => {
      depth--;
    },
  };
}

/** A page of HTML: headings, paragraphs and tables of its content. Nothing is fetched and nothing runs. */
export function readHtml(text: string): Source {
  const elements = elementsIn(parse(text, { sourceCodeLocationInfo: true, treeAdapter: boundedAdapter() }));
  const blocks = new Blocks();
  const content = contentOf(elements);
  if (content) addContent(blocks, content);
  return blocks.source(identityIn(elements));
}
