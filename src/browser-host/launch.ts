import type { Browser } from 'puppeteer';
import { complaintOfProgram } from './complaint-of-program.ts';
import { within } from './deadline.ts';
import type { InstalledBrowser } from './installed-browser.ts';
import { createProfile } from './profile.ts';

/** A started Chromium. */
export interface RunningBrowser {
  readonly browser: Browser;
  /** Product and version, for example `HeadlessChrome/156.0.8078.79`. */
  readonly version: string;
  readonly sandboxed: boolean;
  /** Ends every process of it and removes its profile; twice is harmless. */
  readonly stop: () => Promise<void>;
}

/** What every start needs besides the program. */
export interface LaunchSettings {
  /** Path of the fontconfig file. */
  readonly fontConfiguration: string;
  /** Private folder that profiles are made in. */
  readonly profiles: string;
}

const LAUNCH_MILLISECONDS = 20_000;
const CLOSE_MILLISECONDS = 3_000;

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-component-update',
  '--disable-features=BackForwardCache,DialMediaRouteProvider',
  '--font-render-hinting=none',
  '--lang=zh-CN',
  // Nothing leaves, not even what request interception never sees (DNS prefetch, preconnect): every name is
  // unknown and the only way out is a proxy that is nowhere.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://0.0.0.0:9',
  '--proxy-bypass-list=<-loopback>',
];

/**
 * Starts a Chromium with a profile of its own. It is started without its sandbox when this process is root (Chromium
 * refuses otherwise) or when it does not start with it, as in most containers: pages carry no scripts and reach nothing.
 */
export async function launch(installed: InstalledBrowser, settings: LaunchSettings): Promise<RunningBrowser> {
  if (process.getuid?.() === 0) return start(installed, settings, false);
  return start(installed, settings, true).catch(() => start(installed, settings, false));
}

async function start(
  installed: InstalledBrowser,
  settings: LaunchSettings,
  sandboxed: boolean,
): Promise<RunningBrowser> {
  const profile = await createProfile(settings.profiles);
  const env = environment(installed, profile.folder, settings.fontConfiguration);
  try {
    // Loaded by the first print: most processes never need it, and it takes a third of a second.
    const { launch: launchChromium } = await import('puppeteer');
    const browser = await launchChromium({
      executablePath: installed.executablePath,
      headless: /headless.shell$/.test(installed.executablePath) ? 'shell' : true,
      args: [...FLAGS, ...(sandboxed ? [] : ['--no-sandbox'])],
      env,
      userDataDir: profile.folder,
      // The pipe closes with this process, however it ends, and Chromium ends with the pipe.
      pipe: true,
      timeout: LAUNCH_MILLISECONDS,
      // Whoever started the gateway decides what a signal means; Puppeteer would call process.exit.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    return await describe(browser, sandboxed, profile.remove);
  } catch (error) {
    await profile.remove();
    throw new Error((await complaintOfProgram(installed.executablePath, env)) ?? 'it does not answer', {
      cause: error,
    });
  }
}

async function describe(browser: Browser, sandboxed: boolean, removeProfile: () => Promise<void>) {
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await within(CLOSE_MILLISECONDS, browser.close()).catch(() => undefined);
    killGroup(browser.process()?.pid);
    await removeProfile();
  };
  const running = { browser, sandboxed, stop: () => (stopped ??= stop()) };
  browser.once('disconnected', () => void running.stop());
  // Puppeteer stops listening before the pipes of a killed browser have broken; unheard, that would end the gateway.
  for (const pipe of browser.process()?.stdio ?? []) pipe?.on('error', () => undefined);
  // Debian starts its headless shell from a script that stays: when only that is killed, the browser would live on.
  browser.process()?.once('exit', () => {
    killGroup(browser.process()?.pid);
    void running.stop();
  });
  return { ...running, version: await within(LAUNCH_MILLISECONDS, browser.version()) };
}

// Puppeteer starts Chromium as the leader of a process group, so this reaches helpers that outlive their parent.
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // No process of the group is left.
  }
}

// Nothing of the gateway's environment (it may hold secrets) but what Chromium needs to start.
function environment({ libraryPath }: InstalledBrowser, home: string, fonts: string): Record<string, string> {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: home,
    TMPDIR: home,
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    FONTCONFIG_FILE: fonts,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    ...(libraryPath === undefined ? {} : { LD_LIBRARY_PATH: libraryPath }),
  };
}
