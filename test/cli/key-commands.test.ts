import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGateway, signedIn } from '../gateway/open-gateway.ts';
import { runProgram } from './run-program.ts';

describe('nianbao key', { timeout: 60_000 }, () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-keys-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  const run = (...args: readonly string[]) => runProgram(folder, ['key', ...args]);

  it('makes the first administrator of a production gateway, who is seen in the audit log', async () => {
    const { code, stdout } = await run('create', '首位管理员', '--role', 'administrator', '--json');
    const key = JSON.parse(stdout) as { id: string; token: string };
    expect([code, key]).toMatchObject([0, { name: '首位管理员', roles: ['administrator'], createdBy: 'operator' }]);
    const production = { NODE_ENV: 'production', NIANBAO_DEV_TOKEN: '', NIANBAO_DATA_DIR: join(folder, 'data') };
    const gateway = await openGateway(production);
    try {
      const query = '{ viewer { subject } auditLog { edges { node { operation subject target details outcome } } } }';
      expect(await gateway.query(query, {}, signedIn(key.token))).toEqual({
        data: {
          viewer: { subject: `api-key:${key.id}` },
          auditLog: {
            edges: [
              {
                node: {
                  operation: 'createApiKey',
                  subject: 'operator',
                  target: key.id,
                  details: '首位管理员: administrator',
                  outcome: 'DONE',
                },
              },
            ],
          },
        },
      });
    } finally {
      await gateway.close();
    }
    expect((await run('list')).stdout).toMatch(
      new RegExp(`^✓ ${key.id} 首位管理员 \\(administrator\\) 有效期至 \\d{4}-`, 'u'),
    );
    expect((await run('revoke', key.id, '--lang', 'en')).stdout).toBe(`– ${key.id} 首位管理员 (administrator) ended\n`);
  });

  it('says what is wrong', async () => {
    expect(await run('create', 'x', '--role', 'root')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^输入无效：“root”不是角色；.*\[INPUT_INVALID\]/u),
    });
    expect(await run('create', 'x', '--role', 'editor@nope')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/没有 id 为“nope”的单位.*\[INPUT_INVALID\]/u),
    });
    expect(await run('revoke', 'nothing')).toMatchObject({ code: 2, stderr: expect.stringContaining('[NOT_FOUND]') });
    expect((await run('create', 'x')).code).toBe(2);
  });
});
