/** The teacher's pinned message, as two lines on top that link to it. */
import { byId, element } from './element.js';
import type { EntryView } from './entry-view.js';
import { label } from './labels.js';
import { languageOf } from './language-of.js';
import { settled } from './settled.js';
import { change, quiet } from './teaching.js';

/** @param jump scrolls to the message */
export function showPinned(view: EntryView | undefined, jump: (view: EntryView) => void): void {
  const place = byId('pinned', HTMLElement);
  place.hidden = view === undefined;
  if (!view) {
    place.replaceChildren();
    return;
  }
  const { body, name = '' } = view.entry;
  const words = body.kind === 'line' ? body.text : body.spoken;
  const text = element('span', 'pinned-text', words);
  text.lang = languageOf(words);
  const who = body.kind === 'line' ? name : label('room.tutor');
  const lead = element('span', 'pinned-who', `${label('room.pinned')} · ${who}`);
  const to = element('button', 'pinned-to', lead, text);
  to.type = 'button';
  to.addEventListener('click', () => {
    jump(view);
  });
  const had = place.querySelector('.pinned-to');
  const shown = settled().teaches
    ? [to, quiet(label('room.unpin'), () => change('pin', { entry: null }))]
    : [to];
  // A pinned run changes its text often: the focus must stay on its button.
  if (had?.textContent === to.textContent && place.childElementCount === shown.length) return;
  const at = [...place.children].indexOf(document.activeElement ?? place);
  place.replaceChildren(...shown);
  shown[at]?.focus();
}
