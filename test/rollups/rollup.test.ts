import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gateway } from '../gateway/open-gateway.ts';
import { storeKinds } from '../gateway/store-kinds.ts';
import { idOf, openPublished, type Body } from './published-gateway.ts';

const received = 'applications.received.total';
const other = (part: string) => `applications.outcomes.other.${part}.total`;
const fees = 'proactiveDisclosure.fees';

const bodies: readonly Body[] = [
  { name: '甲市', reports: [{ year: 2023, figures: { [received]: 40, [fees]: '0.3' } }] },
  {
    name: '甲市教育局',
    parent: '甲市',
    reports: [
      {
        year: 2023,
        figures: {
          [received]: 10,
          [fees]: '0.1',
          [other('miscellaneous')]: 1,
          [other('feeOverdue')]: 2,
          [other('correctionOverdue')]: 3,
        },
      },
      { year: 2020, form: '2019', figures: { [received]: 4, [other('undivided')]: 7 } },
      { year: 2022, figures: { [received]: 2 ** 53 - 1 } },
    ],
  },
  {
    name: '甲市水利局',
    parent: '甲市',
    reports: [
      { year: 2023, figures: { [received]: 20, [fees]: '0.2' } },
      { year: 2022, figures: { [received]: 2 ** 53 - 3 } },
    ],
  },
  { name: '甲市乙县', parent: '甲市', reports: [{ year: 2023, figures: { [received]: null, [fees]: null } }] },
  { name: '乙县丙镇', parent: '甲市乙县', reports: [{ year: 2023, figures: { [received]: 5 } }] },
  { name: '乙县丁镇', parent: '甲市乙县', reports: [{ year: 2023, status: 'DRAFT', figures: { [received]: 999 } }] },
  { name: '另一市', reports: [{ year: 2023, figures: { [received]: 1000 } }] },
];

