import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { isIPv6 } from 'node:net';

/**
 * The part of an address that identifies a remote party: an IPv4 address, or the first half of an IPv6
 * address, as its owner can choose the second half (RFC 4291, section 2.5.1).
 */
export function networkOf(address = ''): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from(
    { length: tail === undefined ? 0 : 8 - left.length - right.length },
    () => '0',
  );
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}

/** Headers in which proxies name their client. */
const ofProxies = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via', 'cf-connecting-ip'];

/** Whether the request comes from this machine. A local proxy for somebody elsewhere says so in a header. */
export function isFromHere(c: Context): boolean {
  const { remoteAddress } = (c.env as HttpBindings).incoming.socket;
  const network = networkOf(remoteAddress);
  const isLoopback = network.startsWith('127.') || remoteAddress === '::1';
  return isLoopback && !ofProxies.some((name) => c.req.header(name) !== undefined);
}
