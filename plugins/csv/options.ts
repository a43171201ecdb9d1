/** The renderer's options as the manifest's schema describes them, defaults filled in. */
export interface CsvOptions {
  readonly bom: boolean;
  readonly figuresOnly: boolean;
}
