import { existsSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { delimiter, resolve } from 'node:path';
import { z } from 'zod';
import type { OperatorFonts } from '#browser-host/font-faces.ts';
import { faultOfFont } from '#browser-host/font-file.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { isDayOfEveryYear } from '#reports/chinese-day.ts';
import { legalDueDates, type DueDates } from '#reports/checks/subject.ts';
import { defaultRetention, type Retention } from '#store/retention.ts';

/** Empty values are as good as unset: compose files and shells leave them behind. */
const optional = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value.trim() === '' ? undefined : value.trim()));

function list(separator: string | RegExp) {
  return optional.transform((value) =>
    (value?.split(separator) ?? []).map((part) => part.trim()).filter((part) => part !== ''),
  );
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

function isNetwork(text: string): boolean {
  const [address = '', length] = text.split('/', 2);
  const longest = isIP(address) === 6 ? 128 : 32;
  return isIP(address) !== 0 && (length === undefined || (/^\d{1,3}$/u.test(length) && Number(length) <= longest));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Path of a font that PDFs can be printed with. */
const font = optional
  .transform((path) => path && resolve(path))
  .superRefine((path, context) => {
    const message = path && faultOfFont(path);
    if (message) context.addIssue({ code: 'custom', message });
  });

function days(usual: number) {
  return optional.pipe(
    z
      .string()
      .regex(/^[1-9]\d{0,3}$/u, 'must be a whole number of days from 1 to 9999')
      .default(String(usual))
      .transform(Number),
  );
}

/** Over an open network anybody could hand out keys of his own. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

function monthAndDay(usual: string) {
  return optional.pipe(z.string().refine(isDayOfEveryYear, 'must be a month and a day such as 01-31').default(usual));
}

const settings = z.object({
  PORT: optional.pipe(
    z
      .string()
      .regex(/^\d{1,5}$/u, 'must be a port number')
      .default('4000')
      .transform(Number)
      .refine((port) => port <= 65_535, 'must be at most 65535'),
  ),
  HOST: optional.pipe(z.string().default('127.0.0.1')),
  MONGODB_URI: optional.pipe(
    z
      .string()
      .regex(/^mongodb(?:\+srv)?:\/\//u, 'must begin with mongodb:// or mongodb+srv://')
      .optional(),
  ),
  NIANBAO_DATA_DIR: optional
    .pipe(z.string().default('.nianbao'))
    .transform((path) => resolve(path))
    .refine((path) => !existsSync(path) || isFolder(path), 'must be a folder'),
  NIANBAO_PLUGIN_DIRS: list(delimiter)
    .transform((paths) => paths.map((path) => resolve(path)))
    .refine((paths) => paths.every(isFolder), 'must be folders that are there'),
  NIANBAO_ARTIFACT_DAYS: days(defaultRetention.artifactDays),
  NIANBAO_JOB_DAYS: days(defaultRetention.jobDays),
  NIANBAO_DUE_DEPARTMENTS: monthAndDay(legalDueDates.departments),
  NIANBAO_DUE_GOVERNMENTS: monthAndDay(legalDueDates.governments),
  NIANBAO_CORS_ORIGINS: list(',').refine(
    (origins) => origins.every(isOrigin),
    'must be origins such as https://example.org',
  ),
  NIANBAO_EXPLORER: optional.pipe(z.enum(['on', 'off']).default('on')),
  NIANBAO_WEB: optional.pipe(z.enum(['on', 'off']).default('on')),
  NIANBAO_DOCUMENTS: list(delimiter)
    .transform((paths) => paths.map((path) => resolve(path)))
    .refine((paths) => paths.every((path) => existsSync(path)), 'must be files that are there'),
  NIANBAO_DOCUMENTS_ONLY: optional.pipe(z.enum(['on', 'off']).default('off')),
  NIANBAO_OIDC_CLIENT_ID: optional,
  NIANBAO_OIDC_SCOPE: optional.pipe(z.string().default('openid profile')),
  NIANBAO_TRUSTED_PROXIES: list(',').refine(
    (networks) => networks.every(isNetwork),
    'must be addresses or networks such as 10.0.0.0/8',
  ),
  NIANBAO_LOG_LEVEL: optional.pipe(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info')),
  NIANBAO_DEV_TOKEN: optional.pipe(
    z
      .string()
      .regex(/^\S{8,512}$/u, 'must be 8 to 512 characters without spaces')
      .optional(),
  ),
  NIANBAO_TOKEN: optional,
  NIANBAO_JWKS_URI: optional.refine(
    (uri) => uri === undefined || isSafeAddress(uri),
    'must be an address that begins with https:// (or http:// on this machine)',
  ),
  NIANBAO_JWT_ISSUER: optional,
  NIANBAO_JWT_AUDIENCE: optional,
  NIANBAO_JWT_ROLES_CLAIM: optional.pipe(z.string().default('roles')),
  NODE_ENV: optional,
  PUPPETEER_EXECUTABLE_PATH: optional.refine(
    (path) => path === undefined || existsSync(path),
    'must be a file that is there',
  ),
  NIANBAO_FONT_FANGSONG: font,
  NIANBAO_FONT_XIAOBIAOSONG: font,
  NIANBAO_FONT_HEITI: font,
  NIANBAO_FONT_KAITI: font,
  PATH: optional,
  npm_lifecycle_event: optional,
});

const environment = settings
  .refine((set) => set.NIANBAO_JOB_DAYS <= set.NIANBAO_ARTIFACT_DAYS, {
    path: ['NIANBAO_JOB_DAYS'],
    message: 'must not be more than NIANBAO_ARTIFACT_DAYS',
  })
  .refine((set) => set.NODE_ENV !== 'production' || set.NIANBAO_DEV_TOKEN === undefined, {
    path: ['NIANBAO_DEV_TOKEN'],
    message: 'must not be set where NODE_ENV is production',
  })
  .refine((set) => set.NIANBAO_OIDC_CLIENT_ID === undefined || isSafeAddress(set.NIANBAO_JWT_ISSUER ?? ''), {
    path: ['NIANBAO_OIDC_CLIENT_ID'],
    message: 'needs NIANBAO_JWT_ISSUER to be the https:// address of the identity provider',
  })
  .superRefine((set, context) => {
    const together = ['NIANBAO_JWKS_URI', 'NIANBAO_JWT_ISSUER', 'NIANBAO_JWT_AUDIENCE'] as const;
    const missing = together.filter((name) => set[name] === undefined);
    if (missing.length === together.length) return;
    for (const name of missing) {
      context.addIssue({ code: 'custom', path: [name], message: `must be set, as ${together.join(', ')} go together` });
    }
  });

/** The identity provider whose tokens are accepted. */
export interface IdentityProvider {
  readonly jwksUri: string;
  readonly issuer: string;
  readonly audience: string;
  readonly rolesClaim: string;
}

/** The configuration of the gateway; docs/configuration.md describes each setting. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Undefined: the embedded store in `dataFolder`. */
  readonly mongodbUri: string | undefined;
  readonly dataFolder: string;
  readonly pluginFolders: readonly string[];
  readonly retention: Retention;
  /** Month and day by which reports are published. */
  readonly dueDates: DueDates;
  /** Origins whose pages may query the gateway; empty: only its own. */
  readonly corsOrigins: readonly string[];
  /** Whether GraphiQL is served and the schema can be asked for. */
  readonly explorer: boolean;
  /** Whether the reader is served at `/`. */
  readonly web: boolean;
  /** Files of operations by their SHA-256, as `persisted-documents.json` of @graphql-codegen. */
  readonly documents: readonly string[];
  /** Whether only operations of these files and of the reader are executed. */
  readonly documentsOnly: boolean;
  /** How people sign in on the reader's pages at the identity provider; undefined: with a token. */
  readonly oidcClient: { readonly clientId: string; readonly scope: string } | undefined;
  /** Addresses and networks of the reverse proxies, whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly identityProvider: IdentityProvider | undefined;
  readonly developmentToken: string | undefined;
  /** What commands that talk to a running gateway sign in with. */
  readonly token: string | undefined;
  /** Nobody develops here: there is no development administrator. */
  readonly production: boolean;
  readonly logLevel: string;
  readonly browserPath: string | undefined;
  /** Fonts that PDFs are printed with instead of those from npm. */
  readonly fonts: OperatorFonts;
  /** Folders of programs, where a system's Chromium is looked for. */
  readonly searchPath: string | undefined;
  /** An npm script runs this process. */
  readonly underNpm: boolean;
}

function identityProviderOf(data: z.output<typeof environment>): IdentityProvider | undefined {
  const { NIANBAO_JWKS_URI: jwksUri, NIANBAO_JWT_ISSUER: issuer, NIANBAO_JWT_AUDIENCE: audience } = data;
  if (jwksUri === undefined || issuer === undefined || audience === undefined) return undefined;
  return { jwksUri, issuer, audience, rolesClaim: data.NIANBAO_JWT_ROLES_CLAIM };
}

/** Reads the environment; nothing else in the project does. CONFIG_INVALID lists all faults at once. */
export function readConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(variables);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw new NianbaoError('CONFIG_INVALID', { faults });
  }
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    mongodbUri: data.MONGODB_URI,
    dataFolder: data.NIANBAO_DATA_DIR,
    pluginFolders: data.NIANBAO_PLUGIN_DIRS,
    retention: { artifactDays: data.NIANBAO_ARTIFACT_DAYS, jobDays: data.NIANBAO_JOB_DAYS },
    dueDates: { departments: data.NIANBAO_DUE_DEPARTMENTS, governments: data.NIANBAO_DUE_GOVERNMENTS },
    corsOrigins: data.NIANBAO_CORS_ORIGINS,
    explorer: data.NIANBAO_EXPLORER === 'on',
    web: data.NIANBAO_WEB === 'on',
    documents: data.NIANBAO_DOCUMENTS,
    documentsOnly: data.NIANBAO_DOCUMENTS_ONLY === 'on',
    oidcClient:
      data.NIANBAO_OIDC_CLIENT_ID === undefined
        ? undefined
        : { clientId: data.NIANBAO_OIDC_CLIENT_ID, scope: data.NIANBAO_OIDC_SCOPE },
    trustedProxies: data.NIANBAO_TRUSTED_PROXIES,
    identityProvider: identityProviderOf(data),
    developmentToken: data.NIANBAO_DEV_TOKEN,
    token: data.NIANBAO_TOKEN,
    production: data.NODE_ENV === 'production',
    logLevel: data.NIANBAO_LOG_LEVEL,
    browserPath: data.PUPPETEER_EXECUTABLE_PATH,
    fonts: {
      fangsong: data.NIANBAO_FONT_FANGSONG,
      xiaobiaosong: data.NIANBAO_FONT_XIAOBIAOSONG,
      heiti: data.NIANBAO_FONT_HEITI,
      kaiti: data.NIANBAO_FONT_KAITI,
    },
    searchPath: data.PATH,
    underNpm: data.npm_lifecycle_event !== undefined,
  };
}
