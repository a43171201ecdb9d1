import { graphql } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous } from '#auth/principal.ts';
import type { Context, Services } from '#graphql/context.ts';
import { createContext } from '#graphql/create-context.ts';
import { schema } from '#graphql/schema/index.ts';
import { readDocument } from '#importers/read-document.ts';
import { legalDueDates } from '#reports/checks/subject.ts';
import { createReport } from '#reports/create-report.ts';
import type { Fields, ReportStore } from '#store/report-store.ts';
import { readSample } from '../gateway/read-sample.ts';

/** A report store that answers with one whole report and notes the fields that it was asked for. */
function watchedReports(report: object): { reports: ReportStore; asked: Fields[] } {
  const asked: Fields[] = [];
  const note = <Answer>(fields: Fields, answer: Answer) => {
    asked.push(fields);
    return Promise.resolve(answer);
  };
  const page = { items: [{ cursor: 'c', item: report }], hasNext: false, hasPrevious: false };
  const reader = {
    find: (_id: string, fields: Fields) => note(fields, report),
    findByYear: (_organization: string, _year: number, fields: Fields) => note(fields, report),
    list: (_filter: unknown, _order: unknown, _slice: unknown, fields: Fields) => note(fields, page),
    count: () => note(['counted'], 1),
  };
  return { reports: { seenBy: () => reader } as unknown as ReportStore, asked };
}

describe('the selection of a query', () => {
  let report: object;

  beforeAll(async () => {
    const organization = { id: 'o', name: '北关区工信局', lineage: ['o'] };
    report = createReport(await readDocument(await readSample()), {
      id: 'r',
      organization,
      status: 'DRAFT',
      now: new Date(0),
    });
  });

  async function fieldsAskedFor(source: string, variableValues: Record<string, unknown> = {}): Promise<Fields[]> {
    const { reports, asked } = watchedReports(report);
    const organizations = {
      findByName: () => Promise.resolve({ id: 'o', name: '北关区工信局', parent: null, lineage: ['o'] }),
    };
    // No organization has dates of its own.
    const organizationSettings = { findMany: (ids: readonly string[]) => Promise.resolve(ids.map(() => null)) };
    const store = { reports, organizations, organizationSettings };
    const services = { store, dueDates: legalDueDates } as unknown as Services;
    const contextValue: Context = createContext(services, new Request('http://localhost/graphql'), {
      viewer: anonymous,
      address: null,
    });
    const answer = await graphql({ schema, source, variableValues, contextValue });
    expect(answer.errors).toBeUndefined();
    return asked;
  }

  const id = Buffer.from('Report:r').toString('base64');

  it('asks for three figures when three figures are selected', async () => {
    expect(
      await fieldsAskedFor(`{ reports { edges { node {
        proactiveDisclosure { fees }
        applications { received { total } outcomes { withheld { stateSecrets { enterprises } } } }
      } } } }`),
    ).toEqual([
      [
        'figures.applications.outcomes.withheld.stateSecrets.enterprises',
        'figures.applications.received.total',
        'figures.proactiveDisclosure.fees',
      ],
    ]);
  });

  it('follows fragments, inline fragments, aliases and a field that is selected twice', async () => {
    expect(
      await fieldsAskedFor(`
        query { reports { e: edges { n: node { ...Line ... on Report { b: title year } ... on Node { id } title } } } }
        fragment Line on Report { a: title organization { name } checks { passed } applications { received { ...Total } } }
        fragment Total on ApplicantCounts { total }`),
    ).toEqual([['checks.passed', 'figures.applications.received.total', 'organization', 'title', 'year']]);
  });

  it('leaves out what @skip and @include leave out', async () => {
    const source = `query ($yes: Boolean!, $no: Boolean!) {
      report(organization: "北关区工信局", year: 2024) {
        title @include(if: $no)
        year @skip(if: $yes)
        revision @include(if: $yes)
        ... on Report @include(if: $no) { tables { title } }
      }
    }`;
    expect(await fieldsAskedFor(source, { yes: true, no: false })).toEqual([['revision']]);
  });

  it('asks for nothing but the id when nothing else is selected, and counts only when told to', async () => {
    expect(
      await fieldsAskedFor('{ reports { edges { cursor node { __typename id } } pageInfo { hasNextPage } } }'),
    ).toEqual([[]]);
    expect(await fieldsAskedFor('{ reports { totalCount } }')).toEqual([[], ['counted']]);
  });

  it('asks for a chapter without its neighbours, for whole tables once, and for all only to render', async () => {
    expect(await fieldsAskedFor(`{ report(id: "${id}") { overview { text } } }`)).toEqual([
      ['form', 'narratives.overview'],
    ]);
    expect(
      await fieldsAskedFor(`{ report(id: "${id}") { tables { id } applications { received { total } } } }`),
    ).toEqual([['figures', 'form', 'raws']]);
  });

  it('works through node as well', async () => {
    expect(await fieldsAskedFor(`{ node(id: "${id}") { id ... on Report { year checks { passed } } } }`)).toEqual([
      ['checks.passed', 'year'],
    ]);
  });

  it('reads for violations what is compared with last year, of both reports', async () => {
    const [compared, previous, ...more] = await fieldsAskedFor(
      `{ report(id: "${id}") { checks { violations { code } } } }`,
    );
    expect(compared).toContain('checks.violations');
    expect(previous).toContain('figures');
    for (const fields of [compared, previous]) {
      expect(fields).toContain('narratives.overview');
      expect(fields).not.toContain('narratives');
    }
    expect(more).toEqual([]);
  });
});
