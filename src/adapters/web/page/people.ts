/** The people here, and the person's own name. */
import type { WirePeople } from '../wire.js';
import { byId, element } from './element.js';
import { label } from './labels.js';
import { showNotice } from './notice.js';
import { sendName } from './server.js';

const hues = 8;
/** How many others get an avatar; the rest are a number. */
const mostFaces = 5;

/** An avatar: a circle with the first letter, coloured by name. */
export function avatar(name: string): HTMLElement {
  const sum = Array.from(name).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const face = element('span', `face hue-${sum % hues}`);
  face.dataset.letter = Array.from(name)[0]?.toUpperCase() ?? '?';
  face.setAttribute('aria-hidden', 'true');
  return face;
}

export function showPeople({ me, others }: WirePeople): void {
  const own = element('button', 'own-name', avatar(me), element('span', 'own-name-text', me));
  own.type = 'button';
  own.title = label('room.rename');
  own.setAttribute('aria-label', `${me} (${label('room.you')}). ${label('room.rename')}`);
  own.addEventListener('click', () => {
    openRename(me);
  });
  const list = element('ul', 'others');
  list.setAttribute('aria-label', label('room.people'));
  for (const name of others.slice(0, mostFaces)) {
    const item = element('li', '', avatar(name), element('span', 'unseen', name));
    item.title = name;
    list.append(item);
  }
  if (others.length > mostFaces)
    list.append(element('li', 'more', `+${others.length - mostFaces}`));
  byId('people', HTMLElement).replaceChildren(list, own);
}

function openRename(me: string): void {
  const input = byId('name', HTMLInputElement);
  input.value = me;
  byId('rename', HTMLDialogElement).showModal();
  input.select();
}

export function startRename(): void {
  const dialog = byId('rename', HTMLDialogElement);
  byId('rename-cancel', HTMLButtonElement).addEventListener('click', () => {
    dialog.close();
  });
  // The event feed brings the new name, here as to everyone.
  dialog.addEventListener('submit', () => {
    const name = byId('name', HTMLInputElement).value.trim();
    if (name !== '') void rename(name);
  });
}

async function rename(name: string): Promise<void> {
  const outcome = await sendName(name);
  const message = outcome.isDone
    ? outcome.answer.message
    : (outcome.message ?? label('room.notSent'));
  if (message !== undefined) showNotice(message);
}
