/** A request that means harm or makes no sense, and how it is answered: the status, and what the answer says. */
export interface HostileRequest {
  readonly name: string;
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
  readonly says: RegExp;
}

const json = { 'content-type': 'application/json' };

function query(text: string, variables: object = {}): Pick<HostileRequest, 'body' | 'headers'> {
  return { headers: json, body: JSON.stringify({ query: text, variables }) };
}

const many = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => part(at)).join(' ');
const nested = (times: number, open: string, close: string, inner: string) =>
  open.repeat(times) + inner + close.repeat(times);
const globalId = (text: string) => Buffer.from(text).toString('base64');

const tooLarge = { status: 200, says: /QUERY_TOO_LARGE/u };
const invalid = { status: 200, says: /INPUT_INVALID|NOT_FOUND|"report":null|"node":null|CURSOR_INVALID/u };
const unreadable = { status: 400, says: /errors/u };
const notValid = { status: 200, says: /GRAPHQL_VALIDATION_FAILED|errors/u };

const shape: readonly HostileRequest[] = [
  {
    name: 'deep',
    ...query(`{ reports { edges { node { organization ${nested(40, '{ parent ', '}', '{ id }')} } } } }`),
    ...tooLarge,
  },
  {
    name: 'deep through fragments',
    ...query(
      `{ reports { edges { node { organization { ...f0 } } } } } ${many(40, (at) => `fragment f${at} on Organization { parent { ${at < 39 ? `...f${at + 1}` : 'id'} } }`)}`,
    ),
    ...tooLarge,
  },
  { name: 'wide', ...query(`{ ${many(1200, (at) => `a${at}: forms { id }`)} }`), ...tooLarge },
  {
    name: 'aliased pages',
    ...query(
      `{ ${many(60, (at) => `a${at}: reports(first: 100) { edges { node { tables { rows { cells { raw } } } } } }`)} }`,
    ),
    ...tooLarge,
  },
  {
    name: 'aliased renderings',
    ...query(
      `{ reports(first: 100) { edges { node { ${many(11, (at) => `a${at}: rendering(renderer: "pdf") { url }`)} } } } }`,
    ),
    ...tooLarge,
  },
  {
    name: 'pages in pages',
    ...query(
      '{ reports(first: 100) { edges { node { organization { reports(first: 100) { edges { node { organization { reports(first: 100) { totalCount } } } } } } } } } }',
    ),
    ...tooLarge,
  },
  { name: 'too many tokens', ...query(`{ ${'__typename '.repeat(20_000)} }`), ...notValid },
  { name: 'many directives', ...query(`{ __typename ${'@include(if: true) '.repeat(5_000)} }`), ...notValid },
  { name: 'an unknown directive many times', ...query(`{ __typename ${'@a '.repeat(3_000)} }`), ...notValid },
  { name: 'brackets without end', ...query('{'.repeat(5_000)), ...notValid },
  { name: 'lists without end', ...query(`{ reports(filter: ${'['.repeat(5_000)}`), ...notValid },
  {
    name: 'a fragment of itself',
    ...query('{ reports { ...a } } fragment a on ReportConnection { ...a }'),
    ...notValid,
  },
  {
    name: 'a ring of fragments',
    ...query(
      '{ reports { ...a } } fragment a on ReportConnection { ...b } fragment b on ReportConnection { ...c } fragment c on ReportConnection { ...a }',
    ),
    ...notValid,
  },
  { name: 'many fields that must be merged', ...query(`{ ${'forms { id } '.repeat(2_000)} }`), ...notValid },
  {
    name: 'introspection in depth',
    ...query(`{ __schema { types { fields { type ${nested(8, '{ fields { type ', '} }', '{ name }')} } } } }`),
    ...notValid,
  },
  {
    name: 'a batch',
    headers: json,
    body: JSON.stringify(Array.from({ length: 100 }, () => ({ query: '{ __typename }' }))),
    status: 400,
    says: /[Bb]atch/u,
  },
  {
    name: 'many operations',
    ...query(many(500, (at) => `query q${at} { __typename }`)),
    status: 400,
    says: /operation/u,
  },
  {
    name: 'a mutation by GET',
    path: '/graphql?query=mutation%7BregisterPlugin(input%3A%7Bname%3A%22x%22%7D)%7B__typename%7D%7D',
    method: 'GET',
    status: 405,
    says: /mutation/iu,
  },
];

