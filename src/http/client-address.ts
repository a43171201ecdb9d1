import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Where a request comes from; null when its connection is gone. */
export type AddressReader = (request: IncomingMessage) => string | null;

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

/** A socket that takes both families writes the older one into the newer. */
function plain(address: string): string {
  const mapped = address.replace(/^::ffff:/iu, '');
  return isIP(mapped) === 4 ? mapped : address;
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', length] = network.split('/', 2);
    if (length === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(length), familyOf(address));
  }
  return list;
}

/**
 * Reads the address of whoever sent a request. Of those that X-Forwarded-For names, which anybody may write, the last
 * that was not written by one of the proxies counts; without a proxy the header means nothing.
 */
export function createAddressReader(proxies: readonly string[]): AddressReader {
  const trusted = listOf(proxies);
  const isProxy = (address: string) => isIP(address) !== 0 && trusted.check(address, familyOf(address));
  return ({ socket, headers }) => {
    if (socket.remoteAddress === undefined) return null;
    const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    const hops = [
      ...forwarded.map((text) => plain(text.trim())).filter((text) => isIP(text) !== 0),
      plain(socket.remoteAddress),
    ];
    return hops.findLast((address) => !isProxy(address)) ?? hops[0] ?? null;
  };
}
