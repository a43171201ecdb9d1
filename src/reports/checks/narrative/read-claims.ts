import { deniedBy, toldBy, type Claim, type Context } from './claim.ts';
import { clauseOf, namesFigures, type Clause } from './clause.ts';
import { withoutOwnYears } from './own-year.ts';
import type { NarrativeSentence } from './sentences.ts';
import { figuresIn, type TextFigure } from './text-figures.ts';
import type { Tag } from './vocabulary.ts';
import type { WordReader } from './word-reader.ts';

/** What is said of other times is not in the tables. */
const otherTimes =
  /去年|前年|往年|历年|同期|累计|以来|上半年|下半年|季度|\d月份|近年|近[两二三四五\d]年|[一二三四五]年来|十[三四五]五|截至|截止|上一?年(?!度?(?:结转|转|遗留|顺延))|\d{4}年/u;

/** What is said of other bodies neither. */
const otherBodies =
  /各(?:省|市|县|区|镇|乡|街道|部门|单位|科室|股室|处室|局|委办|村|社区|级)|乡镇|镇街|下属|所属|下级|辖区|基层|[省市县区]直|[省市县区]级|本级|系统|指导|上级|兄弟|其他单位|某|局|厅|委员会|法院|公司|街道办|办公室/u;

/** Growth is no figure of the tables, and does not change who is spoken of. */
const comparison = /较|比|增长|增加|减少|下降|上升|提高|增幅|降幅|降低|翻/u;

/** Ways to apply, and shares, are no figures of the tables either. */
const details =
  /网络|网上|线上|线下|信函|来信|邮寄|邮件|邮箱|当面|现场|传真|平台|窗口|书面|电子|来访|电话|网站|占|^其中|^含|^包括/u;

const subjects = /申请|公开|结转|顺延|复议|诉讼|办结|答复|自然人|法人/u;

/** Reads one sentence, clause by clause. */
class SentenceReader {
  readonly claims: Claim[] = [];
  readonly #reader: WordReader;
  #context: Context;
  /** A clause without a number, with which the next one may go on. */
  #pending: readonly Tag[] = [];
  /** Something unknown was spoken of, which the following clauses may still mean. */
  #isLost = false;

  constructor(sentence: NarrativeSentence, reader: WordReader) {
    this.#reader = reader;
    const isOnRequests = /申请/u.test(sentence.heading);
    this.#context = { sentence, rows: [], disputes: [], isOnRequests };
  }

  read(text: string): void {
    const clauses = text.split(/[,;()]/u).filter((clause) => clause !== '' && !comparison.test(clause));
    if (clauses.some((clause) => otherTimes.test(clause) || otherBodies.test(this.#reader.withoutSelf(clause)))) return;
    for (const clause of clauses) this.#readClause(clause);
  }

  #readClause(clause: string): void {
    const figures = figuresIn(clause);
    if (figures.length === 0) this.#readWords(clause);
    let from = 0;
    for (const [index, figure] of figures.entries()) {
      const tail = index === figures.length - 1 ? clause.slice(figure.end) : '';
      this.#readFigure(clause.slice(from, figure.start), figure, tail);
      from = figure.end;
    }
  }

  #readWords(text: string): void {
    const tags = this.#reader.tagsOf(text);
    this.#pending = tags ?? [];
    if (!tags?.includes('none')) return;
    this.#pending = [];
    if (this.#isLost) return;
    for (const told of deniedBy(clauseOf(tags), this.#context)) this.#claim(told, 0);
  }

  #readFigure(lead: string, { value, hasUnit }: TextFigure, tail: string): void {
    const clause = this.#clauseAround(lead, tail);
    this.#pending = [];
    if (!clause || value === undefined || !(hasUnit || tail === '')) return;
    if (this.#isLost && !isSelfStanding(clause)) return;
    this.#isLost = false;
    for (const told of toldBy(clause, this.#context, value)) this.#claim(told, value);
  }

  /** Undefined where a word is not known, or where the number is of something that does not exist. */
  #clauseAround(lead: string, tail: string): Clause | undefined {
    const [tags, after] = [this.#reader.tagsOf(lead), this.#reader.tagsOf(tail)];
    if (!tags) this.#isLost ||= !details.test(lead);
    const clause = tags && after && this.#clause(tags, after);
    return clause?.has('none') ? undefined : clause;
  }

  /** The words before a number, with those before them or after it where they alone name no figure. */
  #clause(tags: readonly Tag[], after: readonly Tag[]): Clause | undefined {
    const tail = clauseOf(after);
    const isMore = tail.columns.length > 0 || tail.disputes.length > 0 || tail.results.length > 0 || tail.has('none');
    if (isMore) return undefined;
    const object: readonly Tag[] = tail.has('application') ? ['application'] : [];
    const clause = clauseOf([...tags, ...object]);
    return namesFigures(clause) && (tags.length > 0 || object.length === 0) ? clause : this.#continued(tags);
  }

  #continued(tags: readonly Tag[]): Clause | undefined {
    const clause = clauseOf([...this.#pending, ...tags]);
    return this.#pending.length > 0 && namesFigures(clause) ? clause : undefined;
  }

  #claim(told: Omit<Claim, 'value' | 'sentence'>, value: number): void {
    const { sentence } = this.#context;
    this.claims.push({ ...told, value, sentence });
    const rows = told.rows.length > 0 && !told.column ? told.rows : this.#context.rows;
    const disputes = told.disputes.length > 0 && !told.result ? told.disputes : this.#context.disputes;
    this.#context = { sentence, rows, disputes, isOnRequests: this.#context.isOnRequests || told.rows.length > 0 };
  }
}

/** A clause that names what it is about itself, whatever was spoken of before. */
function isSelfStanding({ rows, has }: Clause): boolean {
  return has('application') && (rows.includes('received') || rows.includes('newlyReceived'));
}

/** What a sentence says of the tables of that year; nothing where it is not beyond doubt whom or what it speaks of. */
export function readClaims(sentence: NarrativeSentence, year: number, readerOf: () => WordReader): readonly Claim[] {
  if (!subjects.test(sentence.text)) return [];
  const reading = new SentenceReader(sentence, readerOf());
  reading.read(withoutOwnYears(sentence.text, year));
  return reading.claims;
}
