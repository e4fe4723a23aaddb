/** The message composer. Enter sends; a failed message stays in the field. */
import { AttachedFile } from './attached-file.js';
import { CompletionList } from './completion-list.js';
import { byId } from './element.js';
import { Field } from './field.js';
import { label } from './labels.js';
import { showNotice } from './notice.js';
import { sendLine } from './server.js';
import { TypedBefore } from './typed-before.js';

/** HTTP status for a file that the room no longer has. */
const fileGone = 410;

/** Extensions of text files that are not tables. */
const isLog = /\.(log|out|py)$/i;

export class Composer {
  readonly #field = new Field();
  readonly #completions = new CompletionList(this.#field);
  readonly #before = new TypedBefore();
  readonly #file: AttachedFile;
  /** Being sent to the server. */
  #underWay: string | undefined;

  /** @param onSent called once a line has been sent */
  constructor(private readonly onSent: () => void) {
    this.#file = new AttachedFile((name) => {
      this.focus();
      // Text already in the field says what the file is for.
      if (this.text.trim() === '') void this.send(isLog.test(name) ? '/log' : '/data');
    });
    byId('composer', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.send(this.text);
    });
    this.#field.node.addEventListener('keydown', (event) => {
      // The key goes to an input method, such as for Hangul.
      if (event.isComposing) return;
      const isTaken =
        this.#completions.handles(event) || this.#recalls(event) || this.#sends(event);
      if (isTaken) event.preventDefault();
    });
  }

  /** Puts a line in the field for the person to check and send. */
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
    // Some browsers report the key that ends a syllable twice.
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

  /** Shift+Enter is a line break. */
  #sends({ key, shiftKey }: KeyboardEvent): boolean {
    if (key !== 'Enter' || shiftKey) return false;
    void this.send(this.text);
    return true;
  }
}
