import type { ReportContent } from '#reports/report.ts';

/** 手机号, 固定电话, 身份证号, 电子邮箱. */
export const personalDataKinds = ['MOBILE', 'TELEPHONE', 'ID_NUMBER', 'EMAIL'] as const;

/** A place of a text that looks like personal data. */
export interface PersonalData {
  /** `title`, or for example `narratives.overview`. */
  readonly path: string;
  readonly kind: (typeof personalDataKinds)[number];
  readonly text: string;
}

const patterns: Readonly<Record<PersonalData['kind'], RegExp>> = {
  ID_NUMBER: /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/gu,
  MOBILE: /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![\d.])/gu,
  TELEPHONE: /(?<![\d.])(?:[（(]0\d{2,3}[）)]|0\d{2,3}[-—－ ])[- ]?[2-9]\d{6,7}(?![\d.])/gu,
  EMAIL: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
};

/** Full-width letters, digits and signs as the narrow ones that they stand for; every character keeps its place. */
function narrowed(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

function findIn(path: string, text: string): PersonalData[] {
  const searched = narrowed(text);
  return personalDataKinds.flatMap((kind) =>
    [...searched.matchAll(patterns[kind])].map(({ index, 0: { length } }) => ({
      path,
      kind,
      text: text.slice(index, index + length),
    })),
  );
}

/** What looks like personal data in the title and the texts of a report; the office's own number is for a person to recognise. */
export function personalDataIn({ title, narratives }: ReportContent): PersonalData[] {
  return [
    ...findIn('title', title),
    ...Object.entries(narratives).flatMap(([key, text]) => findIn(`narratives.${key}`, text)),
  ];
}
