import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Route } from './route.ts';

/** The built reader: its page, and its files by the path below it. */
export interface WebBuild {
  readonly page: string;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** What the page is told of its gateway. */
export interface WebSettings {
  readonly explorer: boolean;
  readonly signIn: 'token' | 'none' | { readonly issuer: string; readonly clientId: string; readonly scope: string };
}

/** What the reader's pages are served from. */
export interface WebPages {
  readonly build: () => Promise<WebBuild>;
  readonly settings: WebSettings;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Only our own files run, style or answer; a page asks its gateway, and where people sign in their identity provider. */
function contentPolicy({ signIn }: WebSettings): string {
  const provider = typeof signIn === 'object' ? ` ${new URL(signIn.issuer).origin}` : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${provider}`,
    "form-action 'self'",
    "base-uri 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const encoders = [
  ['br', promisify(brotliCompress)],
  ['gzip', promisify(gzip)],
] as const;

/** Compresses each file once for each encoding. */
function createCompressor() {
  const kept = new Map<string, Promise<Buffer>>();
  return async (request: IncomingMessage, key: string, content: Buffer) => {
    const accepted = [request.headers['accept-encoding']].flat().join(',');
    const encoder = encoders.find(([name]) =>
      new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0+)?\\b)`, 'u').test(accepted),
    );
    if (!encoder) return { content, encoding: undefined };
    const [encoding, compress] = encoder;
    const name = `${encoding} ${key}`;
    const compressed = kept.get(name) ?? compress(content);
    kept.set(name, compressed);
    return { content: await compressed, encoding };
  };
}

/** Data in a page: what would end its element is written as escapes. */
function asJson(settings: WebSettings): string {
  return JSON.stringify(settings).replaceAll('<', String.raw`\u003c`);
}

/** The page for an address so many folders below the root: it needs no word of the path that a proxy puts before it. */
function pageAt({ page }: WebBuild, settings: WebSettings, path: string): string {
  const depth = path.split('/').length - 2;
  return page
    .replace('<base href="./" />', `<base href="${depth === 0 ? './' : '../'.repeat(depth)}" />`)
    .replace(
      /(<script type="application\/json" id="settings">)[^<]*/u,
      (_, opening: string) => opening + asJson(settings),
    );
}

/** Addresses of the reader, whatever comes below them. */
const PAGES = /^\/(?:(?:reports|organizations|compare|rollup|obligations|import|sign-in|signed-in)(?:\/[^/]+)*)?$/u;

/** `/` and all the reader's pages, and their files. */
export function webRoutes({ build, settings }: WebPages): Route[] {
  const compress = createCompressor();
  const send = async (
    request: IncomingMessage,
    response: ServerResponse,
    file: { readonly key: string; readonly content: Buffer; readonly headers: Record<string, string> },
  ) => {
    const { content, encoding } = await compress(request, file.key, file.content);
    response.writeHead(200, {
      ...file.headers,
      vary: 'accept-encoding',
      'content-length': content.length,
      ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
    });
    response.end(request.method === 'HEAD' ? undefined : content);
  };
  return [
    {
      name: 'web files',
      path: /^\/(assets\/[\w.-]+)$/u,
      methods: ['GET', 'HEAD'],
      handle: async (request, response, [path = '']) => {
        const content = (await build()).files.get(path);
        if (!content) throw new NianbaoError('NOT_FOUND', { id: path });
        await send(request, response, {
          key: path,
          content,
          headers: {
            'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream',
            // The name has the digest of what is in it.
            'cache-control': 'public, max-age=31536000, immutable',
          },
        });
      },
    },
    {
      name: 'web pages',
      path: PAGES,
      methods: ['GET', 'HEAD'],
      handle: async (request, response) => {
        const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
        const page = pageAt(await build(), settings, path);
        await send(request, response, {
          key: page,
          content: Buffer.from(page),
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'cache-control': 'no-cache',
            'content-security-policy': contentPolicy(settings),
          },
        });
      },
    },
  ];
}
