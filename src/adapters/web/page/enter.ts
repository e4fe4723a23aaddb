/** Comes in, or says why not yet and tries again. */
import { byId } from './element.js';
import { loadWords, NotLetIn } from './labels.js';

/** Between two tries where the server does not say when, in ms. */
const retryMs = 5000;

/** Resolves when the words are there, and with them this browser's token. */
export async function enter(): Promise<void> {
  const door = byId('door', HTMLElement);
  for (;;) {
    try {
      await loadWords();
      door.hidden = true;
      return;
    } catch (error) {
      if (!(error instanceof NotLetIn)) throw error;
      const { message = '', retryAfterMs = retryMs } = error.refused;
      door.textContent = message;
      door.hidden = false;
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    }
  }
}
