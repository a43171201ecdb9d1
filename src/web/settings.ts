/** What the gateway writes into the page: how to sign in, and whether there is GraphiQL. */
export interface Settings {
  readonly explorer?: boolean;
  readonly signIn?: 'token' | 'none' | { readonly issuer: string; readonly clientId: string; readonly scope: string };
}

function readSettings(): Settings {
  return JSON.parse(document.getElementById('settings')?.textContent ?? '{}') as Settings;
}

/** Settings of this page. */
export const settings: Settings = readSettings();

/** Path below which the gateway is served, without a slash at the end: empty, or what a reverse proxy puts before. */
export const basePath: string = new URL(document.baseURI).pathname.replace(/\/$/u, '');

/** Address of something that the gateway serves, by its path from the gateway's root. */
export function addressOf(path: string): string {
  return `${basePath}/${path.replace(/^\//u, '')}`;
}
