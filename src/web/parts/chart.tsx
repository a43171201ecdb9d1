/** One bar of a chart; undefined where there is no figure. */
export interface Bar {
  readonly label: string;
  readonly value: number | undefined;
  /** The figure in words, as it stands above the bar. */
  readonly said: string;
}

const HEIGHT = 120;
const STEP = 72;
const WIDTH = 40;

/** A bar chart. The table beside it holds the same figures, so that its name is enough for those who do not see it. */
export function BarChart({ name, bars }: { readonly name: string; readonly bars: readonly Bar[] }) {
  const highest = Math.max(0, ...bars.map(({ value }) => value ?? 0)) || 1;
  return (
    <figure class="chart">
      <figcaption>{name}</figcaption>
      <div class="scroll" role="region" tabIndex={0} aria-label={name}>
        <svg
          role="img"
          aria-label={name}
          width={bars.length * STEP}
          height={HEIGHT + 48}
          viewBox={`0 0 ${bars.length * STEP} ${HEIGHT + 48}`}
        >
          <line x1={0} x2={bars.length * STEP} y1={HEIGHT + 24} y2={HEIGHT + 24} class="axis" />
          {bars.map(({ label, value, said }, index) => {
            const height = value === undefined ? 0 : Math.max(2, (value / highest) * HEIGHT);
            const middle = index * STEP + STEP / 2;
            return (
              <g key={label}>
                <rect x={middle - WIDTH / 2} y={HEIGHT + 24 - height} width={WIDTH} height={height} class="bar" />
                <text x={middle} y={HEIGHT + 16 - height}>
                  {value === undefined ? '—' : said}
                </text>
                <text x={middle} y={HEIGHT + 42}>
                  {label}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
    </figure>
  );
}
