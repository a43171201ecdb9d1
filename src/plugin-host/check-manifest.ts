import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import semver from 'semver';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { PluginManifest } from '#plugin-api/manifest.ts';
import { CONTRACT_VERSION } from '#plugin-api/renderer.ts';

const identifier = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,39}$' };
const sentence = { type: 'string', minLength: 1, maxLength: 500 };

const upstream = {
  type: 'object',
  properties: {
    renderer: identifier,
    options: { type: 'object' },
    pass: { type: 'array', items: { type: 'string' } },
  },
  required: ['renderer'],
  additionalProperties: false,
};

const renderer = {
  type: 'object',
  properties: {
    id: identifier,
    title: sentence,
    description: sentence,
    mediaType: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+(; charset=utf-8)?$' },
    fileExtension: { type: 'string', pattern: '^[a-z0-9]{1,10}$' },
    takes: { anyOf: [{ const: 'document' }, upstream] },
    needs: { type: 'array', items: { enum: ['print'] }, uniqueItems: true },
    options: { type: 'object', properties: { type: { const: 'object' } }, required: ['type'] },
    deterministic: { type: 'boolean' },
    limits: {
      type: 'object',
      properties: {
        milliseconds: { type: 'integer', minimum: 1, maximum: 600_000 },
        outputBytes: { type: 'integer', minimum: 1, maximum: 268_435_456 },
      },
      required: ['milliseconds', 'outputBytes'],
      additionalProperties: false,
    },
  },
  required: [
    'id',
    'title',
    'description',
    'mediaType',
    'fileExtension',
    'takes',
    'needs',
    'options',
    'deterministic',
    'limits',
  ],
  additionalProperties: false,
};

const schema = {
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    name: identifier,
    version: { type: 'string' },
    contract: { type: 'string' },
    entry: { type: 'string', pattern: String.raw`^(?:\./)?(?!.*\.\.)[\w-][\w./-]*$` },
    renderers: { type: 'array', items: renderer, minItems: 1 },
  },
  required: ['name', 'version', 'contract', 'entry', 'renderers'],
  additionalProperties: false,
};

const ajv = new Ajv2020({ allErrors: true });
const isManifest = ajv.compile<PluginManifest>(schema);

function refusal(plugin: string, reason: string, cause?: unknown): NianbaoError {
  return new NianbaoError('PLUGIN_INVALID', { plugin, reason }, { cause });
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
  const fault = versionFault(manifest);
  if (fault !== undefined) throw refusal(plugin, fault);
  return manifest;
}
