/**
 * Who is who, without accounts: a random token in an HttpOnly cookie, issued by the room
 * alone. The user id is its hash and is stored, so ownership of runs survives restarts,
 * and nothing stored or sent reveals the token.
 */
import { createHash, randomBytes } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { User } from '../../chat/port.js';
import { translator } from '../../content/translator.js';
import { browserLocale } from './browser-locale.js';
import type { IdentityStore } from '../../room/identity-store.js';
import { newcomerRate } from './limits.js';
import { cleanName, numbered } from '../../room/names.js';
import { Refused, tooMuch, unknownPerson } from './refused.js';
import { networkOf } from './remote-network.js';
import { SharedPace } from './shared-pace.js';

const tokenCookie = 'tutor_id';
/** The person's chosen name, in case the room has forgotten it. */
const nameCookie = 'tutor_name';
/** The longest browsers keep a cookie, in seconds. */
const lifetime = 400 * 24 * 60 * 60;
/** Options of a cookie that browsers keep and scripts cannot read. */
export const lastingCookie = {
  httpOnly: true,
  sameSite: 'Strict',
  path: '/',
  maxAge: lifetime,
} as const;

/** Letters in a guest's tag: more are used only where shorter tags are taken. */
const tagLengths = [3, 4, 6, 8, 24];

interface Token {
  readonly token: string;
  /** In hex; its prefix is the user id. */
  readonly hash: string;
}

export class Identities {
  readonly #newcomers: SharedPace;

  /** @param nowMs a monotonic clock, in ms */
  constructor(
    private readonly store: IdentityStore,
    nowMs: () => number,
  ) {
    this.#newcomers = new SharedPace(newcomerRate, nowMs);
  }

  /** The person behind this browser; undefined when the room never admitted it. */
  async personOf(c: Context): Promise<User | undefined> {
    const token = tokenIn(c);
    const known = token && (await this.store.find(idOf(token)));
    if (!token || !known) return undefined;
    return { id: known.id, name: known.name ?? (await this.#name(c, token)) };
  }

  /** @throws Refused when the room never admitted this browser */
  async require(c: Context): Promise<User> {
    const person = await this.personOf(c);
    if (!person) throw new Refused(unknownPerson);
    return person;
  }

  /**
   * Issues a token to a new browser, and extends a known one's.
   * @throws Refused when too many came from that network, or overall, in a short time
   */
  async admit(c: Context): Promise<void> {
    const known = (await this.personOf(c)) ? tokenIn(c) : undefined;
    if (!known) this.#countNewcomer(c);
    const token = known ?? newToken();
    await this.store.admit(idOf(token));
    if (!known) await this.#name(c, token);
    setCookie(c, tokenCookie, token.token, lastingCookie);
  }

  /** Changes somebody's name, or gives a similar one where it is taken. */
  async rename(c: Context, { id }: User, name: string): Promise<string> {
    const given = await this.store.claim(id, numbered(name, shortTag(id)));
    setCookie(c, nameCookie, given, lastingCookie);
    return given;
  }

  /** Somebody said something. */
  spoke({ id }: User): Promise<void> {
    return this.store.spoke(id);
  }

  #countNewcomer(c: Context): void {
    const wait = this.#newcomers.take(networkOf(getConnInfo(c).remote.address));
    if (!wait) return;
    const keys = { own: 'room.manyNewcomers', all: 'room.manyNewcomers' } as const;
    throw new Refused(tooMuch(wait, keys));
  }

  #name(c: Context, token: Token): Promise<string> {
    const chosen = cleanName(getCookie(c, nameCookie) ?? '');
    const names =
      chosen === undefined ? guestNames(c, token) : numbered(chosen, shortTag(idOf(token)));
    return this.store.claim(idOf(token), names);
  }
}

function newToken(): Token {
  return tokenFrom(randomBytes(32).toString('base64url'));
}

function tokenIn(c: Context): Token | undefined {
  const token = getCookie(c, tokenCookie);
  return token !== undefined && /^[\w-]{43}$/.test(token) ? tokenFrom(token) : undefined;
}

function tokenFrom(token: string): Token {
  return { token, hash: createHash('sha256').update(token).digest('hex') };
}

function idOf({ hash }: Token): string {
  return `web:${hash.slice(0, 24)}`;
}

function shortTag(id: string): string {
  return id.slice(-6).toUpperCase();
}

/** A guest's default name, in their own language. */
function* guestNames(c: Context, { hash }: Token): Generator<string> {
  const t = translator(browserLocale(c, 'en'));
  for (const length of tagLengths) {
    yield t.plain('room.guest', { tag: hash.slice(-length).toUpperCase() });
  }
}
