import { Link } from 'wouter-preact';
import type { BatchProgressFragment } from '../../generated/graphql.ts';
import { sayFigure } from '../../parts/figures.ts';
import { useLocale, useWords } from '../../words/locale.tsx';

type Item = BatchProgressFragment['items']['edges'][number]['node'];

function ItemRow({ item: { name, outcome, error, report } }: { readonly item: Item }) {
  const { import: words } = useWords();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span class={`status ${outcome.toLowerCase()}`}>{words.outcomes[outcome]}</span>
      </td>
      <td>
        {error ? (
          <>
            {typeof error.line === 'number' ? words.line(error.line) : null}
            {error.message}
          </>
        ) : null}
        {report ? (
          <Link href={`/reports/${encodeURIComponent(report.id)}`} lang="zh-CN">
            {report.title}
          </Link>
        ) : null}
      </td>
    </tr>
  );
}

/** How far a batch is, and a row for each document. */
export function ImportResults({ batch }: { readonly batch: BatchProgressFragment }) {
  const { import: words } = useWords();
  const { locale } = useLocale();
  const done = batch.created + batch.updated + batch.unchanged + batch.refused;
  const said = words.progress(sayFigure(done, locale), sayFigure(batch.total, locale));
  return (
    <section>
      <p role="status">
        {batch.status === 'RUNNING' ? <progress aria-label={said} max={batch.total} value={done} /> : words.finished}{' '}
        {said}
      </p>
      <div class="scroll" role="region" tabIndex={0} aria-label={words.outcome}>
        <table class="list">
          <caption class="hidden">{words.outcome}</caption>
          <thead>
            <tr>
              <th scope="col">{words.file}</th>
              <th scope="col">{words.outcome}</th>
              <th scope="col">{words.open}</th>
            </tr>
          </thead>
          <tbody>
            {batch.items.edges.map(({ node }) => (
              <ItemRow key={node.name} item={node} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
