import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFontLibrary } from '#browser-host/font-library.ts';

const SHEET = '/fonts.css';

/** Serves the gateway's fonts to contenders that can not hand them to their browser. */
export async function serveFonts(): Promise<{ readonly stylesheet: string; readonly close: () => void }> {
  const fonts = await createFontLibrary();
  const answer = async ({ url = '' }: IncomingMessage, response: ServerResponse) => {
    const sheet = { mediaType: 'text/css; charset=utf-8', content: Buffer.from(fonts.stylesheet) };
    const file = url === SHEET ? sheet : await fonts.read(url);
    const headers = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=31536000, immutable' };
    response.writeHead(file ? 200 : 404, { ...headers, 'content-type': file?.mediaType ?? 'text/plain' });
    response.end(file?.content);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { stylesheet: `http://127.0.0.1:${port}${SHEET}`, close: () => server.closeAllConnections() };
}
