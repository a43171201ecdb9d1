import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { national2019 } from '#forms/national/2019.ts';
import { openGateway, type Gateway } from '../gateway/open-gateway.ts';
import { storeKinds } from '../gateway/store-kinds.ts';
import { writeReportText } from '../importers/report-text.ts';

const title = '样板区住建局2020年政府信息公开工作年度报告';
const figures = new Map<string, number | string>([...national2019.cells.keys()].map((path, index) => [path, index]));
figures.set('proactiveDisclosure.itemsChange.licensing', -4).set('proactiveDisclosure.procurement.amount', '251000元');

const fields = `title form { id title validFrom validTo }
  proactiveDisclosure {
    regulations { issued newlyMade } licensing fees otherServices
    itemsLastYear { licensing } itemsChange { licensing } procurement { projects amount }
  }
  applications { outcomes { other { undivided { naturalPersons total } correctionOverdue { total } } } }`;

interface Answer {
  readonly [field: string]: unknown;
}

describe.for(storeKinds)('a report on the trial form of 2019 over GraphQL on $name', ({ missing, settings }) => {
  describe.skipIf(missing)('queries', () => {
    let gateway: Gateway;

    beforeAll(async () => {
      gateway = await openGateway(settings());
    });

    afterAll(() => gateway.close());

    async function importText(text: string): Promise<Answer> {
      const { data, errors } = await gateway.query(
        `mutation ($text: String!) { importReport(input: {text: $text}) { __typename
          ... on ImportReportSuccess { report { ${fields} } } ... on ImportError { code message } } }`,
        { text },
      );
      expect(errors).toBeUndefined();
      return (data as unknown as { importReport: { report: Answer } }).importReport.report;
    }

    it('is known by its labels, keeps what both forms have in one place, and has null for what it lacks', async () => {
      const at = (path: string) => figures.get(path);
      expect(await importText(writeReportText(national2019, figures, title))).toEqual({
        title,
        form: { id: '2019', title: national2019.definition.title, validFrom: 2019, validTo: 2020 },
        proactiveDisclosure: {
          regulations: { issued: null, newlyMade: at('proactiveDisclosure.regulations.newlyMade') },
          licensing: at('proactiveDisclosure.licensing'),
          fees: null,
          otherServices: at('proactiveDisclosure.otherServices'),
          itemsLastYear: { licensing: at('proactiveDisclosure.itemsLastYear.licensing') },
          itemsChange: { licensing: -4 },
          procurement: { projects: at('proactiveDisclosure.procurement.projects'), amount: '25.1' },
        },
        applications: {
          outcomes: {
            other: {
              undivided: {
                naturalPersons: at('applications.outcomes.other.undivided.naturalPersons'),
                total: at('applications.outcomes.other.undivided.total'),
              },
              correctionOverdue: null,
            },
          },
        },
      });
    });

    it('of a year before it is text alone, with every field null or empty', async () => {
      const old = title.replace('2020', '2016');
      const text = `${old}\n\n一、概述\n\n2016年，我局主动公开政府信息 12 条。\n`;
      const { data, errors } = await gateway.query(
        `mutation ($text: String!) { importReport(input: {text: $text}) {
          ... on ImportReportSuccess { report { ${fields} introduction overview { text } problems { text } tables { id }
            disputes { review { total } } checks { passed violations { code severity } } } } } }`,
        { text },
      );
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({
        importReport: {
          report: {
            title: old,
            form: { id: 'free', validTo: 2018 },
            introduction: '一、概述\n\n2016年，我局主动公开政府信息 12 条。',
            proactiveDisclosure: { regulations: { issued: null, newlyMade: null }, licensing: null, fees: null },
            overview: { text: '' },
            problems: { text: '' },
            tables: [],
            disputes: { review: { total: null } },
            checks: { passed: true, violations: [{ code: 'NO_FIGURES', severity: 'INFO' }] },
          },
        },
      });
    });

    it('is known by its labels also when the year is of the later form', async () => {
      const late = title.replace('2020', '2023');
      expect(await importText(writeReportText(national2019, figures, late))).toMatchObject({ form: { id: '2019' } });
    });
  });
});
