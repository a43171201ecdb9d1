import type { FigureTree } from '#reports/figures.ts';
import type { ReportOrder, ReportPart, ReportReader } from '#store/report-store.ts';
import { cellsOfIndicators, evaluate, type Indicator } from './indicators.ts';

/** Fewer bodies than this are not compared with. */
const FEWEST_PEERS = 10;

/** More bodies than this are not read for it. */
const MOST_PEERS = 2000;

/** Where a value lies among those of like bodies, without naming any of them. */
export interface PeerComparison {
  /** Bodies with the same parent, or of the same kind by name one level further out. */
  readonly group: 'SIBLINGS' | 'SAME_KIND';
  /** Bodies with a value, this one among them. */
  readonly bodies: number;
  /** Share of the others whose value is lower, those that are equal counted half; 0 to 100. */
  readonly percentile: number;
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
}

/** What is known of the bodies that a report is compared with. */
export type PeerFigures = readonly {
  readonly group: PeerComparison['group'];
  readonly figures: readonly FigureTree[];
}[];

/** Kinds of bodies by the ends of their names, longest first. */
const kinds = [
  '人民政府',
  '街道办事处',
  '委员会',
  '管委会',
  '办公室',
  '局',
  '厅',
  '委',
  '办',
  '中心',
  '学校',
  '医院',
  '镇',
  '乡',
];

function kindOf(name: string): string | undefined {
  return kinds.find((kind) => name.endsWith(kind));
}

const byYear: ReportOrder = { field: 'YEAR', direction: 'ASC' };

function figuresOf(parts: readonly ReportPart[]): FigureTree[] {
  return parts.map(({ figures }) => (figures ?? {}) as FigureTree);
}

/** The published reports of like bodies for the same year, the own one left out: siblings first, then the wider group. */
export async function readPeers(reports: Pick<ReportReader, 'list'>, own: ReportPart): Promise<PeerFigures> {
  const { lineage = [], name = '' } = own.organization ?? {};
  const fields = ['organization', ...cellsOfIndicators().map((path) => `figures.${path}`)];
  const within = async (above: string | undefined): Promise<ReportPart[]> => {
    if (above === undefined) return [];
    const filter = { within: above, reach: 'below', year: own.year, status: ['PUBLISHED'] } as const;
    const { items } = await reports.list(filter, byYear, { limit: MOST_PEERS, backward: false }, fields);
    return items.map(({ item }) => item).filter(({ id }) => id !== own.id);
  };
  const wide = await within(lineage.at(-3) ?? lineage.at(-2));
  const isLevel = ({ organization }: ReportPart) => organization?.lineage?.length === lineage.length;
  const level = wide.filter(isLevel);
  const siblings = level.filter(({ organization }) => organization?.lineage?.at(-2) === lineage.at(-2));
  const sameKind = level.filter(({ organization }) => kindOf(organization?.name ?? '') === kindOf(name));
  return [
    { group: 'SIBLINGS', figures: figuresOf(siblings) },
    { group: 'SAME_KIND', figures: figuresOf(sameKind) },
  ];
}

/** Compares a value with those of the first group that is large enough; null where none is. */
export function compareWithPeers(indicator: Indicator, value: number, peers: PeerFigures): PeerComparison | null {
  for (const { group, figures } of peers) {
    const others = figures.flatMap((one) => evaluate(indicator, one).value ?? []);
    if (others.length + 1 >= FEWEST_PEERS) return { group, ...placeAmong(value, others) };
  }
  return null;
}

function placeAmong(value: number, others: readonly number[]): Omit<PeerComparison, 'group'> {
  const sorted = [...others, value].sort((one, other) => one - other);
  const lower = others.filter((one) => one < value).length;
  const equal = others.filter((one) => one === value).length;
  return {
    bodies: sorted.length,
    percentile: (100 * (lower + equal / 2)) / others.length,
    median: quantile(sorted, 0.5),
    lowerQuartile: quantile(sorted, 0.25),
    upperQuartile: quantile(sorted, 0.75),
  };
}

/** Between the two values that lie around the place, as most spreadsheets have it. */
function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}
