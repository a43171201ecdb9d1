import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RendererManifest } from 'nianbao/plugin-api';

/** A plugin with one renderer of its own name. */
export interface WrittenPlugin {
  readonly name: string;
  readonly version?: string;
  readonly takes?: RendererManifest['takes'];
  /** What the renderer's manifest says besides. */
  readonly manifest?: Partial<RendererManifest>;
  /** The module's text; by default the renderer answers with the version, after what it takes where that is a text. */
  readonly code?: string;
}

function manifestOf({ name, version = '1.0.0', takes = 'document', manifest }: WrittenPlugin) {
  const renderer: RendererManifest = {
    id: name,
    title: name,
    description: name,
    mediaType: 'text/plain; charset=utf-8',
    fileExtension: 'txt',
    takes,
    needs: [],
    options: { type: 'object', properties: { wait: { type: 'integer', default: 0 } }, additionalProperties: false },
    deterministic: true,
    limits: { milliseconds: 2000, outputBytes: 1000 },
    ...manifest,
  };
  return { name, version, contract: '^1.0.0', entry: './index.js', renderers: [renderer] };
}

function codeOf({ name, version = '1.0.0' }: WrittenPlugin): string {
  return `export default {
  renderers: {
    '${name}': {
      render: async (input, { wait }) => {
        await new Promise((resolve) => setTimeout(resolve, wait));
        return (typeof input === 'string' ? input + ' ' : '') + '${name} ${version}';
      },
    },
  },
};
`;
}

/** Writes a plugin into a plugins directory, over an older one. */
export async function writePlugin(folder: string, plugin: WrittenPlugin): Promise<void> {
  const home = join(folder, plugin.name);
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'plugin.json'), JSON.stringify(manifestOf(plugin)));
  await writeFile(join(home, 'index.js'), plugin.code ?? codeOf(plugin));
}
