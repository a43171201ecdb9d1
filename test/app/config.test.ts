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

  it('knows an identity provider by three settings that go together', () => {
    const whole = {
      NIANBAO_JWKS_URI: 'https://id.example.gov.cn/certs',
      NIANBAO_JWT_ISSUER: 'https://id.example.gov.cn',
      NIANBAO_JWT_AUDIENCE: 'nianbao',
    };
    expect(readConfig({}).identityProvider).toBeUndefined();
    expect(readConfig(whole).identityProvider).toEqual({
      jwksUri: whole.NIANBAO_JWKS_URI,
      issuer: whole.NIANBAO_JWT_ISSUER,
      audience: whole.NIANBAO_JWT_AUDIENCE,
      rolesClaim: 'roles',
    });
    expect(() => readConfig({ ...whole, NIANBAO_JWT_AUDIENCE: '' })).toThrow(/NIANBAO_JWT_AUDIENCE: must be set/u);
    expect(() => readConfig({ ...whole, NIANBAO_JWKS_URI: 'http://id.example.gov.cn/certs' })).toThrow(/https/u);
  });

  it('takes no date of publication that is no day of every year', () => {
    const wrong = { NIANBAO_DUE_DEPARTMENTS: '02-30' };
    expect(() => readConfig(wrong)).toThrow(/NIANBAO_DUE_DEPARTMENTS: must be a month and a day/u);
    expect(readConfig({ NIANBAO_DUE_GOVERNMENTS: '03-15' }).dueDates.governments).toBe('03-15');
  });

  it('has no development administrator in production', () => {
    expect(() => readConfig({ NODE_ENV: 'production', NIANBAO_DEV_TOKEN: 'long enough' })).toThrow(
      /NIANBAO_DEV_TOKEN: /u,
    );
    expect(() => readConfig({ NIANBAO_DEV_TOKEN: 'short' })).toThrow(/NIANBAO_DEV_TOKEN: /u);
    expect(readConfig({ NODE_ENV: 'production' })).toMatchObject({ production: true, developmentToken: undefined });
  });
});
