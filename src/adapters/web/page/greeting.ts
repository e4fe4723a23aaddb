/**
 * The greeting for newcomers, with one-click examples: large in an empty room, a few lines
 * above the composer where others are active.
 */
import type { LabelKey } from '../labels.js';
import { byId, element } from './element.js';
import { label } from './labels.js';

const greetedKey = 'room.greeted';

interface Example {
  /** The line that pressing it sends. */
  readonly line: string;
  readonly what: LabelKey;
  readonly isCommand: boolean;
}

function examples(): readonly Example[] {
  return [
    { line: '/fit epochs:20 batch:10', what: 'room.example.fit', isCommand: true },
    { line: '/explain epoch', what: 'room.example.explain', isCommand: true },
    { line: '/data', what: 'room.example.data', isCommand: true },
    { line: label('room.example.question'), what: 'room.example.inWords', isCommand: false },
  ];
}

/** Anybody who has said something here is no longer a newcomer. */
export function rememberGreeted(): void {
  localStorage.setItem(greetedKey, 'yes');
}

/** @param send sends a line as if it were typed */
export function showGreeting(isEmpty: boolean, send: (line: string) => void): void {
  const hall = byId('greeting', HTMLElement);
  const strip = byId('welcome', HTMLElement);
  hall.hidden = !isEmpty;
  strip.hidden = isEmpty || localStorage.getItem(greetedKey) !== null;
  if (!hall.hidden) greetAtLarge(hall, send);
  if (!strip.hidden) greetInBrief(strip, send);
}

function greetAtLarge(hall: HTMLElement, send: (line: string) => void): void {
  const list = element('ul', 'examples');
  list.setAttribute('aria-label', label('room.tryThese'));
  for (const { line, what, isCommand } of examples()) {
    const shown = isCommand ? element('code', '', line) : element('strong', '', line);
    const button = element(
      'button',
      'example',
      shown,
      element('span', 'example-what', label(what)),
    );
    list.append(item(button, line, send));
  }
  hall.replaceChildren(
    element('h2', '', label('room.hello')),
    element('p', '', label('room.helloMore')),
    list,
  );
}

function greetInBrief(strip: HTMLElement, send: (line: string) => void): void {
  const close = element('button', 'welcome-close', '×');
  close.type = 'button';
  close.setAttribute('aria-label', label('room.dismiss'));
  close.addEventListener('click', () => {
    rememberGreeted();
    strip.hidden = true;
    byId('line', HTMLElement).focus();
  });
  const list = element('ul');
  list.setAttribute('aria-label', label('room.tryThese'));
  for (const { line, what, isCommand } of examples()) {
    const button = element(
      'button',
      'welcome-example',
      isCommand ? element('code', '', line) : line,
    );
    button.title = label(what);
    list.append(item(button, line, send));
  }
  strip.replaceChildren(element('p', '', label('room.askAnything')), close, list);
}

function item(button: HTMLButtonElement, line: string, send: (line: string) => void): HTMLElement {
  button.type = 'button';
  button.addEventListener('click', () => {
    send(line);
  });
  return element('li', '', button);
}
