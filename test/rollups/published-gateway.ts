import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#app/config.ts';
import { createLog } from '#app/create-log.ts';
import { openStore } from '#app/open-store.ts';
import { formOf } from '#forms/index.ts';
import { createReport } from '#reports/create-report.ts';
import { treeOf, type Figure } from '#reports/figures.ts';
import { openGateway, type Gateway } from '../gateway/open-gateway.ts';

/** A body of a test and its reports: figures by path, and what else is to be known of them. */
export interface Body {
  readonly name: string;
  readonly parent?: string;
  readonly reports?: readonly BodyReport[];
}

/** A report of a body; published unless told. */
export interface BodyReport {
  readonly year: number;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly form?: string;
  readonly status?: 'DRAFT' | 'PUBLISHED';
  readonly narratives?: Readonly<Record<string, string>>;
}

/** A gateway whose store holds these bodies and reports. */
export async function openPublished(settings: NodeJS.ProcessEnv, bodies: readonly Body[]): Promise<Gateway> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-rollups-'));
  const environment = { NIANBAO_DATA_DIR: folder, NIANBAO_LOG_LEVEL: 'silent', ...settings };
  const store = await openStore(readConfig(environment), createLog('silent'));
  for (const { name, parent, reports = [] } of bodies) {
    const above = parent === undefined ? null : await store.organizations.findByName(parent);
    const organization = await store.organizations.save({ name, parent: above?.id ?? null });
    for (const { year, figures, form = '2021', status = 'PUBLISHED', narratives = {} } of reports) {
      const content = {
        title: `${name}${year}年报告`,
        year,
        form,
        narratives,
        figures: treeOf(Object.entries(figures)),
        raws: {},
      };
      formOf(content);
      const made = { id: `${name}-${year}`, organization, status, now: new Date(Date.UTC(year + 1, 0, 20)) };
      await store.reports.create(createReport(content, made));
    }
  }
  await store.close();
  const gateway = await openGateway(environment);
  return {
    ...gateway,
    close: async () => {
      await gateway.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The global id of an organization. */
export async function idOf(gateway: Gateway, name: string): Promise<string> {
  const { data } = await gateway.query('query ($name: String) { organization(name: $name) { id } }', { name });
  return (data as unknown as { organization: { id: string } }).organization.id;
}
