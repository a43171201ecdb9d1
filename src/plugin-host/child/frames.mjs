// Plain JavaScript: a child starts without any loader. Both ends of the channel use this file.

/** Bytes before each frame: the lengths of its header and of its body. */
const PREFIX = 8;

/** A message as it goes over the channel: two lengths, a header as JSON, a body of bytes. */
export function encodeFrame(header, body = new Uint8Array(0)) {
  const head = Buffer.from(JSON.stringify(header));
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt32BE(head.byteLength, 0);
  prefix.writeUInt32BE(body.byteLength, 4);
  return Buffer.concat([prefix, head, body]);
}

/**
 * Takes what comes over the channel and hands on whole messages; throws as soon as a message announces more than the
 * limits, before its bytes are kept.
 */
export function createFrameReader({ headerBytes, bodyBytes }, onFrame) {
  let chunks = [];
  let held = 0;
  let wanted = PREFIX;
  let lengths;

  function take() {
    const [bytes] = chunks.length === 1 ? chunks : [Buffer.concat(chunks)];
    const rest = bytes.subarray(wanted);
    chunks = rest.byteLength > 0 ? [rest] : [];
    held = rest.byteLength;
    return bytes.subarray(0, wanted);
  }

  function expectFrame(prefix) {
    lengths = { header: prefix.readUInt32BE(0), body: prefix.readUInt32BE(4) };
    if (lengths.header > headerBytes || lengths.body > bodyBytes) throw new Error('A message is too large.');
    wanted = lengths.header + lengths.body;
  }

  function finish(frame) {
    const { header } = lengths;
    lengths = undefined;
    wanted = PREFIX;
    onFrame(JSON.parse(frame.subarray(0, header).toString()), frame.subarray(header));
  }

  return (chunk) => {
    chunks.push(chunk);
    held += chunk.byteLength;
    while (held >= wanted) (lengths ? finish : expectFrame)(take());
  };
}
