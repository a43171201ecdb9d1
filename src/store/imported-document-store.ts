/** Which report the bytes of a document made. */
export interface ImportedDocument {
  /** Hex SHA-256 of the bytes and of how they were read. */
  readonly digest: string;
  readonly report: string;
  /** Revision of the report that the document made, or found there with the same content. */
  readonly revision: number;
  /** What the file was called. */
  readonly name: string;
}

/** Remembers documents by their content, so that one that comes again is not read again. */
export interface ImportedDocumentStore {
  find(digest: string): Promise<ImportedDocument | null>;
  /** Puts it in the place of an older note of the same digest. */
  save(document: ImportedDocument): Promise<void>;
}
