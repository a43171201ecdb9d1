/** What a message says; its type decides what else it holds. */
export type FrameHeader = Readonly<Record<string, unknown>> & { readonly type: string };

/** A message as it goes over the channel: two lengths, a header as JSON, a body of bytes. */
export function encodeFrame(header: FrameHeader, body?: Uint8Array): Buffer;

/**
 * Takes what comes over the channel and hands on whole messages; throws as soon as a message announces more than the
 * limits, before its bytes are kept.
 */
export function createFrameReader(
  limits: { readonly headerBytes: number; readonly bodyBytes: number },
  onFrame: (header: FrameHeader, body: Buffer) => void,
): (chunk: Buffer) => void;
