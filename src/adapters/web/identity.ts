/**
 * Who is who, without accounts: a random token in a cookie that no script can read, given by the room
 * and by nobody else. The user id is its hash and is kept, so what a run's owner is survives restarts,
 * and nothing that is stored or sent gives the token.
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
/** What somebody wants to be called, should the room have forgotten it. */
const nameCookie = 'tutor_name';
/** The longest that browsers keep a cookie, in seconds. */
const lifetime = 400 * 24 * 60 * 60;
/** For what a browser is to keep, and no script is to read. */
export const lastingCookie = {
  httpOnly: true,
  sameSite: 'Strict',
  path: '/',
  maxAge: lifetime,
} as const;

/** Of a guest's letters, so many tell them apart: more only where fewer are taken. */
const tagLengths = [3, 4, 6, 8, 24];

interface Token {
  readonly token: string;
  /** In hex; its beginning is the user id. */
  readonly hash: string;
}

export class Identities {
  readonly #newcomers: SharedPace;

  /** @param nowMs a clock that only goes forward, in ms */
  constructor(
    private readonly store: IdentityStore,
    nowMs: () => number,
  ) {
    this.#newcomers = new SharedPace(newcomerRate, nowMs);
  }

  /** The person whose browser this is; undefined when the room never let it in. */
  async personOf(c: Context): Promise<User | undefined> {
    const token = tokenIn(c);
    const known = token && (await this.store.find(idOf(token)));
    if (!token || !known) return undefined;
    return { id: known.id, name: known.name ?? (await this.#name(c, token)) };
  }

  /** @throws Refused when the room never let this browser in */
  async require(c: Context): Promise<User> {
    const person = await this.personOf(c);
    if (!person) throw new Refused(unknownPerson);
    return person;
  }

  /**
   * Gives a newcomer's browser its token, and prolongs a known one's.
   * @throws Refused when too many came from there, or in all, in a short time
   */
  async admit(c: Context): Promise<void> {
    const known = (await this.personOf(c)) ? tokenIn(c) : undefined;
    if (!known) this.#countNewcomer(c);
    const token = known ?? newToken();
    await this.store.admit(idOf(token));
    if (!known) await this.#name(c, token);
    setCookie(c, tokenCookie, token.token, lastingCookie);
  }

  /** Calls somebody by another name, or by one that comes near when it is another's. */
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

/** Until they say what they want to be called; in their own language, as names are. */
function* guestNames(c: Context, { hash }: Token): Generator<string> {
  const t = translator(browserLocale(c, 'en'));
  for (const length of tagLengths) {
    yield t.plain('room.guest', { tag: hash.slice(-length).toUpperCase() });
  }
}
