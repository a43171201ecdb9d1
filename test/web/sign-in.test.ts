import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, candidates, openBrowser } from '../browser/open-browser.ts';
import { openGateway, type Gateway } from '../gateway/open-gateway.ts';
import { openPage } from './open-pages.ts';

const AUDIENCE = 'nianbao';

/** A certified identity provider with its own sign-in page, which lets anybody in as an editor. */
async function createProvider(issuer: string): Promise<Provider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return new Provider(issuer, {
    clients: [
      {
        client_id: 'reader',
        token_endpoint_auth_method: 'none',
        application_type: 'native',
        redirect_uris: ['http://127.0.0.1/signed-in'],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'one' }] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    clientBasedCORS: () => true,
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    extraTokenClaims: () => ({ roles: ['editor'], name: '张编辑' }),
    features: {
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:nianbao',
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid profile',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  });
}

describe.skipIf(candidates.length === 0)(`signing in at an identity provider${browserMissing}`, () => {
  let server: Server;
  let gateway: Gateway;
  let browser: Browser;

  beforeAll(async () => {
    server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const handle = (await createProvider(issuer)).callback();
    server.on('request', (request, response) => void handle(request, response));
    gateway = await openGateway({
      NIANBAO_JWKS_URI: `${issuer}/jwks`,
      NIANBAO_JWT_ISSUER: issuer,
      NIANBAO_JWT_AUDIENCE: AUDIENCE,
      NIANBAO_OIDC_CLIENT_ID: 'reader',
    });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await gateway.close();
    server.closeAllConnections();
    server.close();
  });

  it('goes there and comes back with a token that the gateway takes, by code and PKCE', async () => {
    const { page, go } = await openPage(browser, gateway);
    await go('/sign-in');
    await page.click('main p button');
    await page.waitForSelector('input[name=login]', { timeout: 20_000 });
    expect(new URL(page.url()).origin).not.toBe(gateway.url);
    await page.type('input[name=login]', 'zhang');
    await page.type('input[name=password]', 'anything');
    await page.click('button[type=submit]');
    await page.waitForFunction(`document.querySelector('button[type=submit]')?.innerText.includes('Continue')`);
    await page.click('button[type=submit]');
    await page.waitForFunction(`document.querySelector('main')?.innerText.includes('您已登录')`, { timeout: 20_000 });
    expect(page.url()).toBe(`${gateway.url}/sign-in`);
    expect(await page.evaluate(`document.querySelector('main').innerText`)).toMatch(/张编辑|zhang/u);
  }, 60_000);

  it('takes no answer that it did not ask for', async () => {
    const { page } = await openPage(browser, gateway);
    await page.goto(`${gateway.url}/signed-in?code=stolen&state=forged`);
    await page.waitForSelector('[role=alert]');
    expect(await page.evaluate(`sessionStorage.getItem('nianbao.token')`)).toBeNull();
  });
});
