import { InvalidArgumentError, type Command } from 'commander';
import type { KeyManager, PlainApiKey } from '#app/manage-api-keys.ts';
import { readConfig } from '#app/config.ts';
import { phrase, type Locale } from '#errors/locale.ts';
import { localeOf } from '../exit.ts';

interface Options {
  readonly json?: boolean;
}

interface CreateOptions extends Options {
  readonly role: readonly string[];
  readonly days: number;
}

const DAY = 86_400_000;

const sentences = {
  ended: { zh: '已停用', en: 'ended' },
  until: { zh: '有效期至 {date}', en: 'until {date}' },
  shownOnce: { zh: '令牌仅显示这一次，请妥善保存：', en: 'The token is shown this once; keep it:' },
} as const;

async function withKeys<Result>(work: (keys: KeyManager) => Promise<Result>): Promise<Result> {
  const { openKeyManager } = await import('#app/manage-api-keys.ts');
  const keys = await openKeyManager(readConfig());
  try {
    return await work(keys);
  } finally {
    await keys.close();
  }
}

function isOver({ revokedAt, expiresAt }: PlainApiKey): boolean {
  return revokedAt !== null || expiresAt.getTime() <= Date.now();
}

function describe(key: PlainApiKey, locale: Locale): string {
  const date = key.expiresAt.toISOString().slice(0, 10);
  const end = isOver(key) ? phrase(sentences.ended, {}, locale) : phrase(sentences.until, { date }, locale);
  return `${isOver(key) ? '–' : '✓'} ${key.id} ${key.name} (${key.roles.join(', ')}) ${end}`;
}

function show(value: object, text: string, { json }: Options): void {
  process.stdout.write(`${json ? JSON.stringify(value) : text}\n`);
}

async function create(name: string, options: CreateOptions, command: Command): Promise<void> {
  const locale = localeOf(command);
  const expiresAt = new Date(Date.now() + options.days * DAY);
  const key = await withKeys((keys) => keys.create({ name, roles: options.role, expiresAt }));
  const notice = phrase(sentences.shownOnce, {}, locale);
  show(key, `${describe(key, locale)}\n${notice}\n${key.token}`, options);
}

async function list(options: Options, command: Command): Promise<void> {
  const keys = await withKeys((manager) => manager.list());
  const lines = keys.map((key) => describe(key, localeOf(command)));
  if (options.json || lines.length > 0) show(keys, lines.join('\n'), options);
}

async function revoke(id: string, options: Options, command: Command): Promise<void> {
  const key = await withKeys((keys) => keys.revoke(id));
  show(key, describe(key, localeOf(command)), options);
}

function parseDays(text: string): number {
  if (/^[1-9]\d{0,3}$/u.test(text)) return Number(text);
  throw new InvalidArgumentError('Days are a whole number from 1 to 9999.');
}

function gather(role: string, roles: readonly string[] = []): readonly string[] {
  return [...roles, role];
}

/** `nianbao key`: API keys of the configured store, where no administrator can sign in yet. */
export function addKey(program: Command): void {
  const group = program
    .command('key')
    .description('make, list and revoke API keys of the store, as who runs this machine');
  group
    .command('create')
    .description('make a key for a machine, or for the first administrator, and show its token once')
    .argument('<name>', 'what it is for')
    .requiredOption(
      '--role <role>',
      'role, or role@organizationId with the id that GraphQL shows; may be given several times',
      gather,
    )
    .option('--days <number>', 'how long it is valid', parseDays, 365)
    .option('--json', 'the key and its token as JSON')
    .action(create);
  group.command('list').description('all keys, newest first').option('--json', 'as JSON').action(list);
  group
    .command('revoke')
    .description('take a key back at once and for good')
    .argument('<id>')
    .option('--json', 'as JSON')
    .action(revoke);
}
