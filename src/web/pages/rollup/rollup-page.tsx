import { useQuery } from '@urql/preact';
import { graphql } from '../../generated/index.ts';
import type { RollupPageQuery } from '../../generated/graphql.ts';
import { Answer } from '../../parts/asked.tsx';
import { sayFigure, sayShare } from '../../parts/figures.ts';
import { OrganizationPicker } from '../../parts/organization-picker.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { reportYears } from '../../parts/years.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { useLocale, useWords } from '../../words/locale.tsx';
import { MissingBodies } from './missing-bodies.tsx';

const RollupPageDocument = graphql(/* GraphQL */ `
  query RollupPage($filter: ReportFilter!) {
    rollup(filter: $filter) {
      organizationCount
      reportCount
      ...MissingBodies
      overlapping {
        id
        name
      }
      indicators {
        indicator {
          id
          name
        }
        value
        reason
      }
      filed {
        id
      }
      cells {
        path
        labels
        sum
        filed
        difference
      }
    }
  }
`);

type Rollup = RollupPageQuery['rollup'];

function Indicators({ indicators }: { readonly indicators: Rollup['indicators'] }) {
  const { rollup } = useWords();
  const { locale } = useLocale();
  return (
    <section>
      <h2>{rollup.indicators}</h2>
      <dl class="indicators">
        {indicators.map(({ indicator, value, reason }) => (
          <div key={indicator.id}>
            <dt>{indicator.name}</dt>
            <dd>{reason === 'BELOW_FLOOR' ? rollup.tooFew : sayShare(value, locale) || rollup.noFigure}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Sums({ rollup: { cells, filed } }: { readonly rollup: Rollup }) {
  const { rollup } = useWords();
  const { locale } = useLocale();
  return (
    <div class="scroll tall" role="region" tabIndex={0} aria-label={rollup.title}>
      <table class="list">
        <caption class="hidden">{rollup.title}</caption>
        <thead>
          <tr>
            <th scope="col">{rollup.cell}</th>
            <th scope="col" class="number">
              {rollup.sum}
            </th>
            {filed ? (
              <>
                <th scope="col" class="number">
                  {rollup.filed}
                </th>
                <th scope="col" class="number">
                  {rollup.difference}
                </th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr key={cell.path}>
              <th scope="row" lang="zh-CN">
                {cell.labels.join(' › ')}
              </th>
              <td class="number">{sayFigure(cell.sum, locale)}</td>
              {filed ? (
                <>
                  <td class="number">{sayFigure(cell.filed, locale)}</td>
                  <td class="number">{sayFigure(cell.difference, locale)}</td>
                </>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RollupAnswer({ year, within }: { readonly year: number; readonly within: string | undefined }) {
  const { rollup: words } = useWords();
  const { locale } = useLocale();
  const filter = { year, ...(within === undefined ? {} : { within }) };
  const [asked, ask] = useQuery({ query: RollupPageDocument, variables: { filter } });
  return (
    <Answer asked={asked} again={() => ask()}>
      {({ rollup }) => (
        <>
          <p role="status">
            {words.bodies(sayFigure(rollup.organizationCount, locale), sayFigure(rollup.reportCount, locale))}
          </p>
          <MissingBodies rollup={rollup} />
          {rollup.overlapping.length > 0 ? (
            <p class="notice">
              {words.overlapping} <span lang="zh-CN">{rollup.overlapping.map(({ name }) => name).join('、')}</span>
            </p>
          ) : null}
          {rollup.reportCount > 0 ? (
            <>
              <Indicators indicators={rollup.indicators} />
              <Sums rollup={rollup} />
            </>
          ) : null}
        </>
      )}
    </Answer>
  );
}

/** The sums of a region for a year, who is missing in them, and what they say. */
export function RollupPage() {
  const { rollup, list } = useWords();
  const [parameters, change] = useAddress();
  const year = Number(parameters.get('year') ?? reportYears()[0]);
  const within = parameters.get('within') ?? undefined;
  usePageTitle(rollup.title);
  return (
    <>
      <h1>{rollup.title}</h1>
      <form class="search" onSubmit={(event) => event.preventDefault()}>
        <OrganizationPicker
          label={`${rollup.within}（${rollup.everything}）`}
          chosen={within}
          onChoose={(id) => change({ within: id })}
        />
        <label>
          {list.year}
          <select value={year} onChange={(event) => change({ year: event.currentTarget.value })}>
            {reportYears().map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      </form>
      <RollupAnswer year={year} within={within} />
    </>
  );
}
