import * as oauth from 'oauth4webapi';
import { addressOf } from '../../settings.ts';

/** The identity provider that people sign in at. */
export interface Provider {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
}

const VERIFIER = 'nianbao.verifier';
const STATE = 'nianbao.state';

function redirectUri(): string {
  return new URL(addressOf('signed-in'), location.origin).href;
}

/** Only a provider on this machine may be asked without TLS; the gateway accepts no other setting. */
function transport(issuer: URL) {
  return { [oauth.allowInsecureRequests]: issuer.protocol === 'http:' };
}

async function discover(issuer: URL): Promise<oauth.AuthorizationServer> {
  const response = await oauth.discoveryRequest(issuer, { algorithm: 'oidc', ...transport(issuer) });
  return oauth.processDiscoveryResponse(issuer, response);
}

/** Leaves for the provider; it sends the browser back to `/signed-in`. */
export async function leaveToSignIn({ issuer, clientId, scope }: Provider): Promise<void> {
  const { authorization_endpoint: endpoint } = await discover(new URL(issuer));
  if (endpoint === undefined) throw new Error('The identity provider names no authorization endpoint.');
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  sessionStorage.setItem(VERIFIER, verifier);
  sessionStorage.setItem(STATE, state);
  const address = new URL(endpoint);
  const parameters = {
    client_id: clientId,
    redirect_uri: redirectUri(),
    response_type: 'code',
    scope,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  location.assign(address);
}

/** The access token, by the code in this page's address; rejects when the answer was not asked for by this tab. */
export async function takeToken({ issuer: name, clientId }: Provider): Promise<string> {
  const issuer = new URL(name);
  const server = await discover(issuer);
  const client: oauth.Client = { client_id: clientId };
  const verifier = sessionStorage.getItem(VERIFIER);
  const state = sessionStorage.getItem(STATE);
  sessionStorage.removeItem(VERIFIER);
  sessionStorage.removeItem(STATE);
  if (verifier === null || state === null) throw new Error('This tab did not ask for a sign-in.');
  const parameters = oauth.validateAuthResponse(server, client, new URL(location.href), state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri(),
    verifier,
    transport(issuer),
  );
  const { access_token: token } = await oauth.processAuthorizationCodeResponse(server, client, response);
  return token;
}
