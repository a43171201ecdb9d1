import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Logger } from 'pino';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Services } from '#graphql/context.ts';
import { createHttpServer } from '#http/server.ts';
import { RenderJobs } from '#rendering/render-jobs.ts';
import { RenderWorker } from '#rendering/render-worker.ts';
import { ReportRenderer } from '#rendering/report-renderer.ts';
import type { Store } from '#store/store.ts';
import type { Config } from './config.ts';
import { createLog, logOf } from './create-log.ts';
import { openStore, storeSample } from './open-store.ts';
import { openRenderers, type Renderers } from './renderers.ts';

/** A gateway that serves. */
export interface App {
  /** Where it serves, for example `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly store: Store;
  /** Stops serving, rendering and storing, in that order; a second call is harmless. */
  close(): Promise<void>;
}

function createWorker(store: Store, renderer: ReportRenderer, log: Logger): RenderWorker {
  return new RenderWorker({
    store,
    renderer,
    concurrency: 2,
    leaseMilliseconds: 30_000,
    idleMilliseconds: 1000,
    log: logOf(log, 'worker'),
  });
}

async function listen(server: Server, { port, host }: Config): Promise<string> {
  server.listen(port, host);
  await once(server, 'listening').catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'EADDRINUSE'
      ? new NianbaoError('ADDRESS_IN_USE', { address: `${host}:${port}` }, { cause })
      : cause;
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
  readonly config: Config;
  readonly log: Logger;
}

async function serve({ store, renderers, config, log }: Parts): Promise<App> {
  const renderer = new ReportRenderer(renderers.plugins, store.artifacts);
  const worker = createWorker(store, renderer, log);
  const services: Services = {
    store,
    renderer,
    renderJobs: new RenderJobs(renderer, store.renderJobs, worker.wake),
    plugins: () => renderers.plugins.plugins(),
    artifactsPath: '/artifacts',
  };
  const server = createHttpServer({ services, corsOrigins: config.corsOrigins, log: logOf(log, 'http') });
  const url = await listen(server, config);
  worker.start();
  const stop = async () => {
    await stopServing(server);
    await worker.stop();
    await renderers.browser.close();
    await store.close();
  };
  let stopped: Promise<void> | undefined;
  return { url, store, close: () => (stopped ??= stop()) };
}

/** Wires everything together and serves. The only place that knows all parts. */
export async function createApp(config: Config): Promise<App> {
  const log = createLog(config.logLevel);
  const store = await openStore(config, log);
  try {
    if (config.mongodbUri === undefined) await storeSample(store);
    return await serve({ store, renderers: await openRenderers(config, log), config, log });
  } catch (error) {
    await store.close();
    throw error;
  }
}
