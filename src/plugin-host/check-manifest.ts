import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import semver from 'semver';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { PluginManifest } from '#plugin-api/manifest.ts';
import { CONTRACT_VERSION } from '#plugin-api/renderer.ts';
import { manifestSchema } from './manifest-schema.ts';

const ajv = new Ajv2020({ allErrors: true });
const isManifest = ajv.compile<PluginManifest>(manifestSchema);

function refusal(plugin: string, reason: string, cause?: unknown): NianbaoError {
  return new NianbaoError('PLUGIN_INVALID', { plugin, reason }, { cause });
}

function nameFault({ name }: PluginManifest, expected: string): string | undefined {
  return name === expected ? undefined : `its manifest names it “${name}”`;
}

function twiceFault({ renderers }: PluginManifest): string | undefined {
  const ids = renderers.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice === undefined ? undefined : `the renderer “${twice}” is there twice`;
}

/** What is wrong with the versions that a manifest names, or undefined. */
function versionFault({ version, contract }: PluginManifest): string | undefined {
  if (semver.valid(version) === null) return `its version “${version}” is not a semantic version`;
  if (semver.validRange(contract) === null) return `its contract “${contract}” is not a range of versions`;
  if (!semver.satisfies(CONTRACT_VERSION, contract))
    return `it was written for the plugin contract ${contract}, and this is ${CONTRACT_VERSION}`;
  return undefined;
}

async function readJson(file: string, plugin: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const reason =
      error instanceof SyntaxError ? 'its plugin.json is not JSON' : 'it has no plugin.json that can be read';
    throw refusal(plugin, reason, error);
  }
}

/** Reads and checks the manifest of the plugin in a folder; no code of the plugin runs. PLUGIN_INVALID with the reason. */
export async function readManifest(folder: string): Promise<PluginManifest> {
  const plugin = basename(folder);
  const manifest = await readJson(join(folder, 'plugin.json'), plugin);
  if (!isManifest(manifest))
    throw refusal(plugin, `its plugin.json is wrong: ${ajv.errorsText(isManifest.errors, { dataVar: 'manifest' })}`);
  const fault = nameFault(manifest, plugin) ?? versionFault(manifest) ?? twiceFault(manifest);
  if (fault !== undefined) throw refusal(plugin, fault);
  return manifest;
}
