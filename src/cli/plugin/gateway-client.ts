import type { Locale } from '#errors/locale.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';

/** Loading and probing a plugin may take a while; a gateway that says nothing for longer is not there. */
const PATIENCE_MILLISECONDS = 60_000;

/** A running gateway, and the language that it is asked in. */
export interface GatewayAddress {
  /** What stands before `/graphql`, for example `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly locale: Locale;
  /** What the gateway is signed in to with. */
  readonly token: string | undefined;
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: unknown } }[];
  readonly error?: { readonly message: string; readonly code: string };
}

function unreachable(url: string, cause?: unknown): NianbaoError {
  return new NianbaoError('GATEWAY_UNREACHABLE', { url }, { cause });
}

async function post({ url, locale, token }: GatewayAddress, body: object): Promise<Answer<unknown>> {
  try {
    const response = await fetch(`${url.replace(/\/+$/u, '')}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': locale,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    return (await response.json()) as Answer<unknown>;
  } catch (cause) {
    throw unreachable(url, cause);
  }
}

/** Asks a running gateway. GATEWAY_UNREACHABLE when none answers, GATEWAY_REFUSED when it answers with errors. */
export async function askGateway<Data>(
  address: GatewayAddress,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const { data, errors = [], error } = (await post(address, { query, variables })) as Answer<Data>;
  const reasons = error ? [error] : errors.map(({ message, extensions }) => ({ message, code: extensions?.code }));
  if (reasons.length > 0) {
    const reason = reasons.map(({ message, code }) => `${message} [${String(code)}]`).join('; ');
    throw new NianbaoError('GATEWAY_REFUSED', { reason });
  }
  if (!data) throw unreachable(address.url);
  return data;
}
