import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { contentOf } from './create-report.ts';
import type { ReportContent } from './report.ts';

/** Hex SHA-256 of what a report says: the same for the same title, form, figures and texts, whoever wrote them. */
export function contentHash(content: ReportContent): string {
  return createHash('sha256')
    .update(canonicalize(contentOf(content)) ?? '')
    .digest('hex');
}
