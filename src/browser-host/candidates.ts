import { constants } from 'node:fs';
import { access, readdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { InstalledBrowser } from './installed-browser.ts';
import { npmChromiumFits, unpackNpmChromium } from './npm-chromium.ts';

/** A Chromium that may be there; `install` makes it ready to start. */
export interface Candidate {
  readonly source: 'configured' | 'puppeteer-cache' | 'system' | 'npm';
  readonly install: () => Promise<InstalledBrowser>;
}

/** Where to look for Chromium. */
export interface SearchPlaces {
  /** Tried first. */
  readonly executablePath?: string | undefined;
  /** Puppeteer's download folder. */
  readonly puppeteerCache?: string | undefined;
  /** Folders of programs, in the manner of PATH. */
  readonly searchPath?: string | undefined;
  /** Folder to unpack the npm package's Chromium into; without it that one is not offered. */
  readonly unpackInto?: string | undefined;
}

/** Programs of the system by preference: the headless shell starts 3 times faster and takes half the memory. */
export const SYSTEM_PROGRAMS = [
  'chrome-headless-shell',
  'chromium-headless-shell',
  'headless_shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
] as const;

/** Programs in Puppeteer's download folder by preference, with the file name inside their archives. */
export const PUPPETEER_PROGRAMS = [
  { folder: 'chrome-headless-shell', file: 'chrome-headless-shell' },
  { folder: 'chrome', file: 'chrome' },
] as const;

const USUAL_FOLDERS = ['/usr/local/bin', '/usr/bin', '/snap/bin', '/opt/google/chrome', '/usr/lib/chromium'];
const MAC_PROGRAMS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Every Chromium found, best first: configured, Puppeteer's cache, the system's, the npm package's. */
export async function findCandidates(places: SearchPlaces): Promise<Candidate[]> {
  const { executablePath, unpackInto } = places;
  const cached = await inPuppeteerCache(places.puppeteerCache ?? join(homedir(), '.cache', 'puppeteer'));
  const candidates = [
    ...(executablePath ? [onDisk('configured', executablePath)] : []),
    ...cached.map((path) => onDisk('puppeteer-cache', path)),
    ...(await inSystem(places.searchPath)).map((path) => onDisk('system', path)),
  ];
  if (unpackInto !== undefined && npmChromiumFits(process.platform, process.arch)) {
    candidates.push({ source: 'npm', install: () => unpackNpmChromium(unpackInto) });
  }
  return candidates;
}

function onDisk(source: Candidate['source'], executablePath: string): Candidate {
  return { source, install: () => Promise.resolve({ executablePath }) };
}

async function inSystem(searchPath: string | undefined): Promise<string[]> {
  const folders = searchPath === undefined ? USUAL_FOLDERS : searchPath.split(delimiter).filter(Boolean);
  const paths = SYSTEM_PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)));
  return withoutAliases(await executable(searchPath === undefined ? [...paths, ...MAC_PROGRAMS] : paths));
}

// <cache>/chrome-headless-shell/linux-148.0.1.2/chrome-headless-shell-linux64/chrome-headless-shell
async function inPuppeteerCache(cache: string): Promise<string[]> {
  const found: string[] = [];
  for (const { folder, file } of PUPPETEER_PROGRAMS) {
    const builds = (await list(join(cache, folder))).sort(newestFirst);
    for (const build of builds) {
      const inside = await list(join(cache, folder, build));
      found.push(...(await executable(inside.map((name) => join(cache, folder, build, name, file)))));
    }
  }
  return found;
}

function newestFirst(one: string, other: string): number {
  return other.localeCompare(one, 'en', { numeric: true });
}

// /bin is /usr/bin on most systems, and one program often has several names.
async function withoutAliases(paths: readonly string[]): Promise<string[]> {
  const real = await Promise.all(paths.map((path) => realpath(path)));
  return paths.filter((_, index) => real.indexOf(real[index] ?? '') === index);
}

async function list(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function executable(paths: readonly string[]): Promise<string[]> {
  const checks = await Promise.all(
    paths.map((path) =>
      access(path, constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return paths.filter((_, index) => checks[index]);
}
