/** Enters the room, or shows why not yet and retries. */
import { byId } from './element.js';
import { loadWords, NotLetIn } from './labels.js';

/** Retry delay where the server gives none, in ms. */
const retryMs = 5000;

/** Resolves once the page's text is loaded, and with it this browser's token. */
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
