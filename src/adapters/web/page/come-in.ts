/** Into the room that the link asks for. */
import { byId } from './element.js';
import { askedFor, here, linkTo } from './here.js';
import { rememberRoom } from './known-rooms.js';
import { fillLabels, label } from './labels.js';
import { enterRoom, type Outcome } from './server.js';
import type { WireEntered } from '../wire.js';

/** The room was opened from this tab. */
const openedKey = 'room.opened';
/** Between two tries where the server is not reached, in ms. */
const retryMs = 2000;
/** Between two tries where it does not say when, in ms. */
const refusedMs = 30_000;
const badKey = 403;
/** Of these the link is the cause: it will not do later, either. */
const forGood: readonly unknown[] = [400, badKey, 404];

/** @returns what its person should know, if anything */
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
  // The key is in no address that somebody sees, or finds among those visited.
  history.replaceState(null, '', `#${room}`);
  rememberRoom(room);
  fillLabels();
  const isOpened = isNew || sessionStorage.getItem(openedKey) === room;
  sessionStorage.removeItem(openedKey);
  return isOpened ? label('room.opened') : refusal;
}

/** Another room is another page, as if it were opened by its link. */
export function followLinks(): void {
  addEventListener('hashchange', () => {
    location.reload();
  });
}

/** Opens a room where there is none of this name. @returns why not */
export async function goTo(name: string): Promise<string | undefined> {
  const outcome = await enterRoom(name);
  if (!outcome.isDone) return outcome.message ?? label('room.notSent');
  const { room, isNew } = outcome.answer;
  if (room === here.room) return undefined;
  if (isNew) sessionStorage.setItem(openedKey, room);
  location.assign(linkTo(room));
  return undefined;
}

/** The door says why it takes so long; meanwhile the link stays in the address. */
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
