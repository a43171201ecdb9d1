import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { graphql, readFragment, type FragmentType } from '../../generated/index.ts';
import { useWords } from '../../words/locale.tsx';

const ComparableYearFields = graphql(/* GraphQL */ `
  fragment ComparableYear on TrendPoint {
    year
    report {
      id
    }
  }
`);

type Years = readonly FragmentType<typeof ComparableYearFields>[];

function YearChoice({
  label,
  years,
  value,
  onChange,
}: {
  readonly label: string;
  readonly years: readonly { readonly id: string; readonly year: number }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {years.map(({ id, year }) => (
          <option key={id} value={id}>
            {year}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Chooses two years of a body to compare; nothing where there are not two. */
export function CompareForm({ years: points }: { readonly years: Years }) {
  const { compare } = useWords();
  const [, go] = useLocation();
  const years = points.map((point) => {
    const { year, report } = readFragment(ComparableYearFields, point);
    return { id: report.id, year };
  });
  const [base, setBase] = useState(years.at(-2)?.id ?? '');
  const [other, setOther] = useState(years.at(-1)?.id ?? '');
  if (years.length < 2) return null;
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        go(`/compare?base=${encodeURIComponent(base)}&other=${encodeURIComponent(other)}`);
      }}
    >
      <h2>{compare.choose}</h2>
      <div class="row">
        <YearChoice label={compare.base} years={years} value={base} onChange={setBase} />
        <YearChoice label={compare.other} years={years} value={other} onChange={setOther} />
        <button type="submit">{compare.go}</button>
      </div>
    </form>
  );
}