const values: readonly HostileRequest[] = [
  { name: 'a first of 101', ...query('{ reports(first: 101) { totalCount edges { cursor } } }'), ...invalid },
  { name: 'a first below zero', ...query('{ reports(first: -1) { totalCount edges { cursor } } }'), ...invalid },
  { name: 'a first beyond 32 bits', ...query('{ reports(first: 99999999999) { totalCount } }'), ...notValid },
  { name: 'a cursor of rubbish', ...query('{ reports(after: "%00$where") { edges { cursor } } }'), ...invalid },
  {
    name: 'a cursor with an operator',
    ...query('query ($c: String) { reports(after: $c) { edges { cursor } } }', { c: globalId('{"$gt":""}') }),
    ...invalid,
  },
  {
    name: 'an operator for an id',
    ...query('query ($id: ID!) { report(id: $id) { id } }', { id: { $ne: null } }),
    ...notValid,
  },
  {
    name: 'an operator in a filter',
    ...query('query ($f: ReportFilter) { reports(filter: $f) { totalCount } }', { f: { year: { $gt: 0 } } }),
    ...notValid,
  },
  {
    name: 'an operator for a name',
    ...query('query ($f: ReportFilter) { reports(filter: $f) { totalCount } }', { f: { $where: 'sleep(9999)' } }),
    ...notValid,
  },
  {
    name: 'an operator in options',
    ...query(
      '{ reports(first: 1) { edges { node { rendering(renderer: "text", options: {a: {b: 1}, __proto__: {x: 1}}) { url } } } } }',
    ),
    status: 200,
    says: /OPTIONS_INVALID|INPUT_INVALID|must NOT have/u,
  },
  {
    name: 'a prototype in variables',
    headers: json,
    body: '{"query":"query ($f: ReportFilter) { reports(filter: $f) { totalCount } }","variables":{"f":{"__proto__":{"year":1}}}}',
    ...notValid,
  },
  {
    name: 'a prototype for variables',
    headers: json,
    body: '{"query":"{ __typename }","__proto__":{"admin":true}}',
    status: 400,
    says: /./u,
  },
  {
    name: 'a constructor for options',
    ...query(
      '{ reports(first: 1) { edges { node { rendering(renderer: "html", options: {constructor: {prototype: {x: 1}}}) { url } } } } }',
    ),
    status: 200,
    says: /OPTIONS_INVALID|INPUT_INVALID|must NOT have/u,
  },
  { name: 'an id of another type', ...query(`{ report(id: "${globalId('Organization:1')}") { id } }`), ...invalid },
  { name: 'an id of a path', ...query(`{ node(id: "${globalId('Report:../../etc/passwd')}") { id } }`), ...invalid },
  { name: 'an id that is none', ...query('{ node(id: "%%%") { id } }'), ...invalid },
  { name: 'a very long id', ...query(`{ node(id: "${'A'.repeat(100_000)}") { id } }`), ...invalid },
  {
    name: 'a very long search',
    ...query('query ($s: String) { reports(filter: {search: $s}) { totalCount } }', { s: '甲'.repeat(100_000) }),
    status: 200,
    says: /INPUT_INVALID|"totalCount":0/u,
  },
  {
    name: 'a search like a regular expression',
    ...query('query ($s: String) { reports(filter: {search: $s}) { totalCount } }', { s: '(a+)+$'.repeat(200) }),
    status: 200,
    says: /"totalCount":0|INPUT_INVALID/u,
  },
  {
    name: 'a search that brackets',
    ...query('query ($s: String) { reports(filter: {search: $s}) { totalCount } }', { s: '[[[[((((' }),
    status: 200,
    says: /"totalCount":0|INPUT_INVALID/u,
  },
  {
    name: 'a renderer of a path',
    ...query('{ reports(first: 1) { edges { node { rendering(renderer: "../../../etc/passwd") { url } } } } }'),
    status: 200,
    says: /UNKNOWN_RENDERER|INPUT_INVALID/u,
  },
  {
    name: 'a renderer of a prototype',
    ...query('{ reports(first: 1) { edges { node { rendering(renderer: "__proto__") { url } } } } }'),
    status: 200,
    says: /UNKNOWN_RENDERER|INPUT_INVALID/u,
  },
  {
    name: 'a renderer of a constructor',
    ...query('{ reports(first: 1) { edges { node { rendering(renderer: "constructor") { url } } } } }'),
    status: 200,
    says: /UNKNOWN_RENDERER|INPUT_INVALID/u,
  },
  {
    name: 'a year that is none',
    ...query('{ reports(filter: {year: 99999}) { totalCount } }'),
    status: 200,
    says: /"totalCount":0|INPUT_INVALID/u,
  },
  {
    name: 'a plugin of nobody',
    ...query('mutation { registerPlugin(input: {name: "../../evil"}) { __typename } }'),
    status: 200,
    says: /Forbidden/u,
  },
  {
    name: 'an import of nobody',
    ...query('mutation { importReport(input: {text: "x"}) { __typename } }'),
    status: 200,
    says: /Forbidden/u,
  },
];

