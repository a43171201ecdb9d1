import type { PluginState } from './plugin-slot.ts';
import type { PluginVersion } from './plugin-version.ts';

/** How plugins stand, where those that were taken out while requests ran are not done before these are. */
export function withDraining(states: readonly PluginState[], draining: readonly PluginVersion[]): PluginState[] {
  const left = new Map(draining.map((version) => [version.manifest.name, version]));
  const known = states.map((state): PluginState => {
    const { name } = state;
    const isLeaving = state.state === 'DISABLED' && left.has(name);
    return isLeaving ? { ...state, state: 'DRAINING' } : state;
  });
  const names = new Set(states.map(({ name }) => name));
  const gone = [...left.values()].filter(({ manifest }) => !names.has(manifest.name));
  return [...known, ...gone.map(stateOfGone)];
}

function stateOfGone({ manifest: { name, version } }: PluginVersion): PluginState {
  return { name, version, builtIn: false, state: 'DRAINING', error: null };
}
