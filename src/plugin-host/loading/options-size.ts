const MOST_KIBIBYTES = 16;
const MOST_LEVELS = 32;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/** What is wrong with the size of a request's options, before anything else looks at them; or undefined. */
export function sizeFault(options: object): string | undefined {
  if (isDeeper(options, MOST_LEVELS)) return `must be at most ${MOST_LEVELS} levels deep`;
  const size = Buffer.byteLength(JSON.stringify(options));
  return size > MOST_KIBIBYTES * 1024 ? `must be at most ${MOST_KIBIBYTES} KiB as JSON` : undefined;
}
