/** One line above the composer about what the person just did. */
import { byId, setText } from './element.js';

/** In ms; long enough to read twice. */
const shownMs = 8000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** @param stays shown until another notice, rather than for some seconds */
export function showNotice(text: string, stays = false): void {
  const notice = byId('notice', HTMLElement);
  setText(notice, text);
  clearTimeout(timer);
  if (stays) return;
  timer = setTimeout(() => {
    setText(notice, '');
  }, shownMs);
}
