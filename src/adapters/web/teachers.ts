/**
 * A room's teacher: whoever has the key from the link that opening it returned. The browser keeps the key
 * in an HttpOnly cookie; only its hash is stored.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { lastingCookie } from './identity.js';
import { Refused } from './refused.js';
import type { StudyRooms } from '../../room/study-rooms.js';

const teacherKey = /^[\w-]{43}$/;

export function newKey(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

export class Teachers {
  constructor(private readonly rooms: Pick<StudyRooms, 'keyHash'>) {}

  /** This browser's key to a room; undefined if it has no valid one. */
  async keyOf(c: Context, room: string): Promise<string | undefined> {
    const key = getCookie(c, cookieOf(room));
    return key !== undefined && (await this.fits(key, room)) ? key : undefined;
  }

  /** @throws Refused when the teacher is somebody else, or there is none */
  async require(c: Context, room: string): Promise<void> {
    if ((await this.keyOf(c, room)) !== undefined) return;
    throw new Refused({ status: 403, problem: 'notTeacher', key: 'room.notTeacher' });
  }

  async fits(key: string, room: string): Promise<boolean> {
    if (!teacherKey.test(key)) return false;
    const wanted = await this.rooms.keyHash(room);
    return wanted !== undefined && timingSafeEqual(Buffer.from(wanted), Buffer.from(hashOf(key)));
  }

  keep(c: Context, room: string, key: string): void {
    setCookie(c, cookieOf(room), key, lastingCookie);
  }
}

/** Cookie names are ASCII, room names are not. 96 bits of hash: nobody can find a name with another's cookie. */
function cookieOf(room: string): string {
  return `tutor_teacher_${hashOf(room).slice(0, 24)}`;
}
