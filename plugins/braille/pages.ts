/** Lines as pages that each end in a form feed, as embossers want them: CR LF, no page that begins with empty lines. */
export function paginate(lines: readonly string[], pageLength: number): string {
  if (pageLength === 0) return lines.map((line) => `${line}\r\n`).join('');
  const pages: string[][] = [[]];
  for (const line of lines) {
    if ((pages.at(-1)?.length ?? 0) === pageLength) pages.push([]);
    const page = pages.at(-1);
    if (line !== '' || page?.length !== 0) page?.push(line);
  }
  return pages.map((page) => `${page.map((line) => `${line}\r\n`).join('')}\f`).join('');
}
