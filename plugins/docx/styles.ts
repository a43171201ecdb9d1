import { AlignmentType, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import { indent, lineHeight, sizes } from './measures.ts';
import type { DocxOptions } from './options.ts';

/** A face for Chinese with its companion for Latin letters and digits. */
export function faceOf(name: string) {
  return {
    ascii: 'Times New Roman',
    hAnsi: 'Times New Roman',
    cs: 'Times New Roman',
    eastAsia: name,
    hint: 'eastAsia',
  };
}

const onGrid = { spacing: { line: lineHeight, lineRule: LineRuleType.EXACT, before: 0, after: 0 } };

/** Styles of headings inside a paragraph, by level. */
export const runInStyles: Readonly<Record<number, string>> = { 3: 'RunInHeading2', 4: 'RunInHeading3' };

function headingStyle(level: 1 | 2 | 3, font: string, bold: boolean): IParagraphStyleOptions {
  return {
    id: `Heading${level}`,
    name: `heading ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { font: faceOf(font), size: sizes.body, bold },
    paragraph: { ...onGrid, indent: { firstLine: indent }, keepNext: true, outlineLevel: level - 1 },
  };
}

function titleStyle({ titleFont }: DocxOptions): IParagraphStyleOptions {
  return {
    id: 'Title',
    name: 'Title',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { font: faceOf(titleFont), size: sizes.title, bold: true },
    paragraph: {
      alignment: AlignmentType.CENTER,
      indent: { firstLine: 0 },
      spacing: { line: 700, lineRule: LineRuleType.EXACT, before: 0, after: lineHeight },
    },
  };
}

function tableStyles({ bodyFont, headingFont }: DocxOptions): IParagraphStyleOptions[] {
  const tight = { indent: { firstLine: 0 }, spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 } };
  const small = { basedOn: 'Normal', run: { font: faceOf(bodyFont), size: sizes.table } };
  return [
    { ...small, id: 'TableText', name: 'Table Text', paragraph: tight },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { font: faceOf(headingFont), size: sizes.pageNumber },
      paragraph: { ...tight, keepNext: true, spacing: { ...tight.spacing, before: 200, after: 80 } },
    },
    { ...small, id: 'Note', name: 'Note', paragraph: { ...tight, spacing: { ...tight.spacing, before: 60 } } },
  ];
}

/** The styles of the document: real headings, so that a reader can jump from one to the next. */
export function stylesOf(options: DocxOptions, language: string): IStylesOptions {
  const { headingFont, subheadingFont, bodyFont } = options;
  const run = { font: faceOf(bodyFont), size: sizes.body, language: { value: language, eastAsia: language } };
  return {
    default: { document: { run, paragraph: { ...onGrid, alignment: AlignmentType.BOTH } } },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true, run, paragraph: { ...onGrid, indent: { firstLine: indent } } },
      titleStyle(options),
      headingStyle(1, headingFont, false),
      headingStyle(2, subheadingFont, false),
      headingStyle(3, bodyFont, true),
      ...tableStyles(options),
    ],
    characterStyles: [
      { id: 'RunInHeading2', name: 'Run-in heading 2', run: { font: faceOf(subheadingFont) } },
      { id: 'RunInHeading3', name: 'Run-in heading 3', run: { font: faceOf(bodyFont), bold: true } },
    ],
  };
}
