import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { NianbaoError, toNianbaoError } from '#errors/nianbao-error.ts';
import { localeOf } from '#graphql/create-context.ts';
import { serveArtifact } from './artifacts.ts';
import { createGraphQLHandler, type GraphQLSettings } from './graphql.ts';
import { createMetrics, type Metrics } from './metrics.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, parameters: readonly string[]) => unknown;

interface Route {
  readonly name: string;
  readonly path: RegExp;
  readonly methods: readonly string[];
  readonly handle: Handler;
}

const reading = ['GET', 'HEAD'] as const;

function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  contentType = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': contentType, 'x-content-type-options': 'nosniff' }).end(text);
}

function routesOf(settings: GraphQLSettings, metrics: Metrics): Route[] {
  const { store } = settings.services;
  const yoga = createGraphQLHandler(settings);
  return [
    {
      name: 'graphql',
      path: /^\/graphql$/u,
      methods: ['GET', 'POST', 'OPTIONS'],
      handle: (request, response) => yoga(request, response),
    },
    {
      name: 'artifacts',
      path: /^\/artifacts\/([0-9a-f]{64})(?:\/[^/]*)?$/u,
      methods: reading,
      handle: (request, response, [sha256 = '']) => serveArtifact(store.artifacts, sha256, request, response),
    },
    {
      name: 'healthz',
      path: /^\/healthz$/u,
      methods: reading,
      handle: (_, response) => sendText(response, 200, 'ok\n'),
    },
    {
      name: 'readyz',
      path: /^\/readyz$/u,
      methods: reading,
      handle: async (_, response) => {
        await store.ping();
        sendText(response, 200, 'ok\n');
      },
    },
    {
      name: 'metrics',
      path: /^\/metrics$/u,
      methods: reading,
      handle: async (_, response) => {
        const { text, contentType } = await metrics.print();
        sendText(response, 200, text, contentType);
      },
    },
    {
      name: 'root',
      path: /^\/$/u,
      methods: reading,
      handle: (_, response) => response.writeHead(302, { location: '/graphql' }).end(),
    },
  ];
}

function sendError(request: IncomingMessage, response: ServerResponse, error: NianbaoError): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const message = error.say(localeOf(request.headers['accept-language'] ?? null));
  sendText(
    response,
    error.status,
    JSON.stringify({ error: { code: error.code, message } }),
    'application/json; charset=utf-8',
  );
}

async function dispatch(route: Route | undefined, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request);
  if (!route) throw new NianbaoError('NOT_FOUND', { id: path });
  if (route.methods.includes(request.method ?? ''))
    await route.handle(request, response, route.path.exec(path)?.slice(1) ?? []);
  else response.writeHead(405, { allow: route.methods.join(', ') }).end();
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}

/** The HTTP server of the gateway, not yet listening. */
export function createHttpServer(settings: GraphQLSettings): Server {
  const metrics = createMetrics();
  const routes = routesOf(settings, metrics);
  return createServer((request, response) => {
    const route = routes.find(({ path }) => path.test(pathOf(request)));
    response.once('close', () => metrics.countRequest(route?.name ?? 'none', response.statusCode));
    dispatch(route, request, response).catch((cause: unknown) => {
      const error = toNianbaoError(cause);
      if (error.status >= 500) settings.log({ level: 'error', message: error.message, cause: error });
      sendError(request, response, error);
    });
  });
}
