/** The rooms dialog: this room, other rooms, and the teacher's tools. */
import { goTo } from './come-in.js';
import { byId, element, setText } from './element.js';
import { decoded, here, linkTo } from './here.js';
import { knownRooms } from './known-rooms.js';
import { label } from './labels.js';
import { settled } from './settled.js';
import { change, quiet } from './teaching.js';

/** Fills it in for the current room and language. */
export function showWhere(): void {
  const isFirst = here.room === '';
  byId('where', HTMLElement).classList.toggle('named', !isFirst);
  byId('title', HTMLElement).classList.toggle('aside', !isFirst);
  byId('where-what', HTMLElement).hidden = isFirst;
  setText(byId('where-name', HTMLElement), isFirst ? label('room.where') : here.room);
  setText(byId('muted', HTMLElement), settled().isMuted ? label('room.mutedHere') : '');
  setText(byId('rooms-title', HTMLElement), isFirst ? label('room.title') : `#${here.room}`);
  setText(byId('rooms-what', HTMLElement), label(isFirst ? 'room.whereFirst' : 'room.whereNamed'));
  byId('room-link', HTMLInputElement).value = decoded(linkTo(here.room));
  showTeaching();
  showKnown();
}

export function startRooms(): void {
  const dialog = byId('rooms', HTMLDialogElement);
  byId('where', HTMLElement).addEventListener('click', () => {
    say('');
    setText(byId('go-refused', HTMLElement), '');
    dialog.showModal();
  });
  byId('copy-link', HTMLElement).addEventListener('click', () => {
    void copy(linkTo(here.room), byId('room-link', HTMLInputElement));
  });
  byId('go', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    const input = byId('go-name', HTMLInputElement);
    if (input.value.trim() === '') return;
    void goTo(input.value).then((refusal) => {
      setText(byId('go-refused', HTMLElement), refusal ?? '');
      if (refusal === undefined) dialog.close();
      else input.focus();
    });
  });
}

function showTeaching(): void {
  const { teaches, muted } = settled();
  const part = byId('teaching', HTMLElement);
  part.hidden = !teaches || here.key === undefined;
  if (part.hidden) return;
  // The key is not shown, as the screen may be projected, unless it cannot be copied otherwise.
  const shown = element('input', 'by-hand');
  shown.readOnly = true;
  shown.hidden = true;
  shown.setAttribute('aria-label', label('room.teacherLink'));
  const link = linkTo(here.room, here.key);
  shown.value = link;
  const button = quiet(label('room.copy'), () => copy(link, shown));
  button.setAttribute('aria-label', `${label('room.copy')}: ${label('room.teacherLink')}`);
  const list = element('ul', 'muted-list');
  list.setAttribute('aria-label', label('room.muteList'));
  for (const { id, name } of muted) {
    const unmute = quiet(label('room.unmute'), () => change('unmute', { muted: id }));
    unmute.setAttribute('aria-label', `${label('room.unmute')}: ${name}`);
    list.append(element('li', '', element('span', '', name), unmute));
  }
  part.replaceChildren(
    element('p', '', label('room.teaching')),
    element('div', 'teacher-link', element('p', 'hint', label('room.teacherLink')), button, shown),
    ...(muted.length > 0 ? [element('p', 'part', label('room.muteList')), list] : []),
  );
}

function showKnown(): void {
  const others = knownRooms().filter((room) => room !== here.room);
  const first = here.room === '' ? [] : [{ href: '/', name: label('room.title') }];
  const links = [...first, ...others.map((room) => ({ href: linkTo(room), name: `#${room}` }))].map(
    ({ href, name }) => {
      const link = element('a', '', name);
      link.href = href;
      return element('li', '', link);
    },
  );
  const list = element('ul', '', ...links);
  list.setAttribute('aria-label', label('room.wereIn'));
  const part = byId('known-rooms', HTMLElement);
  part.hidden = links.length === 0;
  part.replaceChildren(element('p', 'part', label('room.wereIn')), list);
}

/** @param shown an element to copy from by hand: only secure pages can use the clipboard */
async function copy(link: string, shown: HTMLInputElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(link);
    say(label('room.copied'));
  } catch {
    shown.hidden = false;
    shown.focus();
    shown.select();
    say(label('room.copyByHand'));
  }
}

function say(words: string): void {
  setText(byId('rooms-said', HTMLElement), words);
}
