import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import semver from 'semver';
import type { Phrase } from '#errors/locale.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { PluginManifest } from '#plugin-api/manifest.ts';
import { CONTRACT_VERSION } from '#plugin-api/renderer.ts';
import { reasonOf } from '../plugin-reasons.ts';
import { manifestSchema } from './manifest-schema.ts';
import { issuesOf, sayIssues } from './schema-faults.ts';

const MOST_KIBIBYTES = 256;

const ajv = new Ajv2020({ allErrors: true });
const isManifest = ajv.compile<PluginManifest>(manifestSchema);

function refusal(plugin: string, reason: Phrase, cause?: unknown): NianbaoError {
  return new NianbaoError('PLUGIN_INVALID', { plugin, reason }, { cause });
}

function nameFault({ name }: PluginManifest, expected: string): Phrase | undefined {
  return name === expected ? undefined : reasonOf('NAME_DIFFERS', { name });
}

/** What is wrong with the versions that a manifest names, or undefined. */
function versionFault({ version, contract }: PluginManifest): Phrase | undefined {
  if (semver.valid(version) === null) return reasonOf('VERSION_WRONG', { version });
  if (semver.validRange(contract) === null) return reasonOf('CONTRACT_WRONG', { contract });
  if (semver.satisfies(CONTRACT_VERSION, contract)) return undefined;
  return reasonOf('CONTRACT_DIFFERS', { contract, own: CONTRACT_VERSION });
}

function twiceFault({ renderers }: PluginManifest): Phrase | undefined {
  const ids = renderers.map(({ id }) => id);
  const renderer = ids.find((id, index) => ids.indexOf(id) !== index);
  return renderer === undefined ? undefined : reasonOf('RENDERER_TWICE', { renderer });
}

function documentOptionFault({ renderers }: PluginManifest): Phrase | undefined {
  const faults = renderers.flatMap(({ id: renderer, options, documentOptions = [] }) => {
    const declared = Object(options['properties']) as object;
    const option = documentOptions.find((name) => !Object.hasOwn(declared, name));
    return option === undefined ? [] : [reasonOf('DOCUMENT_OPTION_MISSING', { renderer, option })];
  });
  return faults[0];
}

async function readJson(file: string, plugin: string): Promise<unknown> {
  try {
    const { size } = await stat(file);
    if (size > MOST_KIBIBYTES * 1024) throw refusal(plugin, reasonOf('MANIFEST_TOO_LARGE', { most: MOST_KIBIBYTES }));
    // Editors on Windows begin with a byte order mark.
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/u, ''));
  } catch (error) {
    if (error instanceof NianbaoError) throw error;
    if (!(error instanceof SyntaxError)) throw refusal(plugin, reasonOf('MANIFEST_MISSING'), error);
    throw refusal(plugin, reasonOf('MANIFEST_NOT_JSON', { message: error.message }), error);
  }
}

/** Reads and checks the manifest of the plugin in a folder; no code of the plugin runs. PLUGIN_INVALID with the reason. */
export async function readManifest(folder: string): Promise<PluginManifest> {
  const plugin = basename(folder);
  const manifest = await readJson(join(folder, 'plugin.json'), plugin);
  if (!isManifest(manifest)) {
    const faults = sayIssues(issuesOf('manifest', isManifest.errors));
    throw refusal(plugin, reasonOf('MANIFEST_WRONG', { faults }));
  }
  const fault =
    nameFault(manifest, plugin) ?? versionFault(manifest) ?? twiceFault(manifest) ?? documentOptionFault(manifest);
  if (fault !== undefined) throw refusal(plugin, fault);
  return manifest;
}
