import { spawn } from 'node:child_process';
import { rmSync, writeFile } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';

// Starts the processes of plugins for the gateway: to start one, a process stands still while its memory is copied, and
// this one's is small. The gateway connects four times for each child, which are the child's descriptors 1 to 4; nothing
// of what goes over them is read here.

/** A kernel that is out of memory should take the child first. Only Linux has this. */
function offerToKernel(pid) {
  writeFile(`/proc/${pid}/oom_score_adj`, '1000', () => undefined);
}

const STREAMS = 4;
const [path] = process.argv.slice(2);
const connections = [];
const orders = [];

function tell(message) {
  if (process.connected) process.send(message, () => undefined);
}

function start({ id, args, folder }, streams) {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: {},
    detached: true,
    stdio: ['ignore', ...streams],
  });
  child.once('error', (error) => tell({ type: 'failed', id, message: error.message }));
  child.once('exit', (code, signal) => tell({ type: 'ended', id, cause: signal ?? String(code) }));
  for (const stream of streams) stream.destroy();
  if (child.pid === undefined) return;
  offerToKernel(child.pid);
  tell({ type: 'started', id, pid: child.pid });
}

function work() {
  while (orders.length > 0 && connections.length >= STREAMS) start(orders.shift(), connections.splice(0, STREAMS));
}

/** Node opens its inspector, to which all of this machine can connect, for anybody who sends this signal. */
process.on('SIGUSR1', () => undefined);
process.on('disconnect', () => {
  rmSync(dirname(path), { recursive: true, force: true });
  process.exit(0);
});
process.on('message', (order) => {
  orders.push(order);
  work();
});
createServer({ pauseOnConnect: true }, (connection) => {
  connections.push(connection.on('error', () => undefined));
  work();
}).listen(path, () => tell({ type: 'listening' }));
