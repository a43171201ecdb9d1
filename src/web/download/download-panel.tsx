import { useEffect, useState } from 'preact/hooks';
import { useQuery } from '@urql/preact';
import type { JobProgressFragment, RendererListQuery } from '../generated/graphql.ts';
import { Answer } from '../parts/asked.tsx';
import { fetchFile } from '../parts/save-file.ts';
import { addressOf } from '../settings.ts';
import { useSession } from '../shell/session.tsx';
import { useLocale, useWords } from '../words/locale.tsx';
import { OptionsForm, type Chosen } from './options-form.tsx';
import { fieldsOf } from './options-schema.ts';
import { ChosenRenderer, RendererList } from './render-documents.ts';
import { useRenderJob, type JobState } from './use-render-job.ts';

type Renderer = RendererListQuery['renderers'][number];

/** Milliseconds after which it is asked whether other renderers are offered. */
const LOOK_AGAIN = 5000;

function sayBytes(bytes: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(
    Math.max(1, bytes / 1000),
  );
}

/** What is not published opens for those who may see it only, and a link can not say who one is. */
function FileLink({ rendering }: { readonly rendering: NonNullable<JobProgressFragment['rendering']> }) {
  const { download } = useWords();
  const { locale } = useLocale();
  const { token } = useSession();
  const [failed, setFailed] = useState(false);
  const { url, filename, byteLength, sha256 } = rendering;
  const fetchIt = async (event: Event) => {
    if (token === undefined) return;
    event.preventDefault();
    setFailed(!(await fetchFile(addressOf(url), filename, token)));
  };
  return (
    <>
      <a href={addressOf(url)} download={filename} data-sha256={sha256} onClick={(event) => void fetchIt(event)}>
        {download.get(filename, sayBytes(byteLength, locale))}
      </a>
      {failed ? <span role="alert"> {download.gone}</span> : null}
    </>
  );
}

function Outcome({ state: { job, refusal, lost }, cancel }: { readonly state: JobState; readonly cancel: () => void }) {
  const { download } = useWords();
  if (refusal !== undefined)
    return (
      <p class="notice error" role="alert">
        {download.failed}
        {refusal}
      </p>
    );
  if (!job) return null;
  const { status, progress, error, rendering } = job;
  if (status === 'SUCCEEDED')
    return rendering ? (
      <p class="notice good" role="status">
        {download.done} <FileLink rendering={rendering} />
      </p>
    ) : null;
  if (status === 'FAILED' || status === 'CANCELLED')
    return (
      <p class="notice error" role="alert">
        {status === 'CANCELLED' ? download.cancelled : download.failed + (error ?? '')}
      </p>
    );
  return (
    <div role="status">
      <label>
        {lost ? download.lost : status === 'QUEUED' ? download.queued : download.running}{' '}
        <progress aria-label={download.progress} max={1} value={progress} />
      </label>{' '}
      <button type="button" class="quiet" onClick={cancel}>
        {download.cancel}
      </button>
    </div>
  );
}

function RendererOptions({
  renderer,
  chosen,
  onChange,
}: {
  readonly renderer: string;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}) {
  const { download } = useWords();
  const [asked, ask] = useQuery({ query: ChosenRenderer, variables: { id: renderer } });
  return (
    <Answer asked={asked} again={() => ask()}>
      {({ renderer: known }) => {
        const fields = fieldsOf(known?.optionsSchema ?? {});
        return (
          <>
            <p class="hint">{known?.description}</p>
            {fields.length > 0 ? (
              <details>
                <summary>{download.options}</summary>
                <OptionsForm fields={fields} chosen={chosen} onChange={onChange} />
              </details>
            ) : null}
          </>
        );
      }}
    </Answer>
  );
}

function DownloadForm({ report, renderers }: { readonly report: string; readonly renderers: readonly Renderer[] }) {
  const { download } = useWords();
  const [id, setId] = useState('pdf');
  const [chosen, setChosen] = useState<Chosen>({});
  const { state, start, cancel } = useRenderJob();
  const renderer = renderers.find((one) => one.id === id) ?? renderers[0];
  if (!renderer) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        start({ report, renderer: renderer.id, options: chosen });
      }}
    >
      <div class="row">
        <label>
          {download.format}
          <select
            name="renderer"
            value={renderer.id}
            onChange={(event) => {
              setId(event.currentTarget.value);
              setChosen({});
            }}
          >
            {renderers.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">{download.start}</button>
      </div>
      <RendererOptions key={renderer.id} renderer={renderer.id} chosen={chosen} onChange={setChosen} />
      <Outcome state={state} cancel={cancel} />
    </form>
  );
}

/** Every registered renderer with its options; one that is registered while the page is open appears by itself. */
export function DownloadPanel({ report }: { readonly report: string }) {
  const [asked, ask] = useQuery({ query: RendererList });
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') ask();
    }, LOOK_AGAIN);
    return () => clearInterval(timer);
  }, []);
  return (
    <Answer asked={asked} again={() => ask()} quiet>
      {({ renderers }) => <DownloadForm report={report} renderers={renderers} />}
    </Answer>
  );
}
