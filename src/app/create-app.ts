import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { ApiKeys } from '#auth/api-keys.ts';
import { AuditTrail } from '#auth/audit-trail.ts';
import { createDevelopmentToken } from '#auth/development.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { createAuthenticate } from '#http/authenticate.ts';
import { createAddressReader } from '#http/client-address.ts';
import type { Route } from '#http/route.ts';
import { gatewayRoutes, readyRoute } from '#http/routes.ts';
import { createFrontDoor } from '#http/server.ts';
import { keepInMemory } from '#rendering/keep-in-memory.ts';
import { ImportBatches } from '#importers/batch/import-batches.ts';
import { createIsolatedReader } from '#importers/reader/isolated-reader.ts';
import { RenderJobs } from '#rendering/render-jobs.ts';
import { RenderWorker } from '#rendering/render-worker.ts';
import { createReviewDesk } from '#review/review-desk.ts';
import { ReportRenderer } from '#rendering/report-renderer.ts';
import type { Store } from '#store/store.ts';
import type { Config } from './config.ts';
import { createLog, logOf } from './create-log.ts';
import { openSignIn } from './open-sign-in.ts';
import { storeSample, waitForStore } from './open-store.ts';
import { openRenderers, type Renderers } from './renderers.ts';
import { trustedDocuments, webPages } from './open-web.ts';

/** What a process does: answer queries, work off the queue of renderings, or both. */
export interface Role {
  readonly gateway: boolean;
  readonly worker: boolean;
}

/** A running process: health is served at once, the rest when it is ready. */
export interface App {
  /** Where it serves, for example `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Resolves when the store answers and everything is served; rejects when that can not come to be. */
  readonly ready: Promise<void>;
  /** The development administrator's token where one was made up, to be told to whoever started the process. */
  readonly madeUpToken: string | undefined;
  /** Stops serving, rendering and storing, in that order; a second call is harmless. */
  readonly close: () => Promise<void>;
}

function explainListening(cause: NodeJS.ErrnoException, host: string, port: number): unknown {
  if (cause.code === 'EADDRINUSE') return new NianbaoError('ADDRESS_IN_USE', { address: `${host}:${port}` }, { cause });
  if (['ENOTFOUND', 'EADDRNOTAVAIL', 'EAI_AGAIN', 'EACCES'].includes(cause.code ?? ''))
    return new NianbaoError(
      'CONFIG_INVALID',
      { faults: `HOST, PORT: ${host}:${port} can not be listened on` },
      { cause },
    );
  return cause;
}

async function listen(server: Server, { port, host }: Config): Promise<string> {
  server.listen(port, host);
  await once(server, 'listening').catch((cause: NodeJS.ErrnoException) => {
    throw explainListening(cause, host, port);
  });
  const { port: actual } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
}

async function stopServing(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeAllConnections();
  await closed;
}

interface Parts {
  readonly store: Store;
  readonly renderers: Renderers;
  readonly worker: RenderWorker;
  readonly importing: { readonly close: () => Promise<void> };
  readonly auditTrail: AuditTrail;
  readonly routes: readonly Route[];
}

async function openParts(config: Config, role: Role, log: Logger, signal: AbortSignal): Promise<Parts> {
  const store = await waitForStore(config, log, signal);
  try {
    if (config.mongodbUri === undefined && !config.production) await storeSample(store);
    return wire(store, await openRenderers(config, log, { registrations: store.pluginRegistrations, atOnce: true }), {
      config,
      role,
      log,
    });
  } catch (error) {
    await store.close();
    throw error;
  }
}

function wire(
  opened: Store,
  renderers: Renderers,
  { config, role, log }: { config: Config; role: Role; log: Logger },
): Parts {
  const artifacts = keepInMemory(opened.artifacts);
  const store = { ...opened, artifacts };
  const renderer = new ReportRenderer(renderers.plugins, artifacts, renderers.browser.appearance);
  const worker = new RenderWorker({ store, renderer, log: logOf(log, 'worker') });
  const reader = createIsolatedReader();
  const importBatches = new ImportBatches({ store, reader, log: logOf(log, 'import') });
  const services = {
    store,
    reader,
    importBatches,
    renderer,
    reviewDesk: createReviewDesk(store),
    renderJobs: new RenderJobs(renderer, store.renderJobs, worker.wake),
    plugins: renderers.plugins,
    apiKeys: new ApiKeys(store, logOf(log, 'auth')),
    auditTrail: new AuditTrail(store.auditLog, logOf(log, 'auth')),
    artifactsPath: '/artifacts',
    dueDates: config.dueDates,
  };
  const settings = {
    services,
    authenticate: createAuthenticate({
      signIn: openSignIn(config, services.apiKeys, log),
      auditTrail: services.auditTrail,
      addressOf: createAddressReader(config.trustedProxies),
      log: logOf(log, 'http'),
    }),
    corsOrigins: config.corsOrigins,
    explorer: config.explorer,
    trusted: trustedDocuments(config),
    web: webPages(config),
    log: logOf(log, 'http'),
  };
  const importing = {
    close: async () => {
      await importBatches.close();
      await reader.close();
    },
  };
  return {
    store,
    renderers,
    worker,
    importing,
    auditTrail: services.auditTrail,
    routes: [readyRoute(store), ...(role.gateway ? gatewayRoutes(settings) : [])],
  };
}

async function closeParts({ store, renderers, worker, importing, auditTrail }: Parts): Promise<void> {
  await importing.close();
  await auditTrail.close();
  await worker.stop();
  await renderers.close();
  await store.close();
}

/** Otherwise nobody could do anything on a gateway that was just tried out. */
function needsToken({ developmentToken, identityProvider, production }: Config, { gateway }: Role): boolean {
  return gateway && !production && developmentToken === undefined && identityProvider === undefined;
}

/** Wires everything together and serves. The only place that knows all parts. */
export async function createApp(config: Config, role: Role = { gateway: true, worker: true }): Promise<App> {
  const log = createLog(config.logLevel);
  const madeUpToken = needsToken(config, role) ? createDevelopmentToken() : undefined;
  const door = createFrontDoor(logOf(log, 'http'));
  const url = await listen(door.server, config);
  const stopping = new AbortController();
  const developmentToken = config.developmentToken ?? madeUpToken;
  const opening = openParts({ ...config, developmentToken }, role, log, stopping.signal).then((parts) => {
    parts.renderers.plugins.watch();
    // A job may ask for a renderer that is still being tried.
    if (role.worker) void parts.renderers.settled.then(() => parts.worker.start());
    door.open(parts.routes);
    return parts;
  });
  const close = async () => {
    stopping.abort(new Error('The process stops.'));
    await stopServing(door.server);
    const parts = await opening.catch(() => undefined);
    if (parts) await closeParts(parts);
  };
  let closed: Promise<void> | undefined;
  const ready = opening.then(() => undefined);
  // Whoever awaits it hears of it; nobody has to.
  ready.catch(() => undefined);
  return { url, ready, madeUpToken, close: () => (closed ??= close()) };
}
