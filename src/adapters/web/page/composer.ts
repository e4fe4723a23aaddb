/** Where one types. Enter sends; what was not taken stays to be sent again. */
import { AttachedFile } from './attached-file.js';
import { CompletionList } from './completion-list.js';
import { byId } from './element.js';
import { Field } from './field.js';
import { label } from './labels.js';
import { showNotice } from './notice.js';
import { sendLine } from './server.js';
import { TypedBefore } from './typed-before.js';

/** HTTP's status for a file that the room had, and has no more. */
const fileGone = 410;

/** What is no table by its name. */
const isLog = /\.(log|out|py)$/i;

export class Composer {
  readonly #field = new Field();
  readonly #completions = new CompletionList(this.#field);
  readonly #before = new TypedBefore();
  readonly #file: AttachedFile;
  /** On its way to the server. */
  #underWay: string | undefined;

  /** @param onSent called when a line has gone out */
  constructor(private readonly onSent: () => void) {
    this.#file = new AttachedFile((name) => {
      this.focus();
      // What somebody has begun to write says what the file is for.
      if (this.text.trim() === '') void this.send(isLog.test(name) ? '/log' : '/data');
    });
    byId('composer', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.send(this.text);
    });
    this.#field.node.addEventListener('keydown', (event) => {
      // The key goes to an input method, as for Hangul.
      if (event.isComposing) return;
      const isTaken =
        this.#completions.handles(event) || this.#recalls(event) || this.#sends(event);
      if (isTaken) event.preventDefault();
    });
  }

  /** Puts a line there to be looked at and sent. */
  write(line: string): void {
    this.#field.write(line);
    this.#completions.close();
  }

  get text(): string {
    return this.#field.text;
  }

  focus(): void {
    this.#field.node.focus();
  }

  async send(given: string): Promise<void> {
    const line = given.trim();
    // Some browsers tell of the key that ends a syllable twice.
    if (line === '' || line === this.#underWay) return;
    this.#completions.close();
    this.#underWay = line;
    const outcome = await sendLine(line, { file: this.#file.id });
    this.#underWay = undefined;
    if (!outcome.isDone) {
      showNotice(outcome.message ?? label('room.notSent'));
      if (outcome.status === fileGone) this.#file.clear();
      return;
    }
    this.#before.add(line);
    this.#file.clear();
    showNotice('');
    if (this.text.trim() === line) this.write('');
    this.onSent();
  }

  #recalls({ key }: KeyboardEvent): boolean {
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return false;
    if (!this.#field.isAtEdge(key)) return false;
    const line = this.#before.step(key === 'ArrowUp' ? -1 : 1);
    if (line === undefined) return false;
    this.write(line);
    return true;
  }

  /** With Shift it is a line break. */
  #sends({ key, shiftKey }: KeyboardEvent): boolean {
    if (key !== 'Enter' || shiftKey) return false;
    void this.send(this.text);
    return true;
  }
}
