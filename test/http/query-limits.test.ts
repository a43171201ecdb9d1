import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGateway, type Gateway } from '../gateway/open-gateway.ts';

const refused = (measure: string) => ({
  errors: [{ extensions: { code: 'QUERY_TOO_LARGE', measure } }],
});

describe('a query that asks for too much', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await openGateway();
  });
  afterAll(() => gateway.close());

  const nested = (times: number) =>
    `{ reports { edges { node { organization ${'{ parent '.repeat(times)}{ id }${' }'.repeat(times)} } } } }`;

  it('is refused by its depth', async () => {
    expect(await gateway.query(nested(30))).toMatchObject(refused('depth'));
    expect((await gateway.query(nested(5))).errors).toBeUndefined();
  });

  it('is refused by the number of its fields, under whatever names', async () => {
    const aliases = (count: number) =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: forms { id }`).join(' ')} }`;
    expect(await gateway.query(aliases(1500))).toMatchObject(refused('breadth'));
    expect((await gateway.query(aliases(50))).errors).toBeUndefined();
  });

  it('is refused by what its lists multiply, also through a fragment and variables', async () => {
    const query = `query ($n: Int) { reports(first: $n) { ...page } }
      fragment page on ReportConnection { edges { node { organization { reports(first: 100) { edges { node { tables { rows { cells { raw } } } } } } } } } }`;
    expect(await gateway.query(query, { n: 100 })).toMatchObject(refused('complexity'));
    expect((await gateway.query(query, { n: 1 })).errors).toBeUndefined();
    const drawn =
      '{ reports(first: 100) { edges { node { a: rendering(renderer: "html") { url } b: rendering(renderer: "text") { url } c: rendering(renderer: "csv") { url } d: rendering(renderer: "pdf") { url } } } } reportsAgain: reports(first: 100) { edges { node { a: rendering(renderer: "html") { url } b: rendering(renderer: "text") { url } c: rendering(renderer: "csv") { url } d: rendering(renderer: "pdf") { url } e: rendering(renderer: "json") { url } f: rendering(renderer: "docx") { url } g: rendering(renderer: "xlsx") { url } } } } }';
    expect(await gateway.query(drawn)).toMatchObject(refused('complexity'));
  });

  it('is refused by the number of its mutations, also through fragments, before any is done', async () => {
    const fields = (count: number) =>
      Array.from({ length: count }, (_, index) => `a${index}: revokeApiKey(id: "x") { __typename }`);
    const mutations = {
      errors: [{ extensions: { code: 'QUERY_TOO_LARGE', measure: 'mutations', asked: 51, limit: 50 } }],
    };
    expect(await gateway.query(`mutation { ${fields(51).join(' ')} }`)).toMatchObject(mutations);
    const [first = '', ...others] = fields(51);
    const parted = `mutation { ${first} ...rest ...rest } fragment rest on Mutation { ... on Mutation { ${others.join(' ')} } }`;
    expect(await gateway.query(parted)).toMatchObject(mutations);
    expect((await gateway.query('{ auditLog { totalCount } }')).data).toEqual({ auditLog: { totalCount: 0 } });
    expect((await gateway.query(`mutation { ${fields(50).join(' ')} }`)).errors).toBeUndefined();
  });

  it('is not even parsed when it is very long', async () => {
    const answer = await gateway.query(`{ ${'__typename '.repeat(10_001)} }`);
    expect(answer.errors?.[0]?.message).toContain('tokens');
  });

  it('takes a whole report, a hundred at a time', async () => {
    const whole = `{ reports(first: 100) { edges { node { id title year revision
      tables { id title unit columns { key labels } rows { key labels cells { path column raw value } } }
      introduction overview { heading text } problems { heading text } remarks { heading text } } } } }`;
    expect((await gateway.query(whole)).errors).toBeUndefined();
  });
});
