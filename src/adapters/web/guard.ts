/** Keeps other sites out: the room answers only its own page, under its own host names. */
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { createMiddleware } from 'hono/factory';

const loopbackNames = ['localhost', '127.0.0.1', '::1'];
const wildcards = ['0.0.0.0', '::'];

/**
 * Refuses requests for a host that is not the room's, so that a site whose name was made to point
 * here (DNS rebinding) reads nothing, and requests made by a page of another origin.
 * @param listenHost the address or name the room listens on
 */
export function guard(listenHost: string) {
  const isOurs = ownNames(listenHost);
  return createMiddleware(async (c, next) => {
    const host = c.req.header('host');
    if (host === undefined || !isOurs(nameOf(host))) {
      return c.text('This host name is not one of the room’s.', 421);
    }
    const origin = c.req.header('origin');
    const isForeign = origin !== undefined && hostOf(origin) !== host.toLowerCase();
    // Browsers say where a request comes from; an embedding or linking site is not `same-origin`.
    const site = c.req.header('sec-fetch-site') ?? 'same-origin';
    const isPageVisit = c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate';
    const isCrossSite = site !== 'same-origin' && site !== 'none' && !isPageVisit;
    if (isForeign || isCrossSite) return c.text('Other origins are not served.', 403);
    return next();
  });
}

function ownNames(listenHost: string): (name: string) => boolean {
  const names = new Set([...loopbackNames, listenHost.toLowerCase()]);
  if (!wildcards.includes(listenHost)) return (name) => names.has(name);
  const machine = hostname().toLowerCase();
  names.add(machine).add(`${machine}.local`);
  // Rebinding needs a host name: an IP address cannot be rebound.
  return (name) => names.has(name) || isIP(name) !== 0;
}

/** `[::1]:3000` → `::1`, `localhost:3000` → `localhost`. */
function nameOf(host: string): string {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  return name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : name;
}

/** The scheme may differ: a proxy in front may speak https. `null` (a sandbox) matches nothing. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