const http: readonly HostileRequest[] = [
  { name: 'no JSON', headers: json, body: '{"query":', ...unreadable },
  { name: 'JSON that is no request', headers: json, body: '[1]', status: 400, says: /./u },
  { name: 'nothing', headers: json, body: '', ...unreadable },
  {
    name: 'deep JSON',
    headers: json,
    body: `{"query":"{ __typename }","variables":{"a":${nested(20_000, '[', ']', '')}}}`,
    status: 200,
    says: /./u,
  },
  { name: 'a query that is no text', headers: json, body: '{"query":{"$gt":""}}', status: 400, says: /query/u },
  {
    name: 'variables that are none',
    headers: json,
    body: '{"query":"{ __typename }","variables":"x"}',
    status: 400,
    says: /variables/u,
  },
  {
    name: 'another media type',
    headers: { 'content-type': 'text/plain' },
    body: '{"query":"{ __typename }"}',
    status: 415,
    says: /^$/u,
  },
  {
    name: 'XML',
    headers: { 'content-type': 'application/xml' },
    body: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    status: 415,
    says: /^$/u,
  },
  {
    name: 'an upload without parts',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x--\r\n',
    ...notValid,
  },
  {
    name: 'an upload that maps to a prototype',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body:
      [
        'operations',
        '{"query":"mutation ($f: File) { importReport(input: {file: $f}) { __typename } }","variables":{"f":null}}',
        'map',
        '{"0":["__proto__.polluted"]}',
        '0',
        'yes',
      ].reduce(
        (text, part, at) =>
          at % 2 === 0
            ? `${text}--x\r\ncontent-disposition: form-data; name="${part}"${part === '0' ? '; filename="a"' : ''}\r\n\r\n`
            : `${text}${part}\r\n`,
        '',
      ) + '--x--\r\n',
    status: 200,
    says: /./u,
  },
  {
    name: 'a wrong token',
    headers: { ...json, authorization: 'Bearer nothing' },
    body: '{"query":"{ viewer { name } }"}',
    status: 401,
    says: /UNAUTHENTICATED/u,
  },
  {
    name: 'a token of no algorithm',
    headers: {
      ...json,
      authorization: `Bearer ${globalId('{"alg":"none"}')}.${globalId('{"sub":"admin","roles":["administrator"]}')}.`,
    },
    body: '{"query":"{ viewer { name } }"}',
    status: 401,
    says: /UNAUTHENTICATED/u,
  },
  {
    name: 'a huge token',
    headers: { ...json, authorization: `Bearer ${'a'.repeat(20_000)}` },
    body: '{"query":"{ viewer { name } }"}',
    status: 401,
    says: /UNAUTHENTICATED/u,
  },
  {
    name: 'another scheme',
    headers: { ...json, authorization: 'Basic YTpi' },
    body: '{"query":"{ viewer { name } }"}',
    status: 401,
    says: /UNAUTHENTICATED/u,
  },
  {
    name: 'a body that is too long',
    headers: json,
    body: 'x'.repeat(9 * 2 ** 20),
    status: 413,
    says: /REQUEST_TOO_LARGE/u,
  },
  {
    name: 'an artifact of a path',
    path: '/artifacts/..%2f..%2f..%2fetc%2fpasswd',
    method: 'GET',
    status: 404,
    says: /NOT_FOUND/u,
  },
  {
    name: 'an artifact of nobody',
    path: `/artifacts/${'0'.repeat(64)}/a%0d%0aset-cookie:%20a=b`,
    method: 'GET',
    status: 404,
    says: /NOT_FOUND/u,
  },
  {
    name: 'many ranges',
    path: `/artifacts/${'0'.repeat(64)}/a.txt`,
    method: 'GET',
    headers: { range: `bytes=${many(1000, (at) => `${at}-${at},`)}0-1` },
    status: 404,
    says: /NOT_FOUND/u,
  },
  { name: 'a path out of the house', path: '//evil.example/..', method: 'GET', status: 404, says: /NOT_FOUND/u },
  { name: 'a null in a path', path: '/%00', method: 'GET', status: 404, says: /NOT_FOUND/u },
  { name: 'a method that nobody has', path: '/graphql', method: 'DELETE', status: 405, says: /^$/u },
  { name: 'a method for files', path: '/artifacts/x', method: 'PUT', body: 'x', status: 404, says: /NOT_FOUND/u },
];

/** All of them. */
export const hostileRequests: readonly HostileRequest[] = [...shape, ...values, ...http];
