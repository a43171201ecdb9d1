import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faceFolder, facesOfRole, fontFaces, packageFile } from './font-faces.ts';
import type { FontFace, FontRole, OperatorFonts } from './font-faces.ts';

/** The fonts as printed pages fetch them. */
export interface FontLibrary {
  /** Path of the style sheet on the pages' origin. */
  readonly stylesheetPath: string;
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

const STYLESHEET_PATH = '/fonts.css';

/**
 * Reads the style sheets of all faces; the slices themselves are read when a page asks for them. Fonts of the operator
 * come after: characters that they lack are taken from the face in whose place they stand.
 */
export async function createFontLibrary(own: OperatorFonts = {}): Promise<FontLibrary> {
  const files = new Map<string, string>();
  const sheets = await Promise.all(fontFaces.map((face, index) => faceSheet(face, index, files)));
  const given = Object.entries(own).filter((entry): entry is [FontRole, string] => entry[1] !== undefined);
  const owned = await Promise.all(given.map(([role, file]) => ownSheet(role, file, files)));
  const content = Buffer.from([...sheets, ...owned].join('\n'));
  return {
    stylesheetPath: STYLESHEET_PATH,
    version: createHash('sha256').update(content).digest('hex').slice(0, 16),
    read: async (path) => {
      if (path === STYLESHEET_PATH) return { mediaType: 'text/css; charset=utf-8', content };
      const file = files.get(path);
      if (file === undefined) return undefined;
      return { mediaType: path.endsWith('.ttf') ? 'font/ttf' : 'font/woff2', content: await readFile(file) };
    },
  };
}

// Only slices that a style sheet names get a path, so no path of a page ever becomes a path on disk.
async function faceSheet(face: FontFace, index: number, files: Map<string, string>): Promise<string> {
  const css = await readFile(packageFile(face.stylesheet), 'utf8');
  const rules = css.match(/@font-face\s*\{[^}]*\}/g) ?? [];
  return rules
    .map((rule, slice) => {
      const name = /files\/([\w.-]+\.woff2)/.exec(rule)?.[1] ?? '';
      const range = /unicode-range:\s*([^;}]*)/.exec(rule)?.[1]?.trim() ?? '';
      const path = `/fonts/${index}/${slice}.woff2`;
      files.set(path, join(faceFolder(face), 'files', name));
      return faceRule(face, `url(${path}) format('woff2')`, range);
    })
    .join('\n');
}

// Its digest is part of its path, so that another font is another style sheet, and another version of the library.
async function ownSheet(role: FontRole, file: string, files: Map<string, string>): Promise<string> {
  const digest = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 16);
  const path = `/fonts/${role}-${digest}.ttf`;
  files.set(path, file);
  return facesOfRole[role].map((face) => faceRule(face, `url(${path}) format('truetype')`)).join('\n');
}

// `block`: with `swap` a page could be printed in the fallback font.
function faceRule({ family, weight }: Omit<FontFace, 'stylesheet'>, source: string, range = ''): string {
  const part = range === '' ? '' : `;unicode-range:${range}`;
  return `@font-face{font-family:'${family}';font-weight:${weight};font-display:block;src:${source}${part}}`;
}
