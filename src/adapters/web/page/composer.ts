/** Where one types. Enter sends; what was not taken stays to be sent again. */
import { AttachedFile } from './attached-file.js';
import { CompletionList } from './completion-list.js';
import { byId } from './element.js';
import { label } from './labels.js';
import { onOneLine } from './one-line.js';
import { showNotice } from './notice.js';
import { sendLine } from './server.js';
import { TypedBefore } from './typed-before.js';

/** HTTP's status for a file that the room had, and has no more. */
const fileGone = 410;

/** What is no table by its name. */
const isLog = /\.(log|out|py)$/i;

export class Composer {
  readonly #input = byId('line', HTMLInputElement);
  readonly #completions = new CompletionList();
  readonly #before = new TypedBefore();
  readonly #file: AttachedFile;

  /** @param onSent called when a line has gone out */
  constructor(private readonly onSent: () => void) {
    this.#file = new AttachedFile((name) => {
      this.#input.focus();
      // What somebody has begun to write says what the file is for.
      if (this.#input.value.trim() === '') void this.send(isLog.test(name) ? '/log' : '/data');
    });
    byId('composer', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.send(this.#input.value);
    });
    this.#input.addEventListener('keydown', (event) => {
      if (this.#completions.handles(event) || this.#recalls(event)) event.preventDefault();
    });
    this.#input.addEventListener('paste', (event) => {
      this.#pasteOnOneLine(event);
    });
  }

  /** Puts a line there to be looked at and sent. */
  write(line: string): void {
    this.#input.value = line;
    this.#input.setSelectionRange(line.length, line.length);
    this.#completions.close();
  }

  get text(): string {
    return this.#input.value;
  }

  focus(): void {
    this.#input.focus();
  }

  async send(given: string): Promise<void> {
    const line = given.trim();
    if (line === '') return;
    this.#completions.close();
    const outcome = await sendLine(line, { file: this.#file.id });
    if (!outcome.isDone) {
      showNotice(outcome.message ?? label('room.notSent'));
      if (outcome.status === fileGone) this.#file.clear();
      return;
    }
    this.#before.add(line);
    this.#file.clear();
    showNotice('');
    if (this.#input.value.trim() === line) this.#input.value = '';
    this.onSent();
  }

  #recalls({ key, isComposing }: KeyboardEvent): boolean {
    if ((key !== 'ArrowUp' && key !== 'ArrowDown') || isComposing) return false;
    const line = this.#before.step(key === 'ArrowUp' ? -1 : 1);
    if (line === undefined) return false;
    this.write(line);
    return true;
  }

  /** A pasted `model.fit(…)` often has line breaks, which a one-line field would swallow. */
  #pasteOnOneLine(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!text.includes('\n')) return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value } = this.#input;
    this.#input.setRangeText(
      onOneLine(text),
      selectionStart ?? value.length,
      selectionEnd ?? value.length,
      'end',
    );
    this.#completions.update();
  }
}
