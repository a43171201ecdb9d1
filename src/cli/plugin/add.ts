import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { describeError, exitCodes } from '../exit.ts';
import { askGateway, type GatewayAddress } from './gateway-client.ts';
import { gatewayOf, withGateway, type GatewayOptions } from './gateway-option.ts';
import { describePlugin, pluginFields, type PlainPlugin } from './plain-plugin.ts';

type Registered =
  | { readonly __typename: 'PluginError'; readonly message: string }
  | {
      readonly __typename: 'RegisterPluginSuccess';
      readonly plugin: Omit<PlainPlugin, 'renderers'>;
      readonly renderers: readonly { readonly id: string }[];
    };

const mutation = `mutation ($name: String!) {
  registerPlugin(input: {name: $name}) {
    __typename
    ... on RegisterPluginSuccess { plugin { ${pluginFields} } renderers { id } }
    ... on PluginError { message }
  }
}`;

/** A path stands for the name of its last folder, which is what a plugin is registered by. */
async function nameOf(plugin: string): Promise<string> {
  if (!/^\.{0,2}\/|^\.{1,2}$|^[^@].*\//u.test(plugin)) return plugin;
  const found = await stat(plugin).catch(() => undefined);
  if (found?.isDirectory()) return basename(resolve(plugin));
  throw new NianbaoError('NOT_FOUND', { id: plugin });
}

async function register(address: GatewayAddress, name: string): Promise<PlainPlugin | { readonly message: string }> {
  const { registerPlugin: answer } = await askGateway<{ registerPlugin: Registered }>(address, mutation, { name });
  if (answer.__typename === 'PluginError') return { message: answer.message };
  return { ...answer.plugin, renderers: answer.renderers.map(({ id }) => id) };
}

async function add(plugin: string, options: GatewayOptions, command: Command): Promise<void> {
  const address = gatewayOf(options, command);
  const outcome = await register(address, await nameOf(plugin));
  if (!('message' in outcome)) {
    process.stdout.write(`${options.json ? JSON.stringify(outcome) : describePlugin(outcome, address.locale)}\n`);
    return;
  }
  const error = { code: 'PLUGIN_INVALID', message: outcome.message, line: null };
  if (options.json) process.stdout.write(`${JSON.stringify({ error })}\n`);
  else process.stderr.write(`✗ ${describeError(error, address.locale)}\n`);
  process.exitCode = exitCodes.failed;
}

/** `nianbao plugin add`: registers a plugin on every gateway of the store; 1 when it can not be offered. */
export function addAdd(group: Command): void {
  withGateway(group.command('add'))
    .description('register a plugin on every gateway of the same store')
    .argument('<plugin>', "a folder in the gateway's plugins directories, or an npm package that is installed there")
    .action(add);
}
