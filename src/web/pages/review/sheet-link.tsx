import { useState } from 'preact/hooks';
import { useClient } from '@urql/preact';
import { saveFile } from '../../parts/save-file.ts';
import { useWords } from '../../words/locale.tsx';
import { ReviewSheet } from './review-documents.ts';

/** The review sheet as a file: its address asks who one is, which a link can not say. */
export function SheetLink({ id }: { readonly id: string }) {
  const { review, download } = useWords();
  const client = useClient();
  const [failed, setFailed] = useState(false);
  const open = async () => {
    const { data } = await client.query(ReviewSheet, { id }).toPromise();
    const content = data?.report?.reviewSheet?.content;
    setFailed(typeof content !== 'string');
    if (typeof content !== 'string') return;
    saveFile(new Blob([content], { type: 'text/html' }), `${review.sheet}.html`);
  };
  return (
    <>
      <button type="button" class="quiet" onClick={() => void open()}>
        {review.sheet}
      </button>
      {failed ? <span role="alert">{download.failed}</span> : null}
    </>
  );
}
