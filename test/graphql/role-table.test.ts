import { readFileSync } from 'node:fs';
import { isAbstractType, isLeafType, getNamedType, type GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '#auth/roles.ts';
import { schema } from '#graphql/schema/index.ts';
import { asNobody, openGateway, signedIn, type Gateway } from '../gateway/open-gateway.ts';
import { readSample } from '../gateway/read-sample.ts';
import { tokenOf } from '../gateway/sign-in-as.ts';
import { operations } from './role-operations.ts';

const tableFile = new URL('role-table.md', import.meta.url);
const columns = ['anonymous', ...roles, 'administrator everywhere'] as const;

/** One row for each way into the schema: what every role meets there. */
function committedRows(): ReadonlyMap<string, string> {
  const lines = readFileSync(tableFile, 'utf8').split('\n');
  return new Map(
    lines.flatMap((line) => (/^\| `(?<field>[^`]+)`/u.exec(line)?.groups ? [[line.split('`')[1] ?? '', line]] : [])),
  );
}

function rootFields(): { field: string; kind: string; name: string }[] {
  const types = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return types.flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).map((name) => ({
      field: `${type?.name}.${name}`,
      kind: type?.name.toLowerCase() ?? '',
      name,
    })),
  );
}

/** What is asked of an answer: of a result union which member it is, of a list or a page how much there is. */
function selectionOf(type: GraphQLObjectType | undefined, name: string): string {
  const answer = getNamedType(type?.getFields()[name]?.type);
  if (!answer || isLeafType(answer)) return '';
  if (isAbstractType(answer)) return '{ __typename }';
  return 'totalCount' in (answer as GraphQLObjectType).getFields() ? '{ totalCount }' : '{ __typename }';
}

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

type Value =
  { readonly __typename?: string; readonly totalCount?: number } | readonly unknown[] | boolean | null | undefined;

const refusals: Readonly<Record<string, string>> = {
  FORBIDDEN: 'no',
  ForbiddenError: 'no',
  NOT_FOUND: 'hidden',
  NotFoundError: 'hidden',
};

function isNothing(value: Value): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || (typeof value === 'object' && 'totalCount' in value && value.totalCount === 0);
}

/** `yes`: done or shown; `no`: forbidden; `hidden`: as if it was not there. */
function outcomeOf({ data, errors }: Answer, name: string): string {
  const code = errors?.[0]?.extensions?.code;
  const value = data?.[name] as Value;
  const refused = refusals[code ?? typeOf(value) ?? ''];
  return refused ?? code ?? (isNothing(value) ? 'hidden' : 'yes');
}

function typeOf(value: Value): string | undefined {
  return typeof value === 'object' && value && '__typename' in value ? value.__typename : undefined;
}

describe('who may do what, field by field', () => {
  let gateway: Gateway;
  let callers: ReadonlyMap<string, { readonly authorization?: string | undefined }>;
  let ids: Record<string, string>;

  beforeAll(async () => {
    gateway = await openGateway();
    const importText = `mutation ($text: String!) { importReport(input: {text: $text, organization: "草稿局", year: 2023}) {
      ... on ImportReportSuccess { report { id organization { id } } } } }`;
    const imported = (await gateway.query(importText, { text: await readSample() })) as any; // oxlint-disable-line typescript/no-explicit-any
    const { report } = imported.data.importReport;
    const render = `mutation ($id: ID!) { renderReport(input: {report: $id, renderer: "text"}) {
      ... on RenderReportSuccess { job { id } } } }`;
    const started = (await gateway.query(render, { id: report.id })) as any; // oxlint-disable-line typescript/no-explicit-any
    const { job } = started.data.renderReport;
    ids = {
      report: report.id,
      organization: report.organization.id,
      job: job.id,
      reader: `reader@${report.organization.id}`,
    };
    const bound = await Promise.all(
      roles.map(async (role) => [role, signedIn(await tokenOf(gateway, `${role}@${report.organization.id}`))] as const),
    );
    callers = new Map([['anonymous', asNobody], ...bound, ['administrator everywhere', signedIn()]]);
  }, 60_000);

  afterAll(() => gateway.close());

  async function ask(kind: string, name: string, headers: object): Promise<Answer> {
    const types = {
      query: schema.getQueryType(),
      mutation: schema.getMutationType(),
      subscription: schema.getSubscriptionType(),
    };
    const call = operations[`${kind}.${name}`]?.replace(/\$(\w+)/gu, (_, id: string) => JSON.stringify(ids[id])) ?? '';
    const query = `${kind} { ${name}${call} ${selectionOf(types[kind as keyof typeof types] ?? undefined, name)} }`;
    const accept = kind === 'subscription' ? 'text/event-stream' : 'application/json';
    const text = await (await gateway.post({ query }, { ...headers, accept })).text();
    return JSON.parse(kind === 'subscription' ? (/^data: (\{.*)$/mu.exec(text)?.[1] ?? '{}') : text) as Answer;
  }

  it.each(rootFields())('$field', async ({ field, kind, name }) => {
    expect(
      operations[`${kind}.${name}`],
      `${field} is new: say in test/graphql/role-operations.ts with which arguments it is tried, on the draft that the test makes.`,
    ).toBeDefined();
    const outcomes: string[] = [];
    for (const column of columns) outcomes.push(outcomeOf(await ask(kind, name, callers.get(column) ?? {}), name));
    const row = `| \`${field}\` | ${outcomes.join(' | ')} |`;
    expect(
      committedRows().get(field),
      `${field} has no row in test/graphql/role-table.md, or another one. If this is who shall do it, that row is: ${row}`,
    ).toBe(row);
  });

  it('has no row of a field that is gone', () => {
    const known = new Set(rootFields().map(({ field }) => field));
    expect([...committedRows().keys()].filter((field) => !known.has(field))).toEqual([]);
  });
});