describe.for(storeKinds)('roll-ups over GraphQL on $name', ({ missing, settings }) => {
  describe.skipIf(missing)('queries', () => {
    let gateway: Gateway;
    let within: string;

    beforeAll(async () => {
      gateway = await openPublished(settings(), bodies);
      within = await idOf(gateway, '甲市');
    });

    afterAll(() => gateway.close());

    const rollup = async (filter: Record<string, unknown>, selection: string, bodiesOf = 'ALL_BELOW') => {
      const text = `query ($filter: ReportFilter!, $bodies: RollupBodies) { rollup(filter: $filter, bodies: $bodies) { ${selection} } }`;
      const answer = await gateway.query(text, { filter: { within, ...filter }, bodies: bodiesOf });
      return { ...answer, rollup: (answer.data as unknown as { rollup: Record<string, unknown> } | null)?.rollup };
    };

    it('adds up what lies below, without the report of the whole, drafts or other branches', async () => {
      const selection = `reportCount organizationCount missingCount missing { name } filed { year applications { received { total } } }
        applications { received { total naturalPersons } } proactiveDisclosure { fees } forms { form { id } reportCount } leftOut`;
      const answer = await rollup({ year: 2023 }, selection);
      expect(answer.errors).toBeUndefined();
      expect(answer.rollup).toEqual({
        reportCount: 4,
        organizationCount: 4,
        missingCount: 1,
        missing: [{ name: '乙县丁镇' }],
        filed: { year: 2023, applications: { received: { total: 40 } } },
        applications: { received: { total: 35, naturalPersons: null } },
        proactiveDisclosure: { fees: '0.3' },
        forms: [{ form: { id: '2021' }, reportCount: 4 }],
        leftOut: [],
      });
    });

    it('adds up what lies directly below, where aggregates cover the rest', async () => {
      const selection = 'reportCount missing { name } overlapping { name } applications { received { total } }';
      const all = await rollup({ year: 2023 }, selection);
      expect(all.rollup).toMatchObject({ overlapping: [{ name: '甲市乙县' }] });
      const direct = await rollup({ year: 2023 }, selection, 'DIRECTLY_BELOW');
      const expected = { reportCount: 3, missing: [], overlapping: [], applications: { received: { total: 30 } } };
      expect(direct.rollup).toEqual(expected);
    });

    it('tells incomplete from wrong, cell by cell, beside what the whole filed', async () => {
      const selection = `cells(paths: ["${received}", "${fees}"]) { path labels sum reportCount blankCount filed difference }
        checks { passed violations { code message paths expected actual } }`;
      const answer = await rollup({ year: 2023 }, selection);
      expect(answer.rollup?.['cells']).toEqual([
        {
          path: received,
          labels: expect.any(Array),
          sum: '35',
          reportCount: 3,
          blankCount: 1,
          filed: '40',
          difference: '5',
        },
        {
          path: fees,
          labels: expect.any(Array),
          sum: '0.3',
          reportCount: 2,
          blankCount: 2,
          filed: '0.3',
          difference: '0',
        },
      ]);
      const checks = answer.rollup?.['checks'] as { violations: { code: string; paths: string[] }[] } | undefined;
      const violations = checks?.violations ?? [];
      expect(violations.map(({ code }) => code)).toEqual(['ROLLUP_INCOMPLETE', 'ROLLUP_OVERLAPS', 'ROLLUP_DIFFERS']);
      expect(violations[2]).toMatchObject({ paths: [received], expected: 35, actual: 40 });
    });

    it('adds up two forms where they mean the same, and says what is left out', async () => {
      const selection = `leftOut applications { received { total } outcomes { other { undivided { total } miscellaneous { total } } } }`;
      const filter = {
        years: { from: 2020, to: 2023 },
        organization: await idOf(gateway, '甲市教育局'),
        within: undefined,
      };
      const answer = await rollup(filter, `${selection} missing { name }`);
      expect(answer.rollup).toMatchObject({
        applications: { outcomes: { other: { undivided: { total: 13 }, miscellaneous: { total: null } } } },
        missing: [{ name: '甲市教育局' }],
      });
      expect(answer.rollup?.['leftOut']).toEqual(expect.arrayContaining([other('miscellaneous'), fees]));
      expect(answer.rollup?.['leftOut']).not.toContain(received);
    });

    it('does not round a sum that a JSON number can not hold: an error says so, the cell has the digits', async () => {
      const selection = `applications { received { total } } cells(paths: ["${received}"]) { sum }`;
      const answer = await rollup({ year: 2022 }, selection);
      expect(answer.rollup).toEqual({
        applications: { received: { total: null } },
        cells: [{ sum: '18014398509481980' }],
      });
      const error = { path: ['rollup', 'applications', 'received', 'total'], extensions: { code: 'COUNT_TOO_LARGE' } };
      expect(answer.errors).toMatchObject([error]);
    });

    it('is empty where nothing matches, and refuses a cell that no form has', async () => {
      const empty = await rollup({ year: 1999 }, 'reportCount organizationCount applications { received { total } }');
      expect(empty.rollup).toEqual({
        reportCount: 0,
        organizationCount: 0,
        applications: { received: { total: null } },
      });
      const refused = await rollup({ year: 2023 }, 'cells(paths: ["applications.nothing"]) { sum }');
      expect(refused.errors?.[0]).toMatchObject({ extensions: { code: 'INPUT_INVALID' } });
    });

    it('shows one body year by year', async () => {
      const text = `query ($organization: ID!, $fromYear: Int) { trend(organization: $organization, fromYear: $fromYear) {
        year received disputes disclosureRate report { title } } }`;
      const organization = await idOf(gateway, '甲市教育局');
      const { data } = await gateway.query(text, { organization, fromYear: 2021 });
      expect(data).toEqual({
        trend: [
          {
            year: 2022,
            received: 2 ** 53 - 1,
            disputes: null,
            disclosureRate: null,
            report: { title: '甲市教育局2022年报告' },
          },
          { year: 2023, received: 10, disputes: null, disclosureRate: null, report: { title: '甲市教育局2023年报告' } },
        ],
      });
    });
  });
});
