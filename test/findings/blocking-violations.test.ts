import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blockingViolations } from '#findings/blocking-violations.ts';
import { importReport } from '#importers/import-report.ts';
import { readDocument } from '#importers/read-document.ts';
import type { Report } from '#reports/report.ts';
import { openEmbeddedStore } from '#store/embedded/open-embedded-store.ts';
import type { Store } from '#store/store.ts';
import { readSample } from '../gateway/read-sample.ts';

describe('what stands in the way of publication', () => {
  let folder: string;
  let store: Store;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-findings-'));
    store = await openEmbeddedStore({ folder, log: () => undefined });
  });

  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  async function stored(text: string): Promise<Report> {
    const { id } = await importReport(store, await readDocument(text));
    return (await store.reports.seenBy('everything').find(id, 'all')) as Report;
  }

  it('is nothing for a report that agrees', async () => {
    expect(await blockingViolations(store, await stored(await readSample()))).toEqual([]);
  });

  it('is every error, and no warning', async () => {
    const text = (await readSample())
      .replace('（七）总计 0 0 0 0 0 0 0', '（七）总计 0 0 0 0 0 0 1')
      .replace('行政许可 0', '行政许可 /');
    const codes = (await blockingViolations(store, await stored(text))).map(({ code }) => code);
    expect([...new Set(codes)]).toEqual(['ROW_TOTAL', 'OUTCOME_TOTAL', 'COLUMN_BALANCE']);
  });

  it('is no error that was dismissed', async () => {
    const report = await stored((await readSample()).replace('一、总体情况', ''));
    const [violation, ...rest] = await blockingViolations(store, report);
    expect([violation?.code, rest]).toEqual(['MISSING_CHAPTER', []]);
    const dismissed = {
      finding: violation?.key ?? '',
      code: 'MISSING_CHAPTER',
      cells: [],
      verdict: 'DISMISSED',
      reason: '另文公布',
      actor: null,
      at: new Date(0),
    } as const;
    expect(await blockingViolations(store, { ...report, decisions: [dismissed] })).toEqual([]);
  });
});
