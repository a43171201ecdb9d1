import { graphql, readFragment, type FragmentType } from '../../generated/index.ts';
import { useLocale, useWords } from '../../words/locale.tsx';

const ReportHistoryFields = graphql(/* GraphQL */ `
  fragment ReportHistory on Report {
    history {
      revision
      action
      actor
      at
      note
    }
  }
`);

/** What happened to a report, the last first. */
export function HistoryList({ report }: { readonly report: FragmentType<typeof ReportHistoryFields> }) {
  const { review } = useWords();
  const { locale } = useLocale();
  const { history } = readFragment(ReportHistoryFields, report);
  const say = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section>
      <h2>{review.history}</h2>
      <ol class="history" reversed>
        {history.toReversed().map(({ revision, action, actor, at, note }, index) => (
          <li key={`${revision} ${index}`}>
            <time dateTime={at}>{say.format(new Date(at))}</time> {review.actions[action] ?? action} {actor} {note}
          </li>
        ))}
      </ol>
    </section>
  );
}
