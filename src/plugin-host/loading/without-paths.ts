import { pathToFileURL } from 'node:url';

/** A path or an address of this machine: up to the quote that closes it, or else to the next blank or mark. */
const elsewhere =
  /(?<=["'“`])(?:file:\/\/)?\/[^"'”`\n]+(?=["'”`])|(?<![\p{L}\p{N}_.:/-])(?:file:\/\/)?\/(?:[^\s"'“”`():,;]+\/?)+/gu;

function spellings(folder: string): string[] {
  return [pathToFileURL(folder).href, folder];
}

/**
 * A text that may be told to anybody: paths in the plugin's folders are said from there, `./index.js`, and nothing else
 * of the machine is.
 */
export function withoutPaths(text: string, ...folders: readonly string[]): string {
  const own = folders.flatMap(spellings).reduce((said, folder) => said.replaceAll(folder, '.'), text);
  return own.replaceAll(elsewhere, '…');
}
