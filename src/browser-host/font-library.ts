import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faceFolder, fontFaces, packageFile, type FontFace } from './font-faces.ts';

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

/** Reads the style sheets of all faces; the slices themselves are read when a page asks for them. */
export async function createFontLibrary(): Promise<FontLibrary> {
  const files = new Map<string, string>();
  const sheets = await Promise.all(fontFaces.map((face, index) => faceSheet(face, index, files)));
  const content = Buffer.from(sheets.join('\n'));
  return {
    stylesheetPath: STYLESHEET_PATH,
    version: createHash('sha256').update(content).digest('hex').slice(0, 16),
    read: async (path) => {
      if (path === STYLESHEET_PATH) return { mediaType: 'text/css; charset=utf-8', content };
      const file = files.get(path);
      return file === undefined ? undefined : { mediaType: 'font/woff2', content: await readFile(file) };
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
      return faceRule(face, path, range);
    })
    .join('\n');
}

// `block`: with `swap` a page could be printed in the fallback font.
function faceRule({ family, weight }: FontFace, path: string, range: string): string {
  return `@font-face{font-family:'${family}';font-weight:${weight};font-display:block;src:url(${path}) format('woff2');unicode-range:${range}}`;
}
