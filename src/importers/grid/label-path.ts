import { foldLabel } from '../characters.ts';

/** A label for comparing: folded, without stops and the marks that join the labels of a path. */
export function bareLabel(text: string): string {
  return foldLabel(text).replace(/[.›>]/gu, '');
}

/** Without years and remarks in brackets, which publishers reword: 本年收费金额（单位：万元）. Numbers such as （一） stay. */
function withoutRemarks(label: string): string {
  return label.replace(/\((?![一二三四五六七八九十\d]{1,3}\))[^()]*\)/gu, '').replace(/(?:19|20)\d{2}年?/gu, '');
}

/** The ways in which the end of a path of labels may be written, by the number of labels: full paths are last. */
export type LabelEndings = readonly (readonly string[])[];

/** All endings of a path; the last label may have other wordings. */
export function endingsOf(labels: readonly string[], wordings: readonly string[] = []): LabelEndings {
  return labels.map((_, index) => {
    const above = labels.slice(labels.length - 1 - index, -1).map(bareLabel);
    const last = [labels.at(-1) ?? '', ...wordings].map(bareLabel);
    return last.flatMap((label) => {
      const path = [...above, label].join('');
      return [path, withoutRemarks(path)].filter((wording) => wording !== '');
    });
  });
}

/** With how many of the path's labels a text of heads ends; 0 for none. */
export function depthOfMatch(heads: string, endings: LabelEndings): number {
  const plain = withoutRemarks(heads);
  const fits = (wording: string) => heads.endsWith(wording) || plain.endsWith(wording);
  return endings.findLastIndex((wordings) => wordings.some(fits)) + 1;
}
