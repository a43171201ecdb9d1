import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createAddressReader } from '#http/client-address.ts';

function addressOf(proxies: readonly string[], remoteAddress: string | undefined, forwarded?: string): string | null {
  const request = { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } };
  return createAddressReader(proxies)(request as unknown as IncomingMessage);
}

describe('the address of whoever sends a request', () => {
  it('is that of the connection, whatever a header says', () => {
    expect(addressOf([], '203.0.113.7', '10.1.1.1')).toBe('203.0.113.7');
    expect(addressOf([], '::ffff:203.0.113.7')).toBe('203.0.113.7');
    expect(addressOf([], undefined, '10.1.1.1')).toBeNull();
  });

  it('is behind proxies the last that none of them is', () => {
    const proxies = ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'];
    expect(addressOf(proxies, '127.0.0.1', '1.2.3.4, 203.0.113.7, 10.0.0.9')).toBe('203.0.113.7');
    expect(addressOf(proxies, 'fd00::1', '203.0.113.7')).toBe('203.0.113.7');
    expect(addressOf(proxies, '203.0.113.9', '1.2.3.4')).toBe('203.0.113.9');
    expect(addressOf(proxies, '10.0.0.1', '10.0.0.2')).toBe('10.0.0.2');
    expect(addressOf(proxies, '127.0.0.1', 'nonsense, <script>')).toBe('127.0.0.1');
  });
});
