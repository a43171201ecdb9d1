/** The renderer's options as the manifest's schema describes them, defaults filled in. */
export interface MarkdownOptions {
  readonly frontMatter: boolean;
}
