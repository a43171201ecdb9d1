/** A bar at the foot of a terminal; nothing where nobody looks. */
export interface Progress {
  readonly begin: (total: number) => void;
  readonly show: (done: number) => void;
  /** Takes the bar away, so that something can be printed. */
  readonly clear: () => void;
}

const WIDTH = 24;

function bar(done: number, total: number): string {
  const filled = total === 0 ? WIDTH : Math.min(WIDTH, Math.round((WIDTH * done) / total));
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${Math.max(done, total)}`;
}

/** A progress bar on a stream. One document needs none. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  let total = 0;
  const seen = () => stream.isTTY && total > 1;
  return {
    begin: (count) => {
      total = count;
    },
    show: (done) => {
      if (seen()) stream.write(bar(done, total));
    },
    clear: () => {
      if (seen()) stream.write('\r\u001b[2K');
    },
  };
}
