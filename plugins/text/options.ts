/** The renderer's options as the manifest's schema describes them, defaults filled in. */
export interface TextOptions {
  readonly heads: 'full' | 'short';
  /** What a table is read by: each row with its columns, or each column with its rows. */
  readonly order: 'rows' | 'columns';
  readonly zeroRows: 'list' | 'summary';
  /** Display cells; 0 for lines of any length. */
  readonly lineWidth: number;
  readonly bom: boolean;
}
