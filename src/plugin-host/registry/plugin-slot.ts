import type { NianbaoError } from '#errors/nianbao-error.ts';
import type { FoundPlugin } from '../finding/find-plugins.ts';
import type { PluginVersion } from './plugin-version.ts';

/** How a plugin stands; one that is active stays so while a new version of it is loaded and probed. */
export type PluginStateName = 'LOADING' | 'PROBING' | 'ACTIVE' | 'DRAINING' | 'FAILED' | 'DISABLED';

/** A plugin and how it stands. */
export interface PluginState {
  readonly name: string;
  readonly version: string;
  readonly builtIn: boolean;
  readonly state: PluginStateName;
  /** Why it is not active, or why what is in its folder now is not. */
  readonly error: NianbaoError | null;
}

/** A load under way: of which state of the folder, and what came of it. */
export interface SlotLoading {
  readonly stamp: string | undefined;
  attempt: PluginVersion | NianbaoError | undefined;
  /** Ends it before its time. */
  readonly stop: AbortController;
  /** Never rejects. */
  done: Promise<void>;
}

/** What the host knows of one plugin. */
export interface PluginSlot {
  readonly name: string;
  readonly builtIn: boolean;
  found: FoundPlugin | undefined;
  /** What its folder was like when it was last dealt with, and when it was last looked at. */
  stamp: string | undefined;
  seen: string | undefined;
  /** What is being loaded of its folder. */
  loading: SlotLoading | undefined;
  /** A version that has been probed. */
  active: PluginVersion | undefined;
  /** A version that waits for its turn, or for a renderer that it takes. */
  candidate: PluginVersion | undefined;
  /** What is wrong with the folder's content. */
  problem: NianbaoError | undefined;
  /** Why the active version can not be offered at the moment. */
  blocked: NianbaoError | undefined;
  disabled: boolean;
  /** It was unregistered a moment ago: it is offered no more, the rest is still to be done. */
  withdrawn: boolean;
  /** Of the renderers of a built-in plugin; nobody else may have them. */
  ids: readonly string[];
  /** Of what is in the folder, where it says. */
  version: string;
}

/** A slot for a plugin of which nothing is known but where it is. */
export function createSlot(name: string, builtIn: boolean, found?: FoundPlugin): PluginSlot {
  const unknown = { stamp: undefined, seen: undefined, active: undefined, candidate: undefined };
  return {
    name,
    builtIn,
    found,
    ...unknown,
    problem: undefined,
    blocked: undefined,
    loading: undefined,
    disabled: false,
    withdrawn: false,
    ids: [],
    version: '0.0.0',
  };
}

/** Whether its renderers are offered. */
export function isOffered({ active, blocked, disabled, withdrawn }: PluginSlot): boolean {
  return active !== undefined && blocked === undefined && !disabled && !withdrawn;
}

function stateNameOf(slot: PluginSlot): PluginStateName {
  const { active, candidate, problem, blocked, disabled } = slot;
  if (disabled || slot.withdrawn) return 'DISABLED';
  if (isOffered(slot)) return 'ACTIVE';
  if (active || blocked || problem) return 'FAILED';
  return candidate?.state === 'probing' ? 'PROBING' : 'LOADING';
}

/** How the plugin stands, for an administrator. */
export function stateOf(slot: PluginSlot): PluginState {
  const { name, builtIn, active, problem, blocked, disabled } = slot;
  const version = active?.manifest.version ?? slot.version;
  const error = disabled ? null : (blocked ?? problem ?? null);
  return { name, version, builtIn, state: stateNameOf(slot), error };
}
