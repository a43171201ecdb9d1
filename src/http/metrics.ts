import { Counter, Registry, collectDefaultMetrics } from 'prom-client';

/** Counts what the gateway does; `/metrics` shows it in Prometheus' text format. */
export interface Metrics {
  readonly countRequest: (route: string, status: number) => void;
  readonly print: () => Promise<{ readonly text: string; readonly contentType: string }>;
}

/** Metrics of one gateway: its requests, and the process's memory, CPU and event loop. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'nianbao_http_requests_total',
    help: 'HTTP requests by route and status.',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  return {
    countRequest: (route, status) => requests.inc({ route, status }),
    print: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
}
