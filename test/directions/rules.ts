/** What a folder of `src` may import besides itself, and why no more. */
export interface DirectionRule {
  readonly folder: string;
  readonly mayImport: readonly string[];
  readonly why: string;
}

/** In import order: a folder imports only from folders above it. */
export const directionRules: readonly DirectionRule[] = [
  {
    folder: 'errors',
    mayImport: [],
    why: 'Everything may fail with a catalogued error, so the catalogue knows nobody.',
  },
  { folder: 'forms', mayImport: ['errors'], why: 'The form is data from which the rest is derived.' },
  {
    folder: 'reports',
    mayImport: ['errors', 'forms'],
    why: 'A filled-in form knows neither how it was read nor where it is kept.',
  },
  { folder: 'plugin-api', mayImport: [], why: 'What plugins are written against must not drag in the gateway.' },
  {
    folder: 'store',
    mayImport: ['errors', 'forms', 'reports'],
    why: 'The port speaks the words of the domain; adapters know the port, not their users.',
  },
  {
    folder: 'findings',
    mayImport: ['errors', 'forms', 'reports', 'store'],
    why: 'Whoever publishes, shows or decides findings compares a report with those that are stored.',
  },
  {
    folder: 'importers',
    mayImport: ['errors', 'forms', 'reports', 'store'],
    why: 'Reading documents needs the form and a place to put the result.',
  },
  {
    folder: 'review',
    mayImport: ['errors', 'forms', 'reports', 'store', 'findings'],
    why: 'The steps to publication are pure functions on reports; who may take them is said elsewhere.',
  },
  {
    folder: 'auth',
    mayImport: ['errors', 'store'],
    why: 'Who may do what is said in one place, which knows neither the transport nor the schema.',
  },
  {
    folder: 'rollups',
    mayImport: ['errors', 'forms', 'reports', 'store'],
    why: 'Sums, trends and comparisons of reports; how they are asked for and printed is a matter of others.',
  },
  {
    folder: 'rendering',
    mayImport: ['errors', 'forms', 'reports', 'store', 'plugin-api', 'rollups'],
    why: 'It says what it needs of renderers; who provides it is wired in app.',
  },
  {
    folder: 'plugin-host',
    mayImport: ['errors', 'plugin-api'],
    why: 'It runs renderers and knows nothing of reports.',
  },
  {
    folder: 'plugin-testing',
    mayImport: ['errors', 'forms', 'reports', 'plugin-api', 'rendering', 'plugin-host'],
    why: 'It hands plugins what the gateway would: reports on the form, through the plugin host.',
  },
  { folder: 'browser-host', mayImport: ['errors'], why: 'It prints pages and knows nothing of plugins or reports.' },
  {
    folder: 'graphql',
    mayImport: [
      'errors',
      'forms',
      'reports',
      'store',
      'findings',
      'review',
      'importers',
      'auth',
      'rendering',
      'rollups',
    ],
    why: 'The edge for queries: it reads through the store port and never names an adapter.',
  },
  { folder: 'http', mayImport: ['errors', 'store', 'auth', 'graphql', 'rendering'], why: 'The edge for transport.' },
  {
    folder: 'app',
    mayImport: [
      'errors',
      'forms',
      'reports',
      'plugin-api',
      'store',
      'findings',
      'review',
      'importers',
      'auth',
      'rendering',
      'plugin-host',
      'plugin-testing',
      'browser-host',
      'graphql',
      'http',
    ],
    why: 'The only wiring.',
  },
  { folder: 'web', mayImport: [], why: 'It is a client of the API like any other, in the browser.' },
  { folder: 'cli', mayImport: ['errors', 'app'], why: 'The shell translates arguments and answers, nothing more.' },
];

/** Parts of a folder that only some places may import. */
export const privateParts: readonly { readonly path: string; readonly importers: RegExp; readonly why: string }[] = [
  {
    path: 'src/store/embedded/',
    importers: /^src\/(?:store\/embedded|app)\//u,
    why: 'Only app chooses an adapter; adapters never import each other.',
  },
  {
    path: 'src/store/mongo/',
    importers: /^src\/(?:store\/mongo|app)\//u,
    why: 'Only app chooses an adapter; adapters never import each other.',
  },
];

/** Packages that belong to one place. */
export const packageOwners: readonly { readonly name: RegExp; readonly importers: RegExp; readonly why: string }[] = [
  {
    name: /^puppeteer/u,
    importers: /^src\/browser-host\//u,
    why: 'One supervised browser, one place that can start it.',
  },
  { name: /^mongodb$/u, importers: /^src\/store\/mongo\//u, why: 'The driver is behind the port.' },
  { name: /^(?:@seald-io\/nedb|mingo)/u, importers: /^src\/store\//u, why: 'The embedded store is behind the port.' },
];
