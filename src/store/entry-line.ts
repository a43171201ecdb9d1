import { z } from 'zod';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { changeActions, reviewDecisions } from '#reports/change.ts';
import { origins, reportStatuses } from '#reports/report.ts';
import { verdicts } from '#reports/checks/decision.ts';
import { duties, stageRoles } from '#reports/review-policy.ts';
import { withChange, type StateOfAnyAge } from '#reports/with-change.ts';
import type { PathTree } from '#reports/figures.ts';
import type { Entry } from './dump.ts';
import { wellFormed } from './well-formed.ts';

/** The version of the lines that `toLine` writes. */
const lineVersion = 2;

const date = z.iso.datetime().transform((text) => new Date(text));

function tree<Value>(value: z.ZodType<Value>): z.ZodType<PathTree<Value>> {
  const branch: z.ZodType<PathTree<Value>> = z.lazy(() => z.record(z.string(), z.union([value, branch])));
  return branch;
}

const figure = z.union([z.number(), z.string(), z.null()]);

const findingCell = z.object({
  path: z.string(),
  figure,
  raw: z.string().optional(),
  place: z.string().optional(),
});

const violation = z.object({
  code: z.string(),
  severity: z.string(),
  paths: z.array(z.string()),
  expected: z.string().nullable(),
  actual: z.string().nullable(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  key: z.string().optional(),
  formula: z.string().optional(),
  quote: z.string().optional(),
  cells: z.array(findingCell).optional(),
});

const decision = z.object({
  finding: z.string(),
  code: z.string(),
  cells: z.array(findingCell),
  verdict: z.enum(verdicts),
  reason: z.string(),
  actor: z.object({ subject: z.string(), name: z.string() }).nullable(),
  at: date,
});

const source = z.object({
  places: tree(z.string()).optional(),
  chapters: z.array(z.string()).optional(),
  otherReadings: tree(z.string()).optional(),
});

const actor = z.object({ subject: z.string(), name: z.string() });

const change = z.object({
  action: z.enum(changeActions),
  actor: actor.nullable(),
  note: z.string().nullable(),
  stage: z.int().optional(),
  voided: z.array(z.int()).optional(),
});

const review = z.object({
  stage: z.int(),
  title: z.string(),
  role: z.string(),
  reviewer: actor,
  decision: z.enum(reviewDecisions),
  proofread: z.boolean(),
  secrecyChecked: z.boolean(),
  note: z.string().nullable(),
  at: date,
  contentHash: z.string(),
  voided: z.boolean(),
});

const correction = z.object({ at: date, revision: z.int(), note: z.string(), paths: z.array(z.string()) });

const report = z.object({
  id: z.string().min(1),
  title: z.string(),
  year: z.int(),
  form: z.string(),
  narratives: z.record(z.string(), z.string()),
  figures: tree(figure),
  raws: tree(z.string()),
  organization: z.object({ id: z.string().min(1), name: z.string(), lineage: z.array(z.string()) }),
  status: z.enum(reportStatuses),
  revision: z.int().positive(),
  createdAt: date,
  updatedAt: date,
  publishedAt: date.nullable(),
  publishedRevision: z.int().nullable().optional(),
  reviews: z.array(review).optional(),
  corrections: z.array(correction).optional(),
  withdrawn: z.object({ title: z.string(), revision: z.int().positive() }).optional(),
  change: change.optional(),
  checks: z.object({ passed: z.boolean(), violations: z.array(violation) }),
  origin: z.enum(origins).optional(),
  source: source.optional(),
  decisions: z.array(decision).optional(),
});

const organization = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  parent: z.string().nullable(),
  lineage: z.array(z.string()).min(1),
});

const monthAndDay = z.string().regex(/^\d\d-\d\d$/u);

const settings = z.object({
  organization: z.string().min(1),
  review: z
    .object({
      stages: z.array(
        z.object({
          title: z.string(),
          post: z.string(),
          role: z.enum(stageRoles),
          duties: z.array(z.enum(duties)),
          checklist: z.array(z.string()),
        }),
      ),
      onePersonOneStage: z.boolean(),
    })
    .nullable(),
  dueDates: z
    .object({ departments: monthAndDay.nullable(), governments: monthAndDay.nullable() })
    .nullable()
    .default(null),
});

const registration = z.object({ name: z.string().min(1), registered: z.boolean(), changedAt: date });

const record = z.object({
  renderer: z.string(),
  mediaType: z.string(),
  byteLength: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  filename: z.string(),
});

const bytes = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const nianbao = z.int().min(1).max(lineVersion);
const newer = z.object({ nianbao: z.int().gt(lineVersion) });

const line = z.discriminatedUnion('kind', [
  z.object({ nianbao, kind: z.literal('organization'), organization }),
  z.object({ nianbao, kind: z.literal('revision'), report }),
  z.object({ nianbao, kind: z.literal('settings'), settings }),
  z.object({ nianbao, kind: z.literal('plugin'), registration }),
  z.object({ nianbao, kind: z.literal('end'), entries: z.int().nonnegative() }),
  z.object({ nianbao, kind: z.literal('artifact'), key: z.string().min(1), record, bytes }),
]);

/** The last line of a dump: how many entries stand before it. */
export interface DumpEnd {
  readonly kind: 'end';
  readonly entries: number;
}

/** Line breaks of Unicode, at which some readers of lines break them. */
const otherBreaks = /[\u2028\u2029\u0085]/gu;

/** One line of NDJSON for an entry or the end, without the line break. Dates are ISO 8601, bytes base64. */
export function toLine(entry: Entry | DumpEnd): string {
  const plain = entry.kind === 'artifact' ? { ...entry, bytes: Buffer.from(entry.bytes).toString('base64') } : entry;
  const text = JSON.stringify({ nianbao: lineVersion, ...plain });
  return text.replace(otherBreaks, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The entry of a line, or the end; INPUT_INVALID, saying where, when it is neither, DUMP_NEWER for a later version. */
export function fromLine(text: string): Entry | DumpEnd {
  const json = parseJson(text);
  const version = newer.safeParse(json).data?.nianbao;
  if (version !== undefined) throw new NianbaoError('DUMP_NEWER', { version, known: lineVersion });
  const { data, error } = line.safeParse(json);
  if (error) throw notAnEntry(error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
  const { nianbao: _version, ...entry } = data;
  // Codes of violations are a matter of the form, not of the line.
  if (entry.kind === 'revision') return { kind: entry.kind, report: withChange(entry.report as StateOfAnyAge) };
  return entry;
}

/** Older stores kept halves of surrogate pairs, which not every database does. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? wellFormed(value) : value));
  } catch (cause) {
    // The parser's own words name a line too, which is never the export's.
    const reason = { sentence: { zh: '不是有效的 JSON', en: 'it is not JSON' }, parameters: {} };
    throw new NianbaoError('INPUT_INVALID', { reason }, { cause });
  }
}

function notAnEntry(issues: readonly { readonly path: string; readonly message: string }[]): NianbaoError {
  const [first] = issues;
  const place = [first?.path, first?.message].filter(Boolean).join(': ');
  const sentence = { zh: '不是导出的条目（{place}）', en: 'it is not an entry of an export ({place})' };
  return new NianbaoError('INPUT_INVALID', { reason: { sentence, parameters: { place } } }, { issues });
}
