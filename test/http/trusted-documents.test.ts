import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#app/config.ts';
import { createApp } from '#app/create-app.ts';
import { openGateway, type Gateway } from '../gateway/open-gateway.ts';

const query = 'query Mine { forms { id } }';
const sha256Hash = createHash('sha256').update(query).digest('hex');
const named = (hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });

describe('operations that a gateway knows by their hash', () => {
  let folder: string;
  let file: string;
  let gateway: Gateway;
  let strict: Gateway;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-documents-'));
    file = join(folder, 'persisted-documents.json');
    await writeFile(file, JSON.stringify({ [sha256Hash]: query }));
    gateway = await openGateway({ NIANBAO_DOCUMENTS: file });
    strict = await openGateway({ NIANBAO_DOCUMENTS: file, NIANBAO_DOCUMENTS_ONLY: 'on' });
  });

  afterAll(async () => {
    await gateway.close();
    await strict.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = async (from: Gateway, body: object) => {
    const response = await from.post(body);
    const { data, errors } = (await response.json()) as {
      data?: Record<string, unknown>;
      errors?: { extensions: { code: string } }[];
    };
    return { status: response.status, data, code: errors?.[0]?.extensions.code };
  };

  it('are executed by it, whether others are or not', async () => {
    for (const one of [gateway, strict]) expect((await ask(one, named(sha256Hash))).data).toHaveProperty('forms');
  });

  it('are unknown by another hash', async () => {
    for (const one of [gateway, strict])
      expect(await ask(one, named('0'.repeat(64)))).toMatchObject({ status: 404, code: 'DOCUMENT_UNKNOWN' });
  });

  it('are the only ones where that is settled: no text is executed, not even theirs', async () => {
    expect((await ask(gateway, { query })).data).toHaveProperty('forms');
    for (const body of [{ query }, { query: '{ viewer { name } }' }, { query, ...named(sha256Hash) }, {}])
      expect(await ask(strict, body)).toMatchObject({ status: 403, code: 'DOCUMENT_NOT_TRUSTED' });
  });

  it('are the reader’s, too', async () => {
    const { default: documents } = await import('../../src/web/generated/persisted-documents.json', {
      with: { type: 'json' },
    });
    const hash = Object.entries(documents).find(([, text]) => text.includes('query RendererList'))?.[0] ?? '';
    expect((await ask(strict, named(hash))).data).toHaveProperty('renderers');
  });

  it('are to be in a file that can be read', async () => {
    await writeFile(join(folder, 'wrong.json'), '{"a": 1}');
    const config = () =>
      readConfig({
        PORT: '0',
        NIANBAO_DATA_DIR: folder,
        NIANBAO_LOG_LEVEL: 'silent',
        NIANBAO_DOCUMENTS: join(folder, 'wrong.json'),
      });
    const app = await createApp(config());
    await expect(app.ready).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    await app.close();
    expect(() => readConfig({ NIANBAO_DOCUMENTS: join(folder, 'none.json') })).toThrow(/NIANBAO_DOCUMENTS/u);
  });
});
