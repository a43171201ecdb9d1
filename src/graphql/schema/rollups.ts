import type { FigureTree } from '#reports/figures.ts';
import { forms } from '#forms/index.ts';
import { rollupSource } from '#rendering/rollup-source.ts';
import { subjectOfRollup } from '#rendering/subject-of-rollup.ts';
import { checkRollup } from '#rollups/check-rollup.ts';
import { allPaths, pathsBelow } from '#rollups/comparable.ts';
import { rollUp, type Rollup as DomainRollup } from '#rollups/roll-up.ts';
import type { Shown } from '#store/artifact-store.ts';
import type { Fields } from '#store/report-store.ts';
import { knownOrganization } from '../named-organization.ts';
import { builder, stored } from '../builder.ts';
import type { Context } from '../context.ts';
import { figureType } from '../form-types.ts';
import { reportFields, storedFields } from '../selection.ts';
import { CheckResult } from './checks.ts';
import { FormRef } from './forms.ts';
import { Organization } from './organizations.ts';
import { filterOf, ReportFilterInput } from './report-filter.ts';
import { Rendering, renderNow } from './renderings.ts';
import { Report } from './report.ts';

/** Published reports added up. The selection says which cells. */
export const Rollup = builder.objectRef<DomainRollup>('Rollup');

const RollupBodies = builder.enumType('RollupBodies', {
  description: 'Which bodies a roll-up of `within` adds up.',
  values: {
    ALL_BELOW: { value: 'below', description: 'All bodies below it.' },
    DIRECTLY_BELOW: {
      value: 'children',
      description: 'Those directly below it, whose reports cover what lies below them, as those of governments do.',
    },
  } as const,
});

const RollupForm = builder.objectRef<DomainRollup['forms'][number]>('RollupForm').implement({
  description: 'How many of the reports are on a version of the form.',
  fields: (t) => ({ form: t.expose('form', { type: FormRef }), reportCount: t.exposeInt('reports') }),
});

/** Lists of bodies are cut off there; the counts beside them are not. */
const MOST_BODIES = 1000;

Rollup.implement({
  description: 'The sum of published reports. docs/rollups.md says what is added up and what is not.',
  fields: (t) => ({
    reportCount: t.exposeInt('reports'),
    organizationCount: t.int({
      description: 'Organizations whose reports are added up.',
      resolve: ({ organizations }) => organizations(),
    }),
    missing: t.field({
      type: [Organization],
      description: `Organizations within the filter that have no published report for a year asked for, by name; the first ${MOST_BODIES} after \`after\`.`,
      args: { first: t.arg.int({ defaultValue: MOST_BODIES }), after: t.arg.globalID({ for: [Organization] }) },
      resolve: async ({ bodies }, { first, after }) => pageOf((await bodies()).missing, first, after?.id),
    }),
    missingCount: t.int({ resolve: async ({ bodies }) => (await bodies()).missing.length }),
    overlapping: t.field({
      type: [Organization],
      description: `Organizations that are added up together with bodies below them: what their reports cover is counted twice; the first ${MOST_BODIES}.`,
      resolve: async ({ bodies }) => pageOf((await bodies()).overlapping, MOST_BODIES),
    }),
    filed: t.field({
      type: Report,
      nullable: true,
      description:
        'The aggregate report that the organization of `within` filed itself for the year asked for, to compare with.',
      resolve: ({ filed }, _args, _context, info) => filed(reportFields(info)),
    }),
    forms: t.field({ type: [RollupForm], resolve: ({ forms: present }) => [...present] }),
    leftOut: t.stringList({
      description: 'Paths of cells that mean something on some forms of the reports only, and are not added up.',
      resolve: ({ leftOut }) => [...leftOut],
    }),
    checks: t.field({
      type: CheckResult,
      description:
        'Sums that do not agree, differences from the report of the whole, and why a difference may be no fault.',
      ...stored({ segment: 'figures' }),
      resolve: (rollup) => checkRollup(rollup),
    }),
    rendering: t.field({
      type: Rendering,
      description:
        'The roll-up as a document: the sums in the tables of the form, charts, what is missing and what differs.',
      args: { renderer: t.arg.string({ required: true }), options: t.arg({ type: 'JSONObject' }) },
      ...stored('all'),
      resolve: async (rollup, args, context) => {
        const source = await rollupSource(rollup, context.store.organizations);
        return renderNow(subjectOfRollup(source), args, context, await shownByRollup(rollup, context.store));
      },
    }),
  }),
});

/** Of more reports than these the sums tell nobody's figures; of fewer they are shut with the first that is withdrawn. */
const MOST_STATES = 200;

async function shownByRollup(rollup: DomainRollup, { reports }: Pick<Context['store'], 'reports'>): Promise<Shown> {
  const slice = { limit: MOST_STATES + 1, backward: false };
  const order = { field: 'UPDATED_AT', direction: 'DESC' } as const;
  const { items } = await reports.seenBy('published').list(rollup.filter, order, slice, ['revision']);
  if (items.length > MOST_STATES) return 'everybody';
  const filed = await rollup.filed(['revision']);
  const parts = [...items.map(({ item }) => item), ...(filed ? [filed] : [])];
  return { all: parts.map(({ id, revision = null }) => ({ report: id, revision })) };
}

const chapters = new Map(
  forms.flatMap((form) => form.chapters.map((chapter) => [chapter.key, chapter] as const)).reverse(),
);

for (const [key, chapter] of chapters) {
  if (chapter.kind !== 'figures') continue;
  builder.objectField(Rollup, key, (t) =>
    t.field({
      type: figureType(chapter.shape),
      description: `${chapter.number}、${chapter.title}`,
      ...stored({ segment: `figures.${key}` }),
      resolve: ({ figures }) => (figures[key] ?? {}) as FigureTree,
    }),
  );
}

/** The cells that the fields of a selection need. */
function cellsOf(fields: Fields): readonly string[] {
  if (fields === 'all') return allPaths;
  const paths = fields.flatMap((field) => pathsBelow(field.split('.').slice(1).join('.')));
  return [...new Set(paths)];
}

function pageOf<Body extends { readonly id: string }>(
  bodies: readonly Body[],
  first: number | null | undefined,
  after?: string,
) {
  const start = after === undefined ? 0 : bodies.findIndex(({ id }) => id === after) + 1;
  return bodies.slice(start, start + Math.min(Math.max(first ?? MOST_BODIES, 0), MOST_BODIES));
}

builder.queryField('rollup', (t) =>
  t.field({
    type: Rollup,
    description:
      'The sum of the tables of all published reports that match, as a supervising office files it. `within` here means the bodies below that organization, without its own aggregate report.',
    args: {
      filter: t.arg({ type: ReportFilterInput, required: true }),
      bodies: t.arg({ type: RollupBodies, defaultValue: 'below' }),
    },
    resolve: async (_root, { filter, bodies }, context, info) => {
      const { reports, organizations } = context.store;
      for (const named of [filter.within, filter.organization]) if (named) await knownOrganization(context, named.id);
      const stores = { reports: reports.seenBy('published'), organizations };
      return rollUp(stores, { ...filterOf(filter), reach: bodies ?? 'below' }, cellsOf(storedFields(info, 'Rollup')));
    },
  }),
);
