import { InvalidArgumentError, type Command } from 'commander';
import { readConfig } from '#app/config.ts';
import { localeOf } from '../exit.ts';
import type { GatewayAddress } from './gateway-client.ts';

/** Options of a command that talks to a running gateway. */
export interface GatewayOptions {
  readonly gateway?: string;
  readonly json?: boolean;
}

function parseUrl(text: string): string {
  if (/^https?:\/\//u.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('A gateway is written http://host:port.');
}

/** Gives a command the options of those that talk to a running gateway. */
export function withGateway(command: Command): Command {
  return command
    .option('--gateway <url>', 'the running gateway; without it, the one on this machine at PORT', parseUrl)
    .option('--json', 'what the gateway says, as JSON');
}

/** The gateway that the options name, else the one that this machine's configuration has. */
export function gatewayOf({ gateway }: GatewayOptions, command: Command): GatewayAddress {
  const { port, token, developmentToken } = readConfig();
  return {
    url: gateway ?? `http://127.0.0.1:${port}`,
    locale: localeOf(command),
    token: token ?? developmentToken,
  };
}
