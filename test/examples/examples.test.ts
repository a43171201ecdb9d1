import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEvents } from '../e2e/read-events.ts';
import { asNobody, type Gateway } from '../gateway/open-gateway.ts';
import { storeKinds } from '../gateway/store-kinds.ts';
import { idOf, openPublished } from '../rollups/published-gateway.ts';

const folder = new URL('../../docs/examples/', import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();

const figures = (received: number) => ({
  'applications.received.naturalPersons': received,
  'applications.received.total': received + 1,
  'applications.outcomes.disclosed.total': received,
  'applications.outcomes.total.total': received,
});

// oxlint-disable-next-line typescript/no-explicit-any
type Data = any;

describe.for(storeKinds)('the examples of the docs on $name', ({ missing, settings }) => {
  describe.skipIf(missing)('as a front end sends them', () => {
    let gateway: Gateway;
    const asked: Record<string, Data> = {};
    let given: Record<string, unknown>;

    beforeAll(async () => {
      gateway = await openPublished(settings(), [
        { name: '丁市' },
        {
          name: '丁市水利局',
          parent: '丁市',
          reports: [
            { year: 2023, figures: figures(20), narratives: { overview: '总的来说。' } },
            { year: 2024, figures: figures(30) },
          ],
        },
        { name: '丁市司法局', parent: '丁市' },
      ]);
      const organization = await idOf(gateway, '丁市水利局');
      const { data } = await gateway.query('{ reports(first: 2) { edges { node { id } } } }');
      const [other, base] = (data as Data).reports.edges.map(({ node }: Data) => node.id);
      given = { id: base, base, other, within: await idOf(gateway, '丁市'), search: '水利局' };
      const byFile = (name: string) => (name.startsWith('10') ? organization : '丁市水利局');
      for (const name of files) {
        const query = await readFile(new URL(name, folder), 'utf8');
        if (query.includes('subscription')) continue;
        const variables = { ...given, year: name.startsWith('01') ? undefined : 2023, organization: byFile(name) };
        asked[name.slice(0, 2)] = await gateway.query(query, onlyNamed(variables, query), asNobody);
      }
    }, 60_000);

    afterAll(() => gateway.close());

    const onlyNamed = (variables: Record<string, unknown>, query: string) =>
      Object.fromEntries(Object.entries(variables).filter(([name]) => query.includes(`$${name}:`)));

    it('are ten, all of them in the index, and answered without an error', async () => {
      expect(files).toHaveLength(10);
      const index = await readFile(new URL('README.md', folder), 'utf8');
      for (const name of files) expect(index).toContain(`](${name})`);
      for (const answer of Object.values(asked)) expect(answer.errors).toBeUndefined();
    });

    it('give what they are for', () => {
      expect(asked['01'].data.reports.totalCount).toBe(2);
      expect(asked['02'].data.report.applications.received.total).toBe(21);
      expect(asked['03'].data.report.tables).toHaveLength(6);
      expect(asked['04'].data.report.checks.violations.map(({ code }: Data) => code)).toContain('MISSING_CHAPTER');
      expect(asked['05'].data.report.spoken.content).toContain('总的来说');
      expect(asked['06'].data.renderers.map(({ id }: Data) => id)).toContain('pdf');
      expect(asked['07'].data.renderReport.__typename).toBe('RenderReportSuccess');
      expect(asked['09'].data.rollup).toMatchObject({ reportCount: 1, missing: [{ name: '丁市司法局' }] });
      expect(asked['09'].data.rollup.indicators).toHaveLength(1);
      expect(asked['10'].data.trend.map(({ year }: Data) => year)).toEqual([2023, 2024]);
      expect(asked['10'].data.comparison.cells.length).toBeGreaterThan(0);
    });

    it('tell the progress of a job until its end', async () => {
      const query = await readFile(new URL('08-follow-pdf.graphql', folder), 'utf8');
      const job = asked['07'].data.renderReport.job.id as string;
      const events = await readEvents(gateway.url, query, { job });
      expect(events.at(-1)?.renderJob.status).toBe('SUCCEEDED');
    }, 60_000);
  });
});
