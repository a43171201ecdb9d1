import type { CDPSession, Protocol } from 'puppeteer';
import { ORIGIN } from './font-faces.ts';
import type { FontLibrary } from './font-library.ts';

/** The document that a page is given at its next navigation, once. */
export interface DocumentSlot {
  html: string | undefined;
}

interface Answer {
  readonly mediaType: string;
  readonly content: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

// The browser refuses by this policy before it asks; whatever it asks all the same is refused below.
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `font-src ${ORIGIN}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Answers a page's requests from memory: its document once, our fonts; everything else is refused. */
export async function answerRequests(session: CDPSession, slot: DocumentSlot, fonts: FontLibrary): Promise<void> {
  session.on('Fetch.requestPaused', (event) => {
    // The page may be closed meanwhile; then nobody waits for the answer.
    void answer(session, event, slot, fonts).catch(() => undefined);
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

async function answer(
  session: CDPSession,
  { request, requestId, resourceType }: Protocol.Fetch.RequestPausedEvent,
  slot: DocumentSlot,
  fonts: FontLibrary,
): Promise<void> {
  const url = new URL(request.url);
  const found =
    url.origin !== ORIGIN || request.method !== 'GET'
      ? undefined
      : resourceType === 'Document'
        ? takeDocument(slot)
        : await readFont(fonts, url.pathname);
  if (found === undefined) return session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  const headers = { 'content-type': found.mediaType, ...found.headers };
  await session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
    body: found.content.toString('base64'),
  });
}

function takeDocument(slot: DocumentSlot): Answer | undefined {
  const { html } = slot;
  slot.html = undefined;
  if (html === undefined) return undefined;
  const headers = { 'cache-control': 'no-store', 'content-security-policy': POLICY };
  return { mediaType: 'text/html; charset=utf-8', content: Buffer.from(html), headers };
}

// Kept by the browser from print to print: a warm print asks for its document only.
async function readFont(fonts: FontLibrary, path: string): Promise<Answer | undefined> {
  const file = await fonts.read(path);
  return file && { ...file, headers: { 'cache-control': 'public, max-age=31536000, immutable' } };
}
