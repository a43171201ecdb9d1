import type { Command } from 'commander';
import { describeError, exitCodes, type PlainError } from '../exit.ts';
import { askGateway, type GatewayAddress } from './gateway-client.ts';
import { gatewayOf, withGateway, type GatewayOptions } from './gateway-option.ts';
import { describePlugin, pluginFields, type PlainPlugin } from './plain-plugin.ts';
import { nameOf } from './plugin-name.ts';

type Registered =
  | { readonly __typename: 'PluginError' | 'ForbiddenError'; readonly message: string }
  | {
      readonly __typename: 'RegisterPluginSuccess';
      readonly plugin: Omit<PlainPlugin, 'renderers'>;
      readonly renderers: readonly { readonly id: string }[];
    };

const mutation = `mutation ($name: String!) {
  registerPlugin(input: {name: $name}) {
    __typename
    ... on RegisterPluginSuccess { plugin { ${pluginFields} } renderers { id } }
    ... on Error { message }
  }
}`;

/** A path is one of this machine; what is offered lies where the gateway looks. */
const byName = {
  zh: (name: string) => `网关在自己的插件目录中查找“${name}”。`,
  en: (name: string) => `The gateway looks for “${name}” in its own plugins directories.`,
};

const codes = { PluginError: 'PLUGIN_INVALID', ForbiddenError: 'FORBIDDEN' } as const;

async function register(address: GatewayAddress, name: string): Promise<PlainPlugin | PlainError> {
  const { registerPlugin: answer } = await askGateway<{ registerPlugin: Registered }>(address, mutation, { name });
  if (answer.__typename !== 'RegisterPluginSuccess')
    return { code: codes[answer.__typename], message: answer.message, line: null };
  return { ...answer.plugin, renderers: answer.renderers.map(({ id }) => id) };
}

async function add(plugin: string, options: GatewayOptions, command: Command): Promise<void> {
  const address = gatewayOf(options, command);
  const name = await nameOf(plugin);
  if (name !== plugin) process.stderr.write(`${byName[address.locale](name)}\n`);
  const outcome = await register(address, name);
  if (!('code' in outcome)) {
    process.stdout.write(`${options.json ? JSON.stringify(outcome) : describePlugin(outcome, address.locale)}\n`);
    return;
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ error: outcome })}\n`);
  else process.stderr.write(`✗ ${describeError(outcome, address.locale)}\n`);
  process.exitCode = exitCodes.failed;
}

/** `nianbao plugin add`: registers a plugin on every gateway of the store; 1 when it can not be offered. */
export function addAdd(group: Command): void {
  withGateway(group.command('add'))
    .description('register a plugin on every gateway of the same store')
    .argument('<plugin>', "a folder in the gateway's plugins directories, or an npm package that is installed there")
    .action(add);
}
