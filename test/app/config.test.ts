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
      NIANBAO_PLUGIN_DIRS: '/a:/b',
      NIANBAO_CORS_ORIGINS: 'https://www.example.gov.cn, http://localhost:5173',
    });
    expect(config.pluginFolders).toEqual(['/a', '/b']);
    expect(config.corsOrigins).toEqual(['https://www.example.gov.cn', 'http://localhost:5173']);
  });

  it('lists all faults at once', () => {
    const wrong = { PORT: '99999', MONGODB_URI: 'postgres://x', NIANBAO_LOG_LEVEL: 'loud' };
    expect(() => readConfig(wrong)).toThrow(/PORT: .*MONGODB_URI: .*NIANBAO_LOG_LEVEL: /u);
  });
});
