/** Enters the room that the link names. */
import { byId } from './element.js';
import { askedFor, here, linkTo } from './here.js';
import { rememberRoom } from './known-rooms.js';
import { fillLabels, label } from './labels.js';
import { enterRoom, type Outcome } from './server.js';
import type { WireEntered } from '../wire.js';

/** Session key: the room was created in this tab. */
const openedKey = 'room.opened';
/** Retry delay where the server is unreachable, in ms. */
const retryMs = 2000;
/** Retry delay where the server gives none, in ms. */
const refusedMs = 30_000;
const badKey = 403;
/** Refusals caused by the link itself: retrying would not help. */
const forGood: readonly unknown[] = [400, badKey, 404];

/** @returns a message for the person, if any */
export async function comeIn(): Promise<string> {
  const asked = askedFor();
  if (asked.room === '') return '';
  const outcome = await entered(asked.room, asked.key);
  const withoutKey =
    !outcome.isDone && outcome.status === badKey ? await entered(asked.room) : outcome;
  const refusal = outcome.isDone ? '' : (outcome.message ?? '');
  if (!withoutKey.isDone) {
    history.replaceState(null, '', '/');
    return refusal;
  }
  const { room, isNew, key } = withoutKey.answer;
  here.room = room;
  here.key = key;
  // Removes the key from the address bar and the history.
  history.replaceState(null, '', `#${room}`);
  rememberRoom(room);
  fillLabels();
  const isOpened = isNew || sessionStorage.getItem(openedKey) === room;
  sessionStorage.removeItem(openedKey);
  return isOpened ? label('room.opened') : refusal;
}

/** Loads another room's page, as if its link had been opened. */
export function followLinks(): void {
  addEventListener('hashchange', () => {
    location.reload();
  });
}

/** Opens a room, creating it where none has this name. @returns why not */
export async function goTo(name: string): Promise<string | undefined> {
  const outcome = await enterRoom(name);
  if (!outcome.isDone) return outcome.message ?? label('room.notSent');
  const { room, isNew } = outcome.answer;
  if (room === here.room) return undefined;
  if (isNew) sessionStorage.setItem(openedKey, room);
  location.assign(linkTo(room));
  return undefined;
}

/** Shows why entering takes so long; meanwhile the link stays in the address bar. */
async function entered(room: string, key?: string): Promise<Outcome<WireEntered>> {
  const door = byId('door', HTMLElement);
  for (;;) {
    const outcome = await enterRoom(room, key);
    if (outcome.isDone || forGood.includes(outcome.status)) {
      door.hidden = true;
      return outcome;
    }
    const { status, message = label('room.reconnecting'), retryAfterMs } = outcome;
    door.textContent = message;
    door.hidden = false;
    const waitMs = retryAfterMs ?? (status === undefined ? retryMs : refusedMs);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}
