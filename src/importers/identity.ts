import { foldLabel } from './characters.ts';
import type { SourceLine } from './source.ts';

/** What a document says of itself. */
export interface Identity {
  readonly title: string | undefined;
  readonly organization: string | undefined;
  readonly year: number | undefined;
  /** Indices of the lines that the title takes: the first, and the one after the last. */
  readonly span: readonly [start: number, end: number];
}

/** A title is broken over no more lines than this, and no line of it is longer. */
const mostLines = 4;
const longestLine = 120;

const report =
  /(?:(?:政府)?[信資]息|政[务務])公[开開](?:工作)?(?:情[况況])?(?:的)?(?:年度(?:工作)?[报報]告|年[报報]|[报報]告)/u;
const year = /[(（]?((?:19|20)\d{2})(?:年度|年|度)?[)）]?/u;
const span = /(?:19|20)\d{2}年?[-—–~～至](?:19|20)\d{2}/u;
const sentence = /[。；，：:>›》|]/u;
/** A line that ends so names a body by itself, such as the site's owner above the title. */
const bodySuffix =
  /(?:局|委|[办辦]|府|[厅廳]|院|[会會]|中心|[处處]|站|所|[队隊]|[镇鎮]|[乡鄉]|街道|部|署|社|校|[学學]|司)$/u;

/** Ends with a conjunction. */
const joins = /[暨和及与與、]$/u;

const chineseDigits = '〇一二三四五六七八九';

/** 二〇二四年 → 2024年, full-width digits → digits; no spaces. */
function compact(text: string): string {
  return text
    .replace(/\s+/gu, '')
    .replace(/[０-９]/gu, (digit) => digit.normalize('NFKC'))
    .replace(/二[〇○零O0][一二三四五六七八九〇○零]{2}(?=年)/gu, (digits) =>
      Array.from(digits, (digit) => ('○零O0'.includes(digit) ? '0' : String(chineseDigits.indexOf(digit)))).join(''),
    )
    .replace(/^(?:[标標][题題]|[题題]目|名[称稱])[:：]/u, '');
}

function trimName(name: string): string {
  return name
    .replace(/^[关關][于於]/u, '')
    .replace(/(?:[关關][于於]|的)+$/u, '')
    .replace(/^[(（《]+|[(（《]+$/gu, '');
}

/** The body that the parts of a title before and after the year name. */
function bodyIn(parts: readonly string[]): string {
  // What a conjunction joins to this report is another report: 某局2024年法治政府建设暨政府信息公开工作年度报告.
  const [own, joined] = [parts.filter((part) => !joins.test(part)), parts.filter((part) => joins.test(part))];
  return joined.length > 0 && own.length === 0 ? '' : trimName(own.map(trimName).join(''));
}

function parseTitle(text: string): Pick<Identity, 'title' | 'organization' | 'year'> | undefined {
  const ending = report.exec(text);
  if (!ending) return undefined;
  const before = text.slice(0, ending.index);
  const trailing = text.slice(ending.index + ending[0].length);
  const found = year.exec(before) ?? year.exec(trailing);
  const names = found && before.includes(found[0]) ? before.split(found[0]) : [before];
  const organization = bodyIn(names);
  const title =
    text.slice(0, ending.index + ending[0].length) +
    (/^[(（]?(?:19|20)\d{2}年?度?[)）]?$/u.test(trailing) ? trailing : '');
  return {
    title,
    organization: organization === '' ? undefined : organization,
    // A report of several years is none of the form's.
    year: found && !span.test(text) ? Number(found[1]) : undefined,
  };
}

function isTitleLike(line: string): boolean {
  return line !== '' && line.length <= longestLine && !sentence.test(line);
}

/** Reads the title that ends with a line: by itself, or with the lines above that it needs to name a body. */
function titleAt(lines: readonly string[], last: number): Identity | undefined {
  for (let start = last; start > last - mostLines && start >= 0; start--) {
    if (!isTitleLike(lines[start] ?? '')) return undefined;
    const parsed = parseTitle(lines.slice(start, last + 1).join(''));
    const above = lines[start - 1] ?? '';
    const endsHere = !isTitleLike(above) || report.test(above);
    const named = parsed?.organization !== undefined && bodySuffix.test(above);
    if (parsed && (endsHere || named)) return { ...parsed, span: [start, last + 1] };
  }
  return undefined;
}

/** Reads title, body and year from the lines before the first chapter. */
export function readIdentity(preamble: readonly SourceLine[]): Identity {
  const lines = preamble.map((line) => (line.text.length > longestLine ? '' : compact(line.text)));
  const found = lines.flatMap((line, index) => (/[报報]告|年[报報]/u.test(line) ? (titleAt(lines, index) ?? []) : []));
  return (
    found.find(({ organization, year: told }) => organization !== undefined && told !== undefined) ??
    found[0] ?? { title: undefined, organization: undefined, year: undefined, span: [0, 0] }
  );
}

/** Prose between the title and the first chapter; menus, dates and the title once more are not. */
export function introductionOf(preamble: readonly SourceLine[], { span: [, end], title }: Identity): SourceLine[] {
  const lines = preamble.slice(end);
  const isTitle = ({ text }: SourceLine) => title !== undefined && foldLabel(text) === foldLabel(title);
  const rest = lines.filter((line) => !isTitle(line));
  return rest.some(({ text }) => text.includes('。')) ? rest : [];
}
