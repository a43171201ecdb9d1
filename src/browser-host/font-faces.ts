import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** Origin that printed pages seem to come from. `.invalid` can never be a real host (RFC 2606). */
export const ORIGIN = 'http://document.invalid';

/** One sliced style sheet of an npm package and the family and weight that pages know it by. */
export interface FontFace {
  readonly family: FontFamily;
  readonly weight: number;
  readonly stylesheet: string;
}

/**
 * Families that printed pages can name whatever the system has:
 * `Nianbao Song` (Noto Serif SC; text, bold for titles: 宋体, 仿宋, 小标宋), `Nianbao Hei` (Noto Sans SC: 黑体) and
 * `Nianbao Kai` (LXGW WenKai: 楷体). Each has weights 400 and 700; characters that one lacks come from LXGW WenKai.
 */
type FontFamily = 'Nianbao Song' | 'Nianbao Hei' | 'Nianbao Kai';

// Static slices: variable fonts are embedded as Type 3, and whole files make readers extract Kangxi radicals.
/** The faces of the families. */
export const fontFaces: readonly FontFace[] = [
  { family: 'Nianbao Song', weight: 400, stylesheet: '@fontsource/noto-serif-sc/400.css' },
  { family: 'Nianbao Song', weight: 700, stylesheet: '@fontsource/noto-serif-sc/700.css' },
  { family: 'Nianbao Hei', weight: 400, stylesheet: '@fontsource/noto-sans-sc/400.css' },
  { family: 'Nianbao Hei', weight: 700, stylesheet: '@fontsource/noto-sans-sc/700.css' },
  { family: 'Nianbao Kai', weight: 400, stylesheet: 'lxgw-wenkai-webfont/lxgwwenkai-regular.css' },
  { family: 'Nianbao Kai', weight: 700, stylesheet: 'lxgw-wenkai-webfont/lxgwwenkai-bold.css' },
];

/** What an operator may put a font of their own in the place of. */
export type FontRole = 'fangsong' | 'xiaobiaosong' | 'heiti' | 'kaiti';

/** Paths of TrueType files, which `faultOfFont` has passed. */
export type OperatorFonts = Readonly<Partial<Record<FontRole, string | undefined>>>;

/** Which faces of the families each stands for. */
export const facesOfRole: Readonly<Record<FontRole, readonly Omit<FontFace, 'stylesheet'>[]>> = {
  fangsong: [{ family: 'Nianbao Song', weight: 400 }],
  xiaobiaosong: [{ family: 'Nianbao Song', weight: 700 }],
  heiti: [400, 700].map((weight) => ({ family: 'Nianbao Hei', weight })),
  kaiti: [400, 700].map((weight) => ({ family: 'Nianbao Kai', weight })),
};

/** The whole font, regular and bold, that fills every gap: rare characters, families that nobody has, page foots. */
export const LAST_RESORT = [500, 700].map(
  (weight) => `@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-${weight}-normal.woff`,
);

const require = createRequire(import.meta.url);

/** Path on disk of a file of an npm package. */
export function packageFile(specifier: string): string {
  return require.resolve(specifier);
}

/** Folder on disk that a face's style sheet and its `files` folder are in. */
export function faceFolder(face: FontFace): string {
  return dirname(packageFile(face.stylesheet));
}
