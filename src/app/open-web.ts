import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { TrustedDocuments } from '#http/trusted-documents.ts';
import type { WebPages, WebSettings } from '#http/web-pages.ts';
import { buildWeb, webDocuments } from './build-web.ts';
import type { Config } from './config.ts';

const documentFile = z.record(z.string().regex(/^[0-9a-f]{64}$/u, 'must be a SHA-256 in hexadecimal'), z.string());

function readDocuments(path: string): [string, string][] {
  try {
    return Object.entries(documentFile.parse(JSON.parse(readFileSync(path, 'utf8'))));
  } catch (cause) {
    const faults = `NIANBAO_DOCUMENTS: ${path} is not a JSON object of operations by their SHA-256`;
    throw new NianbaoError('CONFIG_INVALID', { faults }, { cause });
  }
}

/** The operations that clients may name by their hash: the reader's, and those of the configured files. */
export function trustedDocuments({ documents, documentsOnly }: Config): TrustedDocuments {
  return {
    documents: new Map([...webDocuments(), ...documents.flatMap(readDocuments)]),
    only: documentsOnly,
  };
}

function signInOf({ identityProvider, oidcClient, production }: Config): WebSettings['signIn'] {
  if (identityProvider && oidcClient) return { issuer: identityProvider.issuer, ...oidcClient };
  return production && !identityProvider ? 'none' : 'token';
}

/** The reader; built in the background when the process starts, and again asked for if that failed. */
export function webPages(config: Config): WebPages | undefined {
  if (!config.web) return undefined;
  let built: ReturnType<typeof buildWeb> | undefined;
  const build = () => {
    built ??= buildWeb().catch((error: unknown) => {
      built = undefined;
      throw error;
    });
    return built;
  };
  // Whoever asks for a page hears of what went wrong.
  build().catch(() => undefined);
  return { build, settings: { explorer: config.explorer, signIn: signInOf(config) } };
}
