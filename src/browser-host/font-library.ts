import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { charactersOfPage } from './characters-of-page.ts';
import { faceFolder, facesOfRole, fontFaces, packageFile } from './font-faces.ts';
import type { FontFace, FontRole, OperatorFonts } from './font-faces.ts';
import { fontRule, FontRules, readRanges, type FontRule } from './font-rules.ts';

/** The fonts as printed pages fetch them. */
export interface FontLibrary {
  /** Rules of a style sheet for all that a page may show; files have paths on the page's own origin. */
  readonly rulesFor: (html: string) => string;
  /** All rules. */
  readonly stylesheet: string;
  /** Changes when any face does; part of a cache key. */
  readonly version: string;
  /** Bytes and media type at a path of the pages' origin, or undefined where nothing of ours is. */
  readonly read: (path: string) => Promise<FontFile | undefined>;
}

/** An answer to a page's request. */
interface FontFile {
  readonly mediaType: string;
  readonly content: Buffer;
}

interface SlicedRule extends FontRule {
  readonly range: string;
}

/**
 * Reads the style sheets of all faces; the slices themselves are read when a page asks for them. Fonts of the operator
 * come after: characters that they lack are taken from the face in whose place they stand.
 */
export async function createFontLibrary(own: OperatorFonts = {}): Promise<FontLibrary> {
  const files = new Map<string, string>();
  const sheets = await Promise.all(fontFaces.map((face, index) => faceRules(face, index, files)));
  const given = Object.entries(own).filter((entry): entry is [FontRole, string] => entry[1] !== undefined);
  const owned = await Promise.all(given.map(([role, file]) => ownRules(role, file, files)));
  const rules = [...sheets, ...owned].flat();
  const stylesheet = rules.map((rule) => fontRule(rule, rule.range)).join('\n');
  const index = new FontRules(rules);
  return {
    rulesFor: (html) => index.for(charactersOfPage(html)),
    stylesheet,
    version: createHash('sha256').update(stylesheet).digest('hex').slice(0, 16),
    read: async (path) => {
      const file = files.get(path);
      if (file === undefined) return undefined;
      return { mediaType: path.endsWith('.ttf') ? 'font/ttf' : 'font/woff2', content: await readFile(file) };
    },
  };
}

// Only slices that a style sheet names get a path, so no path of a page ever becomes a path on disk.
async function faceRules(face: FontFace, index: number, files: Map<string, string>): Promise<SlicedRule[]> {
  const css = await readFile(packageFile(face.stylesheet), 'utf8');
  const rules = css.match(/@font-face\s*\{[^}]*\}/g) ?? [];
  return rules.map((rule, slice) => {
    const name = /files\/([\w.-]+\.woff2)/.exec(rule)?.[1] ?? '';
    const range = /unicode-range:\s*([^;}]*)/.exec(rule)?.[1]?.trim() ?? '';
    const path = `/fonts/${index}/${slice}.woff2`;
    files.set(path, join(faceFolder(face), 'files', name));
    return slicedRule(face, `url(${path}) format('woff2')`, range);
  });
}

// Its digest is part of its path, so that another font is another style sheet, and another version of the library.
async function ownRules(role: FontRole, file: string, files: Map<string, string>): Promise<SlicedRule[]> {
  const digest = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 16);
  const path = `/fonts/${role}-${digest}.ttf`;
  files.set(path, file);
  return facesOfRole[role].map((face) => slicedRule(face, `url(${path}) format('truetype')`, ''));
}

// `block`: with `swap` a page could be printed in the fallback font.
function slicedRule({ family, weight }: Omit<FontFace, 'stylesheet'>, source: string, range: string): SlicedRule {
  const declarations = `font-family:'${family}';font-weight:${weight};font-display:block;src:${source}`;
  return { declarations, range, ranges: readRanges(range) };
}
