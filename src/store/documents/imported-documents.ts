import type { ImportedDocument, ImportedDocumentStore } from '../imported-document-store.ts';
import { wellFormed } from '../well-formed.ts';
import type { Collection } from './collection.ts';

/** A document that was imported as both databases keep it. */
export type ImportedDocumentRow = Omit<ImportedDocument, 'digest'> & { readonly _id: string };

/** Notes of imported documents in a collection. */
export function createImportedDocuments(collection: Collection<ImportedDocumentRow>): ImportedDocumentStore {
  return {
    find: async (digest) => {
      const [row] = await collection.find({ _id: digest });
      if (!row) return null;
      const { _id, ...note } = row;
      return { digest: _id, ...note };
    },
    save: ({ digest, name, ...note }) => collection.put({ _id: digest, ...note, name: wellFormed(name) }),
  };
}
