import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isObjectType } from 'graphql';
import { readConfig } from '#app/config.ts';
import { createLog } from '#app/create-log.ts';
import { openStore, storeSample } from '#app/open-store.ts';
import { roles } from '#auth/roles.ts';
import { schema } from '#graphql/schema/index.ts';
import { asNobody, openGateway, signedIn, type Gateway } from '../gateway/open-gateway.ts';
import { tokenOf } from '../gateway/sign-in-as.ts';
import { storeKinds } from '../gateway/store-kinds.ts';
import { askableFields, queryFor, reachedTypes, valuesAt, type Reached } from './walk-fields.ts';

const columns = ['anonymous', ...roles] as const;
type Column = (typeof columns)[number] | 'administrator everywhere';

/** What somebody gets for a field: values in the order of the answer, or the code of the refusal. */
type Seen = { readonly values: readonly unknown[] } | { readonly code: string };

const reached = reachedTypes(schema);
const body = '北关区工信局';

/** What stands in the working edition alone, and who must never meet it. */
const secret = '未公开';
const secretFigure = 987_654;
const outsiders: ReadonlySet<Column> = new Set<Column>(['anonymous', 'reader']);

/** Against what an administrator of everything sees: the same, other values (the published edition), or nothing. */
function compare(own: Seen, whole: Seen): string {
  if ('code' in own) return own.code === '"FORBIDDEN"' ? 'no' : own.code;
  if ('code' in whole) return `whole: ${whole.code}`;
  if (JSON.stringify(own.values) === JSON.stringify(whole.values)) return whole.values.length === 0 ? '–' : 'same';
  return own.values.length === 0 ? 'hidden' : 'other';
}

/** The types that no query reaches by itself. */
function elsewhere(): readonly string[] {
  const known = new Set(reached.map(({ type }) => type.name));
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return types.flatMap(({ name }) => (name.startsWith('__') || known.has(name) ? [] : [name]));
}

function tableOf(rows: readonly string[]): string {
  return `# What of every type each role sees

Asked of a published report that has been edited since, by roles in its body, and held against what an administrator of
everything gets: the \`same\`, \`other\` values (the published edition, or fewer of them), nothing of it (\`hidden\`), or a
refusal (\`no\`). \`–\`: there is nothing of it here for anybody. \`vitest run test/graphql/role-fields -u\` writes it anew.

<!-- prettier-ignore-start -->
| field | ${columns.join(' | ')} |
| --- |${' --- |'.repeat(columns.length)}
${rows.join('\n')}
<!-- prettier-ignore-end -->

Reached by mutations and subscriptions alone, whose rows are in role-table.md: ${elsewhere().join(', ')}.
`;
}

/** Only a gateway with an embedded store brings the sample along. */
async function publishSample(environment: NodeJS.ProcessEnv): Promise<void> {
  if (environment['MONGODB_URI'] === undefined) return;
  const store = await openStore(readConfig(environment), createLog('silent'));
  await storeSample(store);
  await store.close();
}

