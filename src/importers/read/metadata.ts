import type { SourceIdentity } from '../source.ts';
import { oneLine } from './blocks.ts';

const subjectOfReport = /^((?:19|20)\d{2})年政府信息公开工作年度报告$/u;

/** What is known of a document beside its text. */
export interface Metadata {
  readonly title?: unknown;
  readonly author?: unknown;
  readonly subject?: unknown;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? oneLine(value) : '';
}

/**
 * The identity that metadata states. Only a subject in the very words that our renderers are given shows that the
 * author is the body and not the person who typed.
 */
export function identityOf({ title, author, subject }: Metadata): SourceIdentity | undefined {
  const year = subjectOfReport.exec(textOf(subject))?.[1];
  const identity = { title: textOf(title), organization: textOf(author), year: Number(year) };
  return year === undefined || identity.title === '' || identity.organization === '' ? undefined : identity;
}
