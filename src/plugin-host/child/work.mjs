import { AsyncLocalStorage } from 'node:async_hooks';

/** Largest part of an output that goes over the channel at once; the gateway counts as they come. */
const PART = 64 * 1024;
const LOG_LINES = 100;
const PROGRESS_MILLISECONDS = 50;

/** A failure with the word that the gateway has for it. */
export class Fault extends Error {
  constructor(fault, phase, message) {
    super(message);
    this.fault = fault;
    this.phase = phase;
  }
}

/** Sends bytes in parts, then the message that they belong to. */
export function sendInParts(send, bytes, header) {
  for (let start = 0; start < bytes.byteLength; start += PART)
    send({ type: 'part', of: header.type }, bytes.subarray(start, start + PART));
  send(header);
}

function asBytes(output, limit) {
  if (typeof output !== 'string' && !(output instanceof Uint8Array))
    throw new Fault('WRONG_TYPE', 'output', `It returned ${output === null ? 'null' : typeof output}.`);
  if (typeof output === 'string' && /\p{Surrogate}/u.test(output))
    throw new Fault('WRONG_TYPE', 'output', 'It returned a string with half a character, which is not UTF-8.');
  const size = typeof output === 'string' ? Buffer.byteLength(output) : output.byteLength;
  if (size > limit) throw new Fault('OUTPUT_TOO_LARGE', 'output', `It returned ${size} bytes; its limit is ${limit}.`);
  return typeof output === 'string' ? Buffer.from(output) : output;
}

function inputOf(form, body) {
  if (form === 'bytes') return new Uint8Array(body);
  return form === 'text' ? body.toString() : JSON.parse(body.toString());
}

function contextOf({ renderer, needs }, { send, print, signal }) {
  let lines = 0;
  let told = 0;
  return {
    signal,
    log: (message) => {
      if (++lines <= LOG_LINES) send({ type: 'log', message: String(message).slice(0, 2000) });
    },
    progress: (fraction) => {
      if (Date.now() - told < PROGRESS_MILLISECONDS || !Number.isFinite(fraction)) return;
      told = Date.now();
      send({ type: 'progress', fraction });
    },
    print: async (request) => {
      if (needs.includes('print')) return print(request);
      throw new Error(`The manifest of “${renderer}” does not say that it needs “print”.`);
    },
  };
}

/** Which rendering began what runs now, and which one is not answered yet. */
const began = new AsyncLocalStorage();
let unanswered;

/** Whether what runs now was left behind by a rendering that has been answered. */
export function isLeftBehind() {
  const rendering = began.getStore();
  return rendering !== undefined && rendering !== unanswered;
}

/** Does one rendering and sends what came of it. */
export function work(plugin, order, body, host) {
  const send = (header, bytes) => {
    if (header.type === 'done' || header.type === 'failed') unanswered = undefined;
    host.send(header, bytes);
  };
  // What ran before may still hold the process: the gateway does not wait for it.
  host.send({ type: 'begun' });
  unanswered = Symbol(order.renderer);
  return began.run(unanswered, answer, plugin, order, body, { ...host, send });
}

async function answer(plugin, order, body, host) {
  const { renderer, options, form, outputBytes } = order;
  try {
    const context = contextOf(order, host);
    const output = await plugin.renderers[renderer].render(inputOf(form, body), options, context);
    const bytes = asBytes(output, outputBytes);
    sendInParts(host.send, bytes, { type: 'done', as: typeof output === 'string' ? 'text' : 'bytes' });
  } catch (error) {
    host.send({ type: 'failed', ...describeError(error) });
  }
}

/** What the log is told of an error; the plugin may throw anything. */
export function describeError(error) {
  const texts = { message: textOf(error, 'message').slice(0, 1000), stack: textOf(error, 'stack') };
  try {
    const { fault = 'THREW', phase = 'render' } = error instanceof Fault ? error : {};
    const code = typeof error?.hostCode === 'string' ? { hostCode: error.hostCode } : {};
    return { fault, phase, ...code, ...texts };
  } catch {
    return { fault: 'THREW', phase: 'render', ...texts };
  }
}

function textOf(error, property) {
  try {
    return String(error?.[property] ?? error).slice(0, 4000);
  } catch {
    return 'It threw something that can not be read.';
  }
}
