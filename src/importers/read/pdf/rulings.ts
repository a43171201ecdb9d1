import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { identityMatrix, isMatrix, move, multiply, type Matrix } from './geometry.ts';

/** A straight line along the page: at `at`, from `from` to `to`. */
export interface Ruling {
  readonly vertical: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A filled rectangle that is not thicker than this is a line. */
const thickest = 3;
const shortest = 2;
const MOST_RULINGS = 60_000;

type Point = readonly [number, number];

/** Straight parts of a path; curves only move the point. */
function* segmentsOf(path: ArrayLike<number>): Generator<readonly [Point, Point]> {
  let [start, point]: [Point, Point] = [
    [0, 0],
    [0, 0],
  ];
  const at = (index: number): Point => [path[index] ?? 0, path[index + 1] ?? 0];
  for (let index = 0; index < path.length;) {
    const operator = path[index];
    if (operator === 0) {
      start = point = at(index + 1);
      index += 3;
    } else if (operator === 1) {
      const next = at(index + 1);
      yield [point, next];
      point = next;
      index += 3;
    } else if (operator === 2 || operator === 3) {
      const length = operator === 2 ? 6 : 4;
      point = at(index + length - 1);
      index += length + 1;
    } else {
      yield [point, start];
      point = start;
      index += 1;
    }
  }
}

function rulingOf([ax, ay]: Point, [bx, by]: Point): Ruling[] {
  const [width, height] = [Math.abs(ax - bx), Math.abs(ay - by)];
  if (width <= 1 && height >= shortest)
    return [{ vertical: true, at: (ax + bx) / 2, from: Math.min(ay, by), to: Math.max(ay, by) }];
  if (height <= 1 && width >= shortest)
    return [{ vertical: false, at: (ay + by) / 2, from: Math.min(ax, bx), to: Math.max(ax, bx) }];
  return [];
}

/** Parts of a path that each begin with a move. */
function subpaths(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const parts: Point[][] = [];
  for (const [from, to] of segmentsOf(path)) {
    const [a, b] = [move(matrix, ...from), move(matrix, ...to)];
    const part = parts.at(-1);
    const last = part?.at(-1);
    if (part && last && last[0] === a[0] && last[1] === a[1]) part.push(b);
    else parts.push([a, b]);
  }
  return parts;
}

/** A filled area is a line where it is thin; borders of cells are often drawn so. */
function filledRuling(points: readonly Point[]): Ruling[] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
  if (right - left <= thickest && top - bottom >= shortest && top - bottom > right - left)
    return [{ vertical: true, at: (left + right) / 2, from: bottom, to: top }];
  if (top - bottom <= thickest && right - left >= shortest)
    return [{ vertical: false, at: (bottom + top) / 2, from: left, to: right }];
  return [];
}

const strokes: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill]);

function rulingsOfPath([operator, [path]]: PathArguments, matrix: Matrix): Ruling[] {
  if (!path) return [];
  const parts = subpaths(path, matrix);
  if (fills.has(operator)) return parts.flatMap(filledRuling);
  if (!strokes.has(operator)) return [];
  return parts.flatMap((points) => points.slice(1).flatMap((point, index) => rulingOf(points[index] ?? point, point)));
}

type PathArguments = readonly [operator: number, paths: readonly [ArrayLike<number> | null]];

/** The matrix that counts at each point of a page's operators. */
class GraphicsState {
  readonly #saved: Matrix[] = [];
  matrix: Matrix = identityMatrix;

  follow(operator: number, given: unknown): void {
    if (operator === OPS.save) this.#saved.push(this.matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd)
      this.matrix = this.#saved.pop() ?? identityMatrix;
    else if (operator === OPS.transform) this.#transform(given);
    else if (operator === OPS.paintFormXObjectBegin) {
      this.#saved.push(this.matrix);
      this.#transform(Array.isArray(given) ? given[0] : undefined);
    }
  }

  #transform(given: unknown): void {
    if (isMatrix(given)) this.matrix = multiply(this.matrix, given);
  }
}

/** The lines that are drawn on a page. Nothing is painted: the page's operators are only listed. */
export async function rulingsOf(page: PDFPageProxy): Promise<Ruling[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const state = new GraphicsState();
  const rulings: Ruling[] = [];
  for (const [index, operator] of fnArray.entries()) {
    const given: unknown = argsArray[index];
    state.follow(operator, given);
    if (operator === OPS.constructPath)
      for (const ruling of rulingsOfPath(given as PathArguments, state.matrix)) rulings.push(ruling);
    if (rulings.length > MOST_RULINGS) throw new NianbaoError('DOCUMENT_UNSAFE', { reason: `PDF > ${MOST_RULINGS}` });
  }
  return rulings;
}
