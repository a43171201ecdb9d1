import type { SourceLine } from './source.ts';

/** What a document says of itself. */
export interface Identity {
  readonly title: string | undefined;
  readonly organization: string | undefined;
  readonly year: number | undefined;
}

/** A title is broken over no more lines than this. */
const longestTitle = 4;

const titlePattern =
  /^(?:关于)?(.*?)((?:19|20)\d{2})(?:年度|年|度)?(.*?)政府信息公开(?:工作)?(?:情况)?(?:的)?(?:年度报告|年报|报告)/u;

function compact(text: string): string {
  return text.replace(/\s+/gu, '').normalize('NFC');
}

function parseTitle(title: string): Identity | undefined {
  const match = titlePattern.exec(title.replace(/[０-９]/gu, (digit) => digit.normalize('NFKC')));
  if (!match) return undefined;
  const organization = [match[1], match[3]].find((part) => part !== undefined && part !== '');
  return { title: match[0], organization, year: Number(match[2]) };
}

/** Reads title, body and year from the lines before the first chapter; the longest title that makes sense wins. */
export function readIdentity(preamble: readonly SourceLine[]): Identity {
  const lines = preamble.map((line) => compact(line.text)).filter((line) => line !== '');
  const last = lines.findIndex((line) => /报告|年报/u.test(line));
  const candidates = Array.from({ length: longestTitle }, (_, above) =>
    lines.slice(Math.max(0, last - above), last + 1).join(''),
  );
  const parsed = last < 0 ? [] : candidates.map(parseTitle).filter((identity) => identity !== undefined);
  return (
    parsed.find((identity) => identity.organization !== undefined) ??
    parsed[0] ?? { title: undefined, organization: undefined, year: undefined }
  );
}
