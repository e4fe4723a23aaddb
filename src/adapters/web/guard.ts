/** Keeps other sites out: the room speaks only to its own page, under its own names. */
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { createMiddleware } from 'hono/factory';

const loopbackNames = ['localhost', '127.0.0.1', '::1'];
const wildcards = ['0.0.0.0', '::'];

/**
 * Refuses requests under a name that is not the room's, so that a site whose name was made to point
 * here (DNS rebinding) reads nothing, and requests that a page of another origin makes.
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
    // Browsers tell where a request comes from; an embedding or linking site is not `same-origin`.
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
  // Rebinding needs a name: an address typed into the browser is the address.
  return (name) => names.has(name) || isIP(name) !== 0;
}

/** `[::1]:3000` → `::1`, `localhost:3000` → `localhost`. */
function nameOf(host: string): string {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  return name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : name;
}

/** The scheme may differ: a proxy in front may speak https. `null` (a sandbox) is nobody's. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
