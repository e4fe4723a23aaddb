/** The page's own text, in the language selected on it. */
import type { LabelKey } from '../labels.js';
import { here } from './here.js';
import { refusedBy, type Refused } from './refused.js';
import type { WireWords } from '../wire.js';

const chosenKey = 'room.locale';

let words: WireWords | undefined;

/** @throws Error before `loadWords` has resolved. */
export function currentWords(): WireWords {
  if (!words) throw new Error('the words are not there yet');
  return words;
}

export function label(key: LabelKey): string {
  return currentWords().labels[key];
}

/** The server has not admitted this browser yet. */
export class NotLetIn extends Error {
  constructor(readonly refused: Refused) {
    super(`no words: ${refused.status}`);
  }
}

/**
 * Fetches the page's text; the browser's languages decide until the person selects one.
 * @throws NotLetIn when the server refuses
 */
export async function loadWords(chosen = localStorage.getItem(chosenKey)): Promise<void> {
  const query = chosen === null ? '' : `?locale=${encodeURIComponent(chosen)}`;
  const response = await fetch(`/api/words${query}`);
  if (!response.ok) throw new NotLetIn(await refusedBy(response));
  words = (await response.json()) as WireWords;
  fillLabels();
}

export async function chooseLocale(locale: string): Promise<void> {
  localStorage.setItem(chosenKey, locale);
  await loadWords(locale);
}

/** Fills in the text wherever the page's HTML asks for it. */
export function fillLabels(): void {
  const { locale, labels } = currentWords();
  document.documentElement.lang = locale;
  const where = here.room === '' ? labels['room.title'] : `#${here.room}`;
  document.title = `${where} · epoch-tutor`;
  const fill = (attribute: string, put: (node: Element, text: string) => void): void => {
    for (const node of document.querySelectorAll(`[${attribute}]`)) {
      put(node, labels[node.getAttribute(attribute) as LabelKey]);
    }
  };
  fill('data-label', (node, text) => {
    node.textContent = text;
  });
  fill('data-label-aria', (node, text) => {
    node.setAttribute('aria-label', text);
    if (node instanceof HTMLButtonElement) node.title = text;
  });
  fill('data-label-placeholder', (node, text) => {
    node.setAttribute('placeholder', text);
  });
  for (const button of document.querySelectorAll('[data-locale]')) {
    const isCurrent = button.getAttribute('data-locale') === locale;
    button.setAttribute('aria-pressed', String(isCurrent));
  }
}
