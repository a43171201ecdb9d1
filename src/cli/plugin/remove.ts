import type { Command } from 'commander';
import { phrase } from '#errors/locale.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { askGateway } from './gateway-client.ts';
import { gatewayOf, withGateway, type GatewayOptions } from './gateway-option.ts';
import { nameOf } from './plugin-name.ts';

const mutation = 'mutation ($name: String!) { unregisterPlugin(name: $name) }';

const done = { zh: '– {name} 已停用', en: '– {name} disabled' } as const;

async function remove(plugin: string, options: GatewayOptions, command: Command): Promise<void> {
  const address = gatewayOf(options, command);
  const name = await nameOf(plugin);
  const { unregisterPlugin } = await askGateway<{ unregisterPlugin: boolean }>(address, mutation, { name });
  if (!unregisterPlugin) throw new NianbaoError('NOT_FOUND', { id: name });
  process.stdout.write(`${options.json ? JSON.stringify({ name }) : phrase(done, { name }, address.locale)}\n`);
}

/** `nianbao plugin remove`: takes a plugin out on every gateway of the store; renderings under way are finished. */
export function addRemove(group: Command): void {
  withGateway(group.command('remove'))
    .description('disable a plugin on every gateway of the same store; its files stay')
    .argument('<plugin>', 'its name, or its folder')
    .action(remove);
}