describe.for(storeKinds)('what of every type each role sees on $name', ({ missing, settings }) => {
  describe.skipIf(missing)('of a published report that is being edited', () => {
    let gateway: Gateway;
    const headers = new Map<Column, { readonly authorization?: string | undefined }>();
    const ids: Record<string, string> = {};

    beforeAll(async () => {
      const environment = settings();
      await publishSample(environment);
      gateway = await openGateway(environment);
      const find = `{ report(organization: "${body}", year: 2024) { id revision organization { id } } }`;
      const { data } = (await gateway.query(find)) as any; // oxlint-disable-line typescript/no-explicit-any
      const { id, revision, organization } = data.report;
      const edit = `mutation ($input: UpdateReportInput!) { updateReport(input: $input) {
        ... on ReportSuccess { report { id } } ... on Error { message } } }`;
      const input = {
        id,
        expectedRevision: revision,
        title: `${secret}的标题`,
        cells: { 'disputes.review.upheld': secretFigure, 'applications.received.naturalPersons': secretFigure },
        narratives: { problems: `${secret}之事。电话 13800138000。` },
      };
      const edited = await gateway.query(edit, { input });
      if (edited.errors) throw new Error(JSON.stringify(edited.errors));
      const render = `mutation { renderReport(input: {report: "${id}", renderer: "text"}) {
        ... on RenderReportSuccess { job { id } } } }`;
      const started = (await gateway.query(render)) as any; // oxlint-disable-line typescript/no-explicit-any
      const { id: job } = started.data.renderReport.job;
      await vi.waitFor(async () => {
        const look = await gateway.query(`{ renderJob(id: "${job}") { status } }`);
        if (!JSON.stringify(look).includes('SUCCEEDED')) throw new Error('It is not rendered yet.');
      }, 20_000);
      Object.assign(ids, {
        report: id,
        organization: organization.id,
        job,
        reader: `reader@${organization.id}`,
      });
      headers.set('anonymous', asNobody).set('administrator everywhere', signedIn());
      for (const role of roles) headers.set(role, signedIn(await tokenOf(gateway, `${role}@${organization.id}`)));
    }, 60_000);

    afterAll(() => gateway.close());

    async function see(way: Reached, field: string, column: Column): Promise<Seen> {
      const query = queryFor(way, field).replace(/\$(\w+)/gu, (_, name: string) => JSON.stringify(ids[name]));
      const { data, errors } = await gateway.query(query, {}, headers.get(column));
      const code = errors?.[0]?.extensions?.['code'];
      if (code !== undefined) return { code: JSON.stringify(code) };
      expect({ query, errors }).toEqual({ query });
      if (outsiders.has(column))
        expect(`${query} ${JSON.stringify(data)}`).not.toMatch(new RegExp(`${secret}|${secretFigure}`, 'u'));
      return { values: valuesAt(data, [...way.steps.map(({ name }) => name), field]) };
    }

    async function rowsOf(way: Reached): Promise<string[]> {
      const rows: string[] = [];
      for (const field of askableFields(way.type)) {
        const whole = await see(way, field, 'administrator everywhere');
        const cells: string[] = [];
        for (const column of columns) cells.push(compare(await see(way, field, column), whole));
        rows.push(`| \`${way.type.name}.${field}\` | ${cells.join(' | ')} |`);
      }
      return rows;
    }

    it.each([...outsiders])(
      'leads %s to the published edition alone: drawn, compared, summed, searched',
      async (name) => {
        const drawn = '(renderer: "text") { content }';
        const query = `query ($report: ID!, $organization: ID!) {
        report(id: $report) { rendering${drawn} }
        comparison(base: $report, other: $report) { rendering${drawn} }
        rollup(filter: {within: $organization}) { rendering${drawn} }
        trendRendering(organization: $organization, renderer: "text") { content }
        reports(filter: {search: "${secret}"}) { totalCount } }`;
        const variables = { report: ids['report'], organization: ids['organization'] };
        const { data, errors } = await gateway.query(query, variables, headers.get(name));
        expect(errors).toBeUndefined();
        expect(JSON.stringify(data)).toContain(body);
        expect(JSON.stringify(data).replaceAll(',', '')).not.toMatch(new RegExp(`${secret}|${secretFigure}`, 'u'));
        expect(data).toMatchObject({ reports: { totalCount: 0 } });
        const whole = await gateway.query(query, variables, headers.get('editor'));
        expect(whole.errors).toBeUndefined();
        expect(JSON.stringify(whole.data)).toMatch(secret);
        expect(whole.data).toMatchObject({ reports: { totalCount: 1 } });
      },
    );

    it('is what the committed table says', async () => {
      const rows: string[] = [];
      for (const way of reached) rows.push(...(await rowsOf(way)));
      await expect(tableOf(rows)).toMatchFileSnapshot('role-fields.md');
    }, 300_000);
  });
});
