import { signedIn } from '../gateway/open-gateway.ts';
import type { RenderProgressSubscription } from '../generated/graphql.ts';

/** Subscribes over server-sent events and gathers what comes until the subscription ends. */
export async function readEvents(
  url: string,
  query: string,
  variables: Record<string, unknown>,
): Promise<RenderProgressSubscription[]> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...signedIn() },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(60_000),
  });
  const stream = await response.text();
  return stream
    .split('\n\n')
    .flatMap((event) => /^event: next\ndata: (.*)$/mu.exec(event)?.[1] ?? [])
    .map((data) => (JSON.parse(data) as { data: RenderProgressSubscription }).data);
}
