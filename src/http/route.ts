import type { IncomingMessage, ServerResponse } from 'node:http';

/** One address and what answers there; `parameters` are the groups of the path. */
export interface Route {
  readonly name: string;
  readonly path: RegExp;
  readonly methods: readonly string[];
  readonly handle: (request: IncomingMessage, response: ServerResponse, parameters: readonly string[]) => unknown;
}

/** Answers with a text. */
export function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(text);
}
