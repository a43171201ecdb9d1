import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { OnExistingReport } from '../../generated/graphql.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { useSession } from '../../shell/session.tsx';
import { useWords } from '../../words/locale.tsx';
import { ImportResults } from './import-results.tsx';
import { useImport } from './use-import.ts';

function DropZone({ disabled, onFiles }: { readonly disabled: boolean; readonly onFiles: (files: File[]) => void }) {
  const { import: words } = useWords();
  const [over, setOver] = useState(false);
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(files);
  };
  return (
    <label
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!disabled) take(event.dataTransfer?.files);
      }}
    >
      <span>
        {words.drop}
        {words.choose}
      </span>
      <input
        type="file"
        name="files"
        multiple
        disabled={disabled}
        aria-describedby="kinds"
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          currentTarget.value = '';
        }}
      />
    </label>
  );
}

function ImportForm() {
  const { import: words } = useWords();
  const [onExisting, setOnExisting] = useState<OnExistingReport>('REFUSE');
  const { state, send } = useImport();
  const { batch, refusal, sending } = state;
  const busy = sending || batch?.status === 'RUNNING';
  return (
    <>
      <form onSubmit={(event) => event.preventDefault()}>
        <label>
          {words.onExisting}
          <select value={onExisting} onChange={(event) => setOnExisting(event.currentTarget.value as OnExistingReport)}>
            <option value="REFUSE">{words.refuse}</option>
            <option value="UPDATE">{words.update}</option>
          </select>
        </label>
        <DropZone disabled={busy} onFiles={(files) => void send(files, onExisting)} />
        <p class="hint" id="kinds">
          {words.kinds}
        </p>
      </form>
      {refusal === undefined ? null : (
        <p class="notice error" role="alert">
          {refusal}
        </p>
      )}
      {batch ? <ImportResults batch={batch} /> : null}
    </>
  );
}

/** Documents into the store, as drafts. */
export function ImportPage() {
  const words = useWords();
  const { token } = useSession();
  usePageTitle(words.import.title);
  return (
    <>
      <h1>{words.import.title}</h1>
      {token === undefined ? (
        <p>
          {words.import.signInFirst} <Link href="/sign-in">{words.signIn.title}</Link>
        </p>
      ) : (
        <ImportForm />
      )}
    </>
  );
}
