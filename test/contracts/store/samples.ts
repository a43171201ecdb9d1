import { createHash, randomUUID } from 'node:crypto';
import type { Report } from '#reports/report.ts';
import type { RenderingRecord } from '#store/artifact-store.ts';
import type { RenderOrder } from '#store/render-job-store.ts';

/** A report of an organization of its own, with whatever is given in its place. */
export function sampleReport(given: Partial<Report> = {}): Report {
  const body = randomUUID();
  return {
    id: randomUUID(),
    title: '某市2023年政府信息公开工作年度报告',
    year: 2023,
    form: '2021',
    narratives: { overview: '一、总体情况', problems: '存在的主要问题' },
    figures: {
      proactiveDisclosure: { licensing: 11_398_889, fees: '72701.2578' },
      applications: { received: { naturalPersons: 3, enterprises: null, total: 5 }, carriedOver: { total: 0 } },
    },
    raws: { applications: { received: { enterprises: '——' } } },
    organization: { id: body, name: `单位${body}`, lineage: [body] },
    status: 'DRAFT',
    revision: 1,
    createdAt: new Date('2024-01-02T03:04:05.678Z'),
    updatedAt: new Date('2024-01-02T03:04:05.678Z'),
    publishedAt: null,
    publishedRevision: null,
    reviews: [],
    corrections: [],
    change: { action: 'IMPORT', actor: null, note: null },
    checks: {
      passed: false,
      violations: [
        {
          code: 'ROW_TOTAL',
          severity: 'ERROR',
          paths: ['applications.received.total'],
          expected: '3',
          actual: '5',
          parameters: { row: '本年新收', count: 2 },
        },
      ],
    },
    ...given,
  };
}

/** A report whose applications received are so many. */
export function receivedFigures(total: number | null): Report['figures'] {
  return { applications: { received: { total } } };
}

/** The report's next state. */
export function nextState(report: Report, given: Partial<Report> = {}): Report {
  const change = { action: 'EDIT', actor: null, note: null } as const;
  return {
    ...report,
    revision: report.revision + 1,
    updatedAt: new Date('2024-02-02T00:00:00.000Z'),
    change,
    ...given,
  };
}

/** A job of a key of its own, with whatever is given in its place. */
export function sampleOrder(given: Partial<RenderOrder> = {}): RenderOrder {
  return {
    id: randomUUID(),
    key: randomUUID(),
    report: 'report',
    edition: 'published',
    organization: 'organization',
    renderer: 'html',
    options: {},
    ...given,
  };
}

/** A document and its record. */
export function sampleArtifact(bytes: Uint8Array): { record: RenderingRecord; bytes: Uint8Array } {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const record = { renderer: 'html', mediaType: 'text/html; charset=utf-8', filename: '年报.html' };
  return { bytes, record: { ...record, byteLength: bytes.byteLength, sha256 } };
}
