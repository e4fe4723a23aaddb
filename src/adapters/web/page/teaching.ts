/** The teacher's actions on a message: subtle buttons beside its time. */
import { element } from './element.js';
import { label } from './labels.js';
import { showNotice } from './notice.js';
import { settle } from './server.js';
import { settled } from './settled.js';
import type { WireEntry } from '../wire.js';

export function teachersButtons(entry: WireEntry): readonly HTMLElement[] {
  const { teaches, pinned } = settled();
  if (!teaches || entry.isPrivate) return [];
  const isPinned = pinned === entry.id;
  const pin = quiet(label(isPinned ? 'room.unpin' : 'room.pin'), () =>
    change('pin', { entry: isPinned ? null : entry.id }),
  );
  const isOthers = !entry.isMine && !entry.isTeachers && entry.name !== undefined;
  if (!isOthers) return [pin];
  const mute = quiet(label('room.mute'), () =>
    change('mute', { entry: entry.id }, label('room.muteDone')),
  );
  return [pin, mute];
}

/** Shows why it failed, or `done`. */
export async function change(
  what: Parameters<typeof settle>[0],
  more: object,
  done = '',
): Promise<void> {
  const outcome = await settle(what, more);
  showNotice(outcome.isDone ? done : (outcome.message ?? label('room.notSent')));
}

export function quiet(text: string, press: () => Promise<void>): HTMLButtonElement {
  const button = element('button', 'quiet', text);
  button.type = 'button';
  button.addEventListener('click', () => void press());
  return button;
}
