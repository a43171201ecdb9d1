/** A Chromium on this machine's disk. */
export interface InstalledBrowser {
  readonly executablePath: string;
  /** Folder of shared libraries that the system lacks. */
  readonly libraryPath?: string;
}
