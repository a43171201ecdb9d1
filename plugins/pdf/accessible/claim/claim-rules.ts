import type { PdfFile } from '../file/pdf-file.ts';
import { textOf } from '../file/values.ts';
import { elementsOf, type Element } from '../structure/structure-tree.ts';
import { tableFaults } from './table-faults.ts';

/** What the finished document is known by. */
export interface Finished {
  readonly file: PdfFile;
  readonly title: string;
  readonly language: string;
  readonly document: Element;
  /** A shown glyph is the one for what is missing. */
  readonly lacksGlyphs: boolean;
  /** A shown glyph says no text, or a font of unknown kind may. */
  readonly lacksTexts: boolean;
  /** Something is shown that is neither read nor an artifact. */
  readonly showsUnowned: boolean;
}

/** What must hold before the claim may be made; ids are clauses of ISO 14289-1 and veraPDF's numbers of tests. */
export const claimRules: readonly { readonly id: string; readonly holds: (finished: Finished) => boolean }[] = [
  { id: '7.1-3', holds: ({ showsUnowned }) => !showsUnowned },
  { id: '7.1-5', holds: every(({ type }) => standardTypes.has(type)) },
  { id: '7.1-9', holds: ({ title }) => title.trim() !== '' },
  { id: '7.2-29', holds: ({ language }) => /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/u.test(language) },
  { id: '7.2-3', holds: every(({ type, kids }) => type !== 'Table' || /^(?:Caption )?(?:TR )*$/u.test(typesOf(kids))) },
  { id: '7.2-10', holds: every(({ type, kids }) => type !== 'TR' || /^(?:T[HD] )*$/u.test(typesOf(kids))) },
  { id: '7.2-15', holds: ({ document, file }) => tableFaults(document, file).length === 0 },
  { id: '7.2-19', holds: every(({ type, kids }) => type !== 'L' || /^(?:Caption )?(?:LI? )*$/u.test(typesOf(kids))) },
  { id: '7.2-20', holds: every(({ type, kids }) => type !== 'LI' || /^(?:(?:Lbl|LBody) )*$/u.test(typesOf(kids))) },
  { id: '7.3-1', holds: every(({ type, dict }) => type !== 'Figure' || (textOf(dict.get('Alt')) ?? '') !== '') },
  { id: '7.4.2-1', holds: ({ document }) => areHeadingsInOrder(document) },
  { id: '7.18.5-1', holds: ({ document, file }) => areLinksTagged(document, file) },
  { id: '7.21.7-1', holds: ({ lacksTexts }) => !lacksTexts },
  { id: '7.21.8-1', holds: ({ lacksGlyphs }) => !lacksGlyphs },
];

/** Standard types of PDF 1.7 that the browser uses, and those that the role map leads to one of them. */
const standardTypes = new Set(
  `Document Part Art Sect Div BlockQuote Caption Index NonStruct P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD Span
  Quote Note Reference Code Link Annot Figure Formula Form Strong Em`.split(/\s+/u),
);

function every(holds: (element: Element) => boolean) {
  return ({ document }: Finished): boolean => {
    for (const element of elementsOf(document)) if (!holds(element)) return false;
    return true;
  };
}

function typesOf(kids: Element['kids']): string {
  return kids.map((kid) => ('element' in kid ? `${kid.element.type} ` : '')).join('');
}

function areHeadingsInOrder(document: Element): boolean {
  let last = 0;
  for (const { type } of elementsOf(document)) {
    const level = Number(/^H([1-6])$/u.exec(type)?.[1] ?? Number.NaN);
    if (level > last + 1) return false;
    if (!Number.isNaN(level)) last = level;
  }
  return true;
}

function areLinksTagged(document: Element, file: PdfFile): boolean {
  const tagged = new Set<unknown>();
  for (const { type, kids } of elementsOf(document)) {
    for (const kid of kids) if (type === 'Link' && 'annotation' in kid) tagged.add(file.get(kid.annotation));
  }
  const annotations = file.pages.flatMap(({ dict }) => file.list(dict.get('Annots')).map((one) => file.get(one)));
  return annotations.every((one) => tagged.has(one));
}
