import { bodyKindOf } from '../body-kind.ts';
import type { Subject } from '../subject.ts';
import type { Claim } from './claim.ts';
import { readClaims } from './read-claims.ts';
import { sentencesOf, type NarrativeSentence } from './sentences.ts';
import { createWordReader, type WordReader } from './word-reader.ts';

/** What the narratives of a report say of its tables, and the sentences that say it. */
export interface NarrativeClaims {
  readonly sentences: readonly NarrativeSentence[];
  readonly claims: readonly Claim[];
}

/** Several rules judge the same sentences. */
const known = new WeakMap<Subject, NarrativeClaims>();

/** The chapters that tell of the year: the first, and text beside the tables. */
function textsOf({ form, report }: Subject): string[] {
  const chapters = form.chapters.filter(({ key, kind }) => key === 'overview' || kind === 'figures');
  return chapters.flatMap(({ key }) => report.narratives[key] ?? []);
}

function readNarratives(subject: Subject): NarrativeClaims {
  const { report, organization } = subject;
  let reader: WordReader | undefined;
  // Most narratives of small bodies say nothing of the tables.
  const readerOf = () => (reader ??= createWordReader({ name: organization, ...bodyKindOf(organization) }));
  const sentences = textsOf(subject).flatMap(sentencesOf);
  return { sentences, claims: sentences.flatMap((sentence) => readClaims(sentence, report.year, readerOf)) };
}

/** What the narratives say of the tables; read once for all rules. */
export function claimsOf(subject: Subject): NarrativeClaims {
  const found = known.get(subject) ?? readNarratives(subject);
  known.set(subject, found);
  return found;
}
