import type { Command } from 'commander';
import { askGateway, type GatewayAddress } from './gateway-client.ts';
import { gatewayOf, withGateway, type GatewayOptions } from './gateway-option.ts';
import { describePlugin, pluginFields, type PlainPlugin } from './plain-plugin.ts';

interface Listed {
  readonly plugins: readonly Omit<PlainPlugin, 'renderers'>[];
  readonly renderers: readonly { readonly id: string; readonly plugin: { readonly name: string } }[];
}

const query = `{ plugins { ${pluginFields} } renderers { id plugin { name } } }`;

async function readPlugins(address: GatewayAddress): Promise<PlainPlugin[]> {
  const { plugins, renderers } = await askGateway<Listed>(address, query);
  return plugins.map((plugin) => ({
    ...plugin,
    renderers: renderers.filter((one) => one.plugin.name === plugin.name).map(({ id }) => id),
  }));
}

async function list(options: GatewayOptions, command: Command): Promise<void> {
  const address = gatewayOf(options, command);
  const plugins = await readPlugins(address);
  const lines = plugins.map((plugin) => describePlugin(plugin, address.locale));
  process.stdout.write(`${options.json ? JSON.stringify(plugins, null, 2) : lines.join('\n')}\n`);
}

/** `nianbao plugin list`: the plugins of a running gateway, how they stand, and why. */
export function addList(group: Command): void {
  withGateway(group.command('list'))
    .description('the plugins of a running gateway, how they stand, and why one is not active')
    .action(list);
}
