import { useQuery } from '@urql/preact';
import { Link } from 'wouter-preact';
import type { EditPageQuery } from '../../generated/graphql.ts';
import { Answer } from '../../parts/asked.tsx';
import { faultsOf, ViolationNotes } from '../../parts/violations.tsx';
import { NotFoundPage } from '../../shell/not-found-page.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { FormTable } from '../../table/form-table.tsx';
import { useWords } from '../../words/locale.tsx';
import { CellInput } from './cell-input.tsx';
import { ClashPanel } from './clash-panel.tsx';
import { EditPageDocument } from './edit-documents.ts';
import { CHAPTERS, unsaved, type Entries } from './entries.ts';
import { useEdit, type EditState } from './use-edit.ts';

type Report = NonNullable<EditPageQuery['report']>;

function SaveStatus({ state: { values, saved, revision, saving, refusal } }: { readonly state: EditState }) {
  const { edit } = useWords();
  const isOpen = unsaved(values, saved).length > 0;
  const said = saving ? edit.saving : isOpen ? edit.unsaved : edit.saved(revision);
  return (
    <p class="saving" role="status">
      {refusal === undefined ? said : edit.notSaved + refusal}
    </p>
  );
}

function TextFields({ values, change }: { readonly values: Entries; readonly change: (entries: Entries) => void }) {
  const { edit } = useWords();
  return CHAPTERS.map((chapter) => {
    const key = `narratives.${chapter}`;
    return (
      <label key={key} class="wide block" lang="zh-CN">
        {edit.narratives[chapter]}
        <textarea
          name={key}
          rows={8}
          value={values[key]}
          onInput={(event) => change({ [key]: event.currentTarget.value })}
        />
      </label>
    );
  });
}

/** A cell is called what its heads say. */
function nameOf(key: string): string {
  return document.querySelector(`input[name="${CSS.escape(key)}"]`)?.getAttribute('aria-label') ?? key;
}

function Editor({ report }: { readonly report: Report }) {
  const words = useWords();
  const { state, change, settle } = useEdit(report);
  const { values, checks, clashes } = state;
  const offers = new Map(checks.offers.map(({ path, computed }) => [path, computed]));
  const faults = faultsOf(checks);
  return (
    <>
      <h1>{words.edit.title(report.title)}</h1>
      <p>
        <Link href={`/reports/${encodeURIComponent(report.id)}`}>{words.edit.back}</Link>{' '}
        <Link href={`/reports/${encodeURIComponent(report.id)}/review`}>{words.report.review}</Link>
      </p>
      <p class="hint">{words.edit.hint}</p>
      <ClashPanel clashes={clashes} values={values} nameOf={nameOf} settle={settle} />
      <form onSubmit={(event) => event.preventDefault()}>
        <label class="wide block">
          {words.edit.reportTitle}
          <input
            type="text"
            name="title"
            lang="zh-CN"
            value={values['title']}
            onInput={(event) => change({ title: event.currentTarget.value })}
          />
        </label>
        {report.tables.map((table) => (
          <FormTable
            key={table.id}
            table={table}
            faults={faults}
            draw={({ path }, position) => (
              <CellInput
                path={path}
                position={position}
                value={values[path] ?? ''}
                offer={offers.get(path)}
                change={change}
              />
            )}
          />
        ))}
        <TextFields values={values} change={change} />
      </form>
      <section class="panel">
        <h2>{words.report.checks}</h2>
        <ViolationNotes checks={checks} />
      </section>
      <SaveStatus state={state} />
    </>
  );
}

/** The form as it looks on paper, to be filled in: saved by itself, checked as one goes. */
export function EditPage({ id }: { readonly id: string }) {
  const words = useWords();
  const [asked, ask] = useQuery({ query: EditPageDocument, variables: { id } });
  const title = asked.data?.report?.title;
  usePageTitle(title === undefined ? undefined : words.edit.title(title));
  return (
    <Answer asked={asked} again={() => ask()}>
      {({ report }) => (report ? <Editor report={report} /> : <NotFoundPage />)}
    </Answer>
  );
}
