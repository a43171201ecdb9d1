const MOST_KIBIBYTES = 16;
const MOST_LEVELS = 16;
/** Every schema may be applied to every value, and each time may be a fault to tell. */
const MOST_APPLICATIONS = 100_000;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

function countValues(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + countValues(inner), 1);
}

/** What is wrong with the size of a request's options, before anything else looks at them; or undefined. */
export function sizeFault(options: object, schemas: number): string | undefined {
  if (isDeeper(options, MOST_LEVELS)) return `must be at most ${MOST_LEVELS} levels deep`;
  const size = Buffer.byteLength(JSON.stringify(options));
  if (size > MOST_KIBIBYTES * 1024) return `must be at most ${MOST_KIBIBYTES} KiB as JSON`;
  const most = Math.floor(MOST_APPLICATIONS / schemas);
  return countValues(options) > most ? `must have at most ${most} values, for their schema is large` : undefined;
}
