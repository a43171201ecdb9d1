import { graphql, readFragment, type FragmentType } from '../../generated/index.ts';
import { Link } from 'wouter-preact';
import { BarChart } from '../../parts/chart.tsx';
import { sayFigure, sayShare } from '../../parts/figures.ts';
import { useLocale, useWords } from '../../words/locale.tsx';

const TrendYearFields = graphql(/* GraphQL */ `
  fragment TrendYear on TrendPoint {
    year
    received
    outcomesTotal
    disclosureRate
    disputes
    report {
      id
    }
  }
`);

/** Charts of an organization's years, with the table of their figures. */
export function TrendSection({ points }: { readonly points: readonly FragmentType<typeof TrendYearFields>[] }) {
  const { trend } = useWords();
  const { locale } = useLocale();
  const years = points.map((point) => readFragment(TrendYearFields, point));
  if (years.length === 0) return <p>{trend.none}</p>;
  const received = years.map(({ year, received: value }) => ({
    label: String(year),
    value: value ?? undefined,
    said: sayFigure(value, locale),
  }));
  const rates = years.map(({ year, disclosureRate }) => ({
    label: String(year),
    value: disclosureRate ?? undefined,
    said: sayShare(disclosureRate, locale),
  }));
  return (
    <>
      <div class="charts">
        <BarChart name={trend.chart(trend.received)} bars={received} />
        <BarChart name={trend.chart(trend.disclosureRate)} bars={rates} />
      </div>
      <div class="scroll" role="region" tabIndex={0} aria-label={trend.table}>
        <table class="list">
          <caption>{trend.table}</caption>
          <thead>
            <tr>
              <th scope="col">{trend.year}</th>
              <th scope="col" class="number">
                {trend.received}
              </th>
              <th scope="col" class="number">
                {trend.outcomes}
              </th>
              <th scope="col" class="number">
                {trend.disclosureRate}
              </th>
              <th scope="col" class="number">
                {trend.disputes}
              </th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, received: count, outcomesTotal, disclosureRate, disputes, report }) => (
              <tr key={year}>
                <th scope="row">
                  <Link href={`/reports/${encodeURIComponent(report.id)}`}>{year}</Link>
                </th>
                <td class="number">{sayFigure(count, locale)}</td>
                <td class="number">{sayFigure(outcomesTotal, locale)}</td>
                <td class="number">{sayShare(disclosureRate, locale)}</td>
                <td class="number">{sayFigure(disputes, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
