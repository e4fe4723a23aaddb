/**
 * Who is who, without accounts: a random token in a cookie that no script can read. The user id is its
 * hash, so what a run's owner is survives restarts, and nothing that is stored or sent gives the token.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { User } from '../../chat/port.js';
import { translator } from '../../content/translator.js';
import { browserLocale } from './browser-locale.js';
import { cleanName } from './names.js';

const tokenCookie = 'tutor_id';
const nameCookie = 'tutor_name';
/** The longest that browsers keep a cookie, in seconds. */
const lifetime = 400 * 24 * 60 * 60;
const cookieOptions = {
  httpOnly: true,
  sameSite: 'Strict',
  path: '/',
  maxAge: lifetime,
} as const;

/** The person whose browser this is; undefined when it has never loaded the page. */
export function personOf(c: Context): User | undefined {
  const token = getCookie(c, tokenCookie);
  if (token === undefined || !/^[\w-]{43}$/.test(token)) return undefined;
  const hash = createHash('sha256').update(token).digest('hex');
  const chosen = getCookie(c, nameCookie);
  const name = chosen === undefined ? undefined : cleanName(chosen);
  return { id: `web:${hash.slice(0, 24)}`, name: name ?? guestName(c, hash) };
}

/** Gives a newcomer's browser its token, and prolongs a known one's. */
export function admit(c: Context): void {
  const token = personOf(c) ? getCookie(c, tokenCookie) : undefined;
  setCookie(c, tokenCookie, token ?? randomBytes(32).toString('base64url'), cookieOptions);
}

export function rememberName(c: Context, name: string): void {
  setCookie(c, nameCookie, name, cookieOptions);
}

/** Until they say what they want to be called; in their own language, as names are. */
function guestName(c: Context, hash: string): string {
  return translator(browserLocale(c, 'en')).plain('room.guest', {
    tag: hash.slice(-3).toUpperCase(),
  });
}
