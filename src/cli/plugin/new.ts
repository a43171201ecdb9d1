import type { Command } from 'commander';
import { phrase } from '#errors/locale.ts';
import { localeOf } from '../exit.ts';

const done = {
  zh: `✓ 已创建插件“{name}”：{files}
    检查：npx nianbao plugin test {folder}
    在运行中的网关上启用：把目录放进 NIANBAO_PLUGIN_DIRS 中的一个目录；指南见 plugins/README.md`,
  en: `✓ The plugin “{name}” is begun: {files}
    try it: npx nianbao plugin test {folder}
    offer it: let it stand in a folder that a running gateway has in NIANBAO_PLUGIN_DIRS; plugins/README.md is the guide`,
} as const;

async function create(folder: string, { json }: { json?: boolean }, command: Command): Promise<void> {
  const { newPlugin } = await import('#app/new-plugin.ts');
  const plugin = await newPlugin(folder);
  const parameters = { name: plugin.name, folder, files: plugin.files.join(', ') };
  process.stdout.write(`${json ? JSON.stringify(plugin) : phrase(done, parameters, localeOf(command))}\n`);
}

/** `nianbao plugin new`: a small plugin that works, to begin with. */
export function addNew(group: Command): void {
  group
    .command('new')
    .description('write a small plugin with a test into a new folder, whose name becomes its name')
    .argument('<folder>')
    .option('--json', 'what was written, as JSON')
    .action(create);
}
