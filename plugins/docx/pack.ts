import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

// What a zip file stores is local time, so this is the same bytes in every time zone.
const earliest = new Date(1980, 0, 1);

function dateOf(instant: string): string {
  const date = new Date(instant);
  return (Number.isNaN(date.getTime()) ? new Date(0) : date).toISOString().replace(/\.\d+Z$/u, 'Z');
}

// The library writes the time of the run.
function withDate(properties: Uint8Array, instant: string): Uint8Array {
  const stamps = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu;
  return strToU8(strFromU8(properties).replace(stamps, (_, tag: string) => `${tag}${dateOf(instant)}`));
}

/** The same files, dated as the document is, so that the archive does not tell when it was made. */
export function pack(archive: Uint8Array, modified: string): Uint8Array {
  const files = Object.entries(unzipSync(archive)).map(([name, content]): [string, Uint8Array] => [
    name,
    name === 'docProps/core.xml' ? withDate(content, modified) : content,
  ]);
  return zipSync(Object.fromEntries(files), { mtime: earliest, level: 6 });
}
