import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to the database that can be cut. */
export interface Proxy {
  readonly uri: string;
  /** How many bytes have come from the database. */
  received(): number;
  /** Breaks every connection and lets no new one through. */
  refuse(): void;
  /** Keeps the connections but passes nothing on. */
  fallSilent(): void;
  accept(): void;
  stop(): Promise<void>;
}

/** Starts a proxy to the server of that address. */
export async function startProxy(target: string): Promise<Proxy> {
  const [, host = '127.0.0.1', port = '27017'] = /^mongodb:\/\/(?:[^@/]*@)?([^:/,]+):?(\d+)?/.exec(target) ?? [];
  const sockets = new Set<Socket>();
  let refuses = false;
  let received = 0;
  const server = createServer((near) => {
    if (refuses) return void near.destroy();
    const far = connect(Number(port), host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    far.on('data', (bytes: Buffer) => {
      received += bytes.length;
    });
    near.pipe(far).pipe(near);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const destroyAll = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    uri: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}/?directConnection=true`,
    received: () => received,
    refuse: () => {
      refuses = true;
      destroyAll();
    },
    fallSilent: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    accept: () => {
      refuses = false;
    },
    stop: async () => {
      destroyAll();
      await once(server.close(), 'close');
    },
  };
}
