/** Rows of the form's third table have at least seven figures and a label. */
const fewestSeparators = 7;
const fewestRows = 12;

const separators = [',', '\t', ';'] as const;

/** The character that parts the cells of text that was saved from a sheet; undefined for any other text. */
export function separatorOf(text: string): string | undefined {
  const lines = text.split(/\r\n|\n|\r/u, 5000);
  return separators.find(
    (separator) => lines.filter((line) => line.split(separator).length > fewestSeparators).length >= fewestRows,
  );
}
