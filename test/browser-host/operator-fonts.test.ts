import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#app/config.ts';
import { faultOfFont } from '#browser-host/font-file.ts';
import { LAST_RESORT, packageFile } from '#browser-host/font-faces.ts';
import { makeAccessible } from '../../plugins/pdf/accessible/index.ts';
import { a4, pageOf } from './fixture-page.ts';
import { loggingHost } from './hosts.ts';
import { readPdf } from './read-pdf.ts';
import { renamedFont, withTable } from './renamed-font.ts';

describe('a font of the operator', () => {
  let folder: string;
  let font: Buffer;
  let path: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-fonts-'));
    font = await renamedFont();
    path = await put('ceshi.ttf', font);
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function put(name: string, bytes: Uint8Array): Promise<string> {
    const file = join(folder, name);
    await writeFile(file, bytes);
    return file;
  }

  it('stands in the place of ours, embedded as TrueType; what it lacks comes from ours', async () => {
    const [usual, own] = [loggingHost(), loggingHost({ fonts: { fangsong: path } })];
    try {
      const html = pageOf('<h1>标题</h1><h2>一、黑体</h2><p>政府信息公开工作，2024年，民长门。</p>');
      const [before, after] = await Promise.all([usual, own].map((host) => host.print({ html, layout: a4 })));
      expect(namesIn(before!)).not.toContain('CeshiFangs');
      expect(namesIn(after!)).toContain('CeshiFangs');
      expect(namesIn(after!)).toMatch(/NotoSerifSC[^]*NotoSansSC/u);
      const { bytes, faults } = makeAccessible(after!);
      expect(faults).toEqual([]);
      expect((await readPdf(bytes)).text).toBe('标题一、黑体政府信息公开工作，2024年，民长门。');
      expect(await own.appearance()).not.toBe(await usual.appearance());
    } finally {
      await Promise.all([usual.close(), own.close()]);
    }
  }, 90_000);

  it('is looked at when the gateway starts', () => {
    const given = { NIANBAO_FONT_FANGSONG: path, NIANBAO_FONT_KAITI: path };
    expect(readConfig(given).fonts).toEqual({ fangsong: path, kaiti: path, heiti: undefined, xiaobiaosong: undefined });
    const wrong = { NIANBAO_FONT_HEITI: join(folder, 'gone.ttf'), NIANBAO_FONT_KAITI: packageFile(LAST_RESORT[0]!) };
    const refused = expect.objectContaining({
      code: 'CONFIG_INVALID',
      parameters: {
        faults: expect.stringMatching(
          /NIANBAO_FONT_HEITI: must be a file that is there; NIANBAO_FONT_KAITI: must be a TrueType font \(\.ttf\)/u,
        ) as string,
      },
    });
    expect(() => readConfig(wrong)).toThrow(refused);
  });

  it('is refused with what is wrong with it', async () => {
    expect(faultOfFont(path)).toBeUndefined();
    const bad = async (name: string, bytes: Buffer) => faultOfFont(await put(name, bytes));
    expect(faultOfFont(folder)).toBe('must be a file that is there');
    expect(await bad('empty.ttf', Buffer.alloc(0))).toMatch(/can not be read/u);
    expect(await bad('text.ttf', Buffer.from('no font at all'))).toMatch(/^must be a TrueType font \(\.ttf\)/u);
    expect(await bad('collection.ttc', Buffer.concat([Buffer.from('ttcf'), font]))).toMatch(/not a collection/u);
    expect(await bad('cut.ttf', font.subarray(0, 100))).toMatch(/can not be read|outlines of its own/u);
    expect(await bad('licensed.ttf', withTable(font, 'OS/2', 8, 2))).toMatch(/may not be embedded/u);
    expect(await bad('unmapped.ttf', withTable(font, 'cmap', 2, 0))).toMatch(/it lacks 政府信息公开/u);
  });
});

/** Names of the fonts that are embedded. */
function namesIn(pdf: Uint8Array): string {
  const names =
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/FontName \/\S+/gu) ?? [];
  return names.join('\n');
}
