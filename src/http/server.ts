import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { NianbaoError, toNianbaoError } from '#errors/nianbao-error.ts';
import { localeOf } from '#graphql/create-context.ts';
import type { HttpLog } from './http-log.ts';
import { limitBody } from './limit-body.ts';
import { createMetrics } from './metrics.ts';
import { sendText, type Route } from './route.ts';
import { livingRoutes } from './routes.ts';

/** An HTTP server that is alive at once, and ready when it has been told what to serve. */
export interface FrontDoor {
  readonly server: Server;
  /** Serves these routes as well; until then they are answered with STORE_UNAVAILABLE. */
  readonly open: (routes: readonly Route[]) => void;
}

function sendError(request: IncomingMessage, response: ServerResponse, error: NianbaoError): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const message = error.say(localeOf(request.headers['accept-language'] ?? null));
  const body = JSON.stringify({ error: { code: error.code, message } });
  if (error.status === 503) response.setHeader('retry-after', '5');
  // What is still on its way is not waited for.
  if (error.status === 413) response.setHeader('connection', 'close');
  sendText(response, error.status, body, 'application/json; charset=utf-8');
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}

async function dispatch(route: Route | undefined, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request);
  if (!route) throw new NianbaoError('NOT_FOUND', { id: path });
  if (route.methods.includes(request.method ?? ''))
    await route.handle(request, response, route.path.exec(path)?.slice(1) ?? []);
  else response.writeHead(405, { allow: route.methods.join(', ') }).end();
}

/** Of every answer: nothing is taken for what it is not, framed by others, or told to them. Documents have their own. */
const securityHeaders = new Map([
  ['content-security-policy', "frame-ancestors 'none'; base-uri 'none'; object-src 'none'"],
  ['cross-origin-opener-policy', 'same-origin'],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
]);

/** Longest head of a request in bytes; tokens of 8 KB and a little more are refused for what they are. */
const LONGEST_HEAD = 32_768;

/** What is no request that can be read gets the status and no more; a head that is too long may be that of a token. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex, log: HttpLog): void {
  const isTooLong = error.code === 'HPE_HEADER_OVERFLOW';
  if (isTooLong) log({ level: 'warn', message: 'a request was refused', reason: 'its head is too long' });
  if (!socket.writable) return;
  const status = isTooLong ? '431 Request Header Fields Too Large' : '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

/** The HTTP server, not yet listening. */
export function createFrontDoor(log: HttpLog): FrontDoor {
  const metrics = createMetrics();
  const living = livingRoutes(metrics);
  let opened: readonly Route[] | undefined;
  const find = (path: string): Route | undefined => {
    const route = [...living, ...(opened ?? [])].find((candidate) => candidate.path.test(path));
    if (!route && !opened) throw new NianbaoError('STORE_UNAVAILABLE', {}, { cause: new Error('still starting') });
    return route;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse, refuse: (cause: unknown) => void) => {
    response.setHeaders(securityHeaders);
    limitBody(request, refuse);
    const route = find(pathOf(request));
    response.once('close', () => metrics.countRequest(route?.name ?? 'none', response.statusCode));
    await dispatch(route, request, response);
  };
  const server = createServer({ maxHeaderSize: LONGEST_HEAD }, (request, response) => {
    const refuse = (cause: unknown) => {
      const error = toNianbaoError(cause);
      if (error.status === 500) log({ level: 'error', message: error.message, cause: error });
      sendError(request, response, error);
    };
    answer(request, response, refuse).catch(refuse);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuseUnreadable(error, socket, log));
  return {
    server,
    open: (routes) => {
      opened = routes;
    },
  };
}
