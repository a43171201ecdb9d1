import { once } from 'node:events';
import { register } from 'node:module';
import { Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { createFrameReader, encodeFrame } from './frames.mjs';
import { describeError, isLeftBehind, sendInParts, work } from './work.mjs';

const channel = new Socket({ fd: 3 });
const send = (header, body) => void channel.write(encodeFrame(header, body));
const prints = new Map();
let plugin;
let stopping = new AbortController();
let printed = 0;

/** Asks the gateway's browser; what it answers comes as `printed` or `unprinted`. */
function print({ html, layout }) {
  const id = ++printed;
  sendInParts(send, Buffer.from(String(html)), { type: 'print', id, layout });
  return new Promise((resolve, reject) => {
    prints.set(id, { resolve, reject });
  });
}

function settlePrint({ id, message, hostCode }, body) {
  const waiting = prints.get(id);
  prints.delete(id);
  if (message === undefined) waiting?.resolve(new Uint8Array(body));
  else waiting?.reject(Object.assign(new Error(message), { hostCode }));
}

async function load({ entry, renderers, hooks }) {
  try {
    register('./hooks.mjs', import.meta.url, { data: hooks });
    ({ default: plugin } = await import(entry));
    const missing = renderers.find((id) => typeof plugin?.renderers?.[id]?.render !== 'function');
    send(missing === undefined ? { type: 'loaded' } : { type: 'refused', missing });
  } catch (error) {
    send({ type: 'refused', ...describeError(error) });
  }
}

function render(order, body) {
  stopping = new AbortController();
  void work(plugin, order, body, { send, print, signal: stopping.signal });
}

const answers = {
  load,
  render,
  abort: () => stopping.abort(new Error('The caller has gone.')),
  printed: settlePrint,
  unprinted: settlePrint,
};

/** The gateway ends this process: nobody knows what state it is in. */
function tellStray(error) {
  send({ type: 'stray', late: isLeftBehind(), ...describeError(error) });
  setTimeout(() => process.exit(1), 1000);
}

/** Signals are not among Node's permissions: a plugin may end itself and nobody else. */
function keepSignalsIn() {
  const { _kill: kill } = process;
  const value = (pid, signal) => {
    if (pid === process.pid) return Reflect.apply(kill, process, [pid, signal]);
    throw Object.assign(new Error('A plugin sends no signals to others.'), { code: 'ERR_ACCESS_DENIED' });
  };
  Object.defineProperty(process, '_kill', { value, writable: false, configurable: false });
}

const watchdog = new Worker(new URL('watchdog.mjs', import.meta.url));
await once(watchdog, 'online');
watchdog.unref();
keepSignalsIn();
process.on('uncaughtException', tellStray);
const unlimited = { headerBytes: Infinity, bodyBytes: Infinity };
channel.on(
  'data',
  createFrameReader(unlimited, (header, body) => void answers[header.type]?.(header, body)),
);
channel.on('close', () => process.exit(0)).on('error', () => process.exit(0));
send({ type: 'started' });
