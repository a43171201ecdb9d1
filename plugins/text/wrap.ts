// Quotes, dashes and dots that Chinese type sets wide count as wide everywhere: a line may be shorter, never too long.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”‘’—…·]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const widthless = /[\p{M}\p{Cf}]/u;

// What may not be parted: opening marks and what follows them, a run of narrow characters, closing marks and blanks and
// what is before them.
const units =
  /[（《〈「『【“‘([{]*(?:[^\s\u2e80-\uffef\u{20000}-\u{3fffd}“”‘’—…·]+|\S)(?:\s*[）》〉」』】”’，。、；：！？…—)\]},.;:!?])*\s*|\s+/gu;

/** Display cells of a text: East Asian wide characters take two. */
export function displayWidth(text: string): number {
  let cells = 0;
  for (const character of text) {
    if (wide.test(character)) cells += 2;
    else if (!widthless.test(character)) cells += 1;
  }
  return cells;
}

function graphemes(text: string): string[] {
  const all: string[] = [];
  for (const { segment } of new Intl.Segmenter('und').segment(text)) {
    if (segment.trim() === '' && all.length > 0) all.push(`${all.pop()}${segment}`);
    else all.push(segment);
  }
  return all;
}

// A unit longer than a line has to be parted after all.
function fitting(unit: string, width: number): string[] {
  return displayWidth(unit) <= width ? [unit] : graphemes(unit);
}

function breakLines(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of (text.match(units) ?? []).flatMap((one) => fitting(one, width - indent))) {
    const room = width - (lines.length > 0 ? indent : 0);
    if (line !== '' && displayWidth(line + unit) > room) {
      lines.push(line);
      line = '';
    }
    line += unit;
  }
  return [...lines, line];
}

/** Breaks running text; the blank at a break ends its line, so that the lines can be joined again. Width 0 leaves it whole. */
export function wrapParagraph(text: string, width: number): string {
  return width === 0 ? text : breakLines(text, width, 0).join('\n');
}

/** Breaks a line of a table; it goes on after two blanks, and no character is lost, so that it can be joined again. */
export function wrapEntry(text: string, width: number): string {
  return width === 0 ? text : breakLines(text, width, 2).join('\n  ');
}
