import { tmpdir } from 'node:os';
import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '#app/config.ts';

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({ port: 4000, host: '127.0.0.1', mongodbUri: undefined, pluginFolders: [] });
  });

  it('takes an empty value for none', () => {
    expect(readConfig({ PORT: '', MONGODB_URI: ' ', NIANBAO_CORS_ORIGINS: '' })).toEqual(readConfig({}));
  });

  it('splits lists', () => {
    const config = readConfig({
      NIANBAO_PLUGIN_DIRS: ['.', tmpdir()].join(delimiter),
      NIANBAO_CORS_ORIGINS: 'https://www.example.gov.cn, http://localhost:5173',
    });
    expect(config.pluginFolders).toEqual([process.cwd(), tmpdir()]);
    expect(config.corsOrigins).toEqual(['https://www.example.gov.cn', 'http://localhost:5173']);
  });

  it('lists all faults at once', () => {
    const wrong = {
      PORT: '99999',
      MONGODB_URI: 'postgres://x',
      NIANBAO_DATA_DIR: 'package.json',
      NIANBAO_PLUGIN_DIRS: '/nowhere',
      NIANBAO_CORS_ORIGINS: 'example.org',
      NIANBAO_LOG_LEVEL: 'loud',
      PUPPETEER_EXECUTABLE_PATH: '/nowhere/chromium',
    };
    expect(() => readConfig(wrong)).toThrow(
      new RegExp(
        Object.keys(wrong)
          .map((name) => `${name}: `)
          .join('.*'),
        'u',
      ),
    );
  });
});
