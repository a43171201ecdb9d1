import { claimRules } from './claim/claim-rules.ts';
import { readPageContent, type PageContent } from './content/page-content.ts';
import { packed } from './file/deflate.ts';
import { PdfFile } from './file/pdf-file.ts';
import { Ref, type Dict } from './file/values.ts';
import { writeFile } from './file/write-file.ts';
import { MergedFonts } from './fonts/merged-fonts.ts';
import { describeLinks } from './links.ts';
import { readTitle, writeMetadata } from './metadata.ts';
import { layoutItems, repeatedItems, withoutItems, type Pages, type Removed } from './structure/prune.ts';
import { withStandardTypes } from './structure/standard-types.ts';
import { itemsOf, readStructure, type Element } from './structure/structure-tree.ts';
import { withCorners } from './structure/with-corners.ts';
import { writeStructure } from './structure/write-structure.ts';

const none: ReadonlySet<number> = new Set();

/** A PDF that was made accessible as far as possible. */
export interface AccessiblePdf {
  readonly bytes: Uint8Array;
  /** Rules of PDF/UA-1 that do not hold; only without any does the file claim to be that. */
  readonly faults: readonly string[];
}

/**
 * Makes PDF/UA-1 of what Chromium printed, which is nearly that: what is not read is marked so, repeated heads of tables
 * are read once, and what the standard asks for is added. The same print gives the same bytes.
 */
export function makeAccessible(printed: Uint8Array): AccessiblePdf {
  const file = new PdfFile(printed);
  const fonts = new MergedFonts(file);
  const pages = new Map(file.pages.map(({ ref, dict }) => [ref, readPage(file, dict, fonts)]));
  const { root, document: read } = readStructure(file);
  const marked = new Map([...pages].map(([ref, { items }]) => [ref, items]));
  const artifacts = { layout: layoutItems(read, marked), repeated: repeatedItems(read, marked) };
  const left = withoutItems(read, [artifacts.layout, artifacts.repeated]);
  const document = withCorners(file, withStandardTypes(file, left));
  for (const [ref, page] of pages) writePage(file, ref, page, artifacts);
  fonts.write();
  writeStructure(file, root, document);
  describeLinks(file);
  const showsUnowned = [...pages.values()].some((page) => page.showsUnowned) || hasOrphans(read, marked);
  const { lacksGlyphs, lacksTexts } = fonts;
  const finished = { file, document, showsUnowned, lacksGlyphs, lacksTexts, ...readTitle(file) };
  const faults = claimRules.filter(({ holds }) => !holds(finished)).map(({ id }) => id);
  writeMetadata(file, faults.length === 0);
  return { bytes: writeFile(file), faults };
}

/** Whether an item of a page has no place in the structure tree. */
function hasOrphans(document: Element, pages: Pages): boolean {
  const owned = new Map<Ref, Set<number>>();
  for (const { page, mcid } of itemsOf(document)) owned.set(page, (owned.get(page) ?? new Set()).add(mcid));
  return [...pages].some(([page, items]) => [...items.keys()].some((mcid) => owned.get(page)?.has(mcid) !== true));
}

function readPage(file: PdfFile, page: Dict, fonts: MergedFonts): PageContent {
  const resources = file.dict(page.get('Resources'));
  const named = resources.has('Font') ? file.dict(resources.get('Font')) : new Map();
  return readPageContent(file.contents(page.get('Contents')).toString('latin1'), (name) => {
    const ref: unknown = named.get(name);
    return ref instanceof Ref ? fonts.numbersOf(ref) : undefined;
  });
}

interface AllArtifacts {
  readonly layout: Removed;
  readonly repeated: Removed;
}

function writePage(file: PdfFile, ref: Ref, page: PageContent, { layout, repeated }: AllArtifacts): void {
  const text = page.write({ layout: layout.get(ref) ?? none, repeated: repeated.get(ref) ?? none });
  file.dict(ref).set('Contents', file.add(packed(text)));
}
