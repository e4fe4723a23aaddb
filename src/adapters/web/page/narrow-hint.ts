/** Offers the compact view once, where Keras' lines do not fit the screen. */
import { byId, element } from './element.js';
import { label } from './labels.js';

const dismissedKey = 'room.narrowHint';
/** The compact view's lines are at most this long. */
const compactColumns = 28;
/** The width below which message.css wraps the lines. */
const narrow = matchMedia('(max-width: 560px)');

/** @param write puts a line into the composer */
export function updateNarrowHint(text: () => string, write: (line: string) => void): void {
  const hint = byId('narrow', HTMLElement);
  const isWanted = localStorage.getItem(dismissedKey) === null && hasWideBar();
  if (!isWanted) {
    hint.hidden = true;
    return;
  }
  const { lang } = document.documentElement;
  if (!hint.hidden && hint.lang === lang) return;
  hint.lang = lang;
  const use = element('button', 'narrow-use', label('room.narrowButton'));
  use.type = 'button';
  const close = element('button', 'narrow-close', '×');
  close.type = 'button';
  close.setAttribute('aria-label', label('room.dismiss'));
  const dismiss = (): void => {
    localStorage.setItem(dismissedKey, 'seen');
    hint.hidden = true;
  };
  use.addEventListener('click', () => {
    const line = text().trim();
    write(`${line.startsWith('/fit') ? line : '/fit epochs:20 batch:10'} view:compact`);
    dismiss();
  });
  close.addEventListener('click', dismiss);
  hint.replaceChildren(element('span', '', label('room.narrow')), use, close);
  hint.hidden = false;
}

function hasWideBar(): boolean {
  const latest = [...document.querySelectorAll('.answer pre')].at(-1);
  const rest = latest?.querySelector('.bar-rest')?.textContent ?? '';
  return narrow.matches && rest.length > compactColumns;
}
