/** The CSV to send: dropped anywhere on the page, picked, or pasted; shown as a chip until it is sent. */
import { byId, element } from './element.js';
import { size } from './files-view.js';
import { label } from './labels.js';
import { showNotice } from './notice.js';
import { sendFile } from './server.js';

/** The server's limit, checked here before anything is sent. */
const maxBytes = 10 * 1024 * 1024;

export class AttachedFile {
  readonly #chip = byId('file-chip', HTMLElement);
  readonly #picker = byId('file', HTMLInputElement);
  #id: string | undefined;

  /** @param onReady called with a file's name once it is uploaded */
  constructor(private readonly onReady: (name: string) => void) {
    byId('attach', HTMLButtonElement).addEventListener('click', () => {
      this.#picker.click();
    });
    this.#picker.addEventListener('change', () => {
      void this.#attach(this.#picker.files);
      this.#picker.value = '';
    });
    document.addEventListener('paste', (event) => {
      void this.#attach(event.clipboardData?.files);
    });
    this.#listenForDrops();
  }

  /** The uploaded file's id, if there is one. */
  get id(): string | undefined {
    return this.#id;
  }

  clear(): void {
    this.#id = undefined;
    this.#chip.hidden = true;
    this.#chip.replaceChildren();
  }

  async #attach(files: FileList | null | undefined): Promise<void> {
    const file = files?.[0];
    if (!file) return;
    if (file.size > maxBytes) {
      showNotice(label('room.fileTooLarge'));
      return;
    }
    const outcome = await sendFile(file);
    if (!outcome.isDone) {
      showNotice(outcome.message ?? label('room.fileRefused'));
      return;
    }
    this.#id = outcome.answer.id;
    this.#show(file);
    showNotice(label('room.fileReady'));
    this.onReady(file.name);
  }

  #show(file: File): void {
    const remove = element('button', 'file-remove', '×');
    remove.type = 'button';
    remove.title = label('room.detach');
    remove.setAttribute('aria-label', `${label('room.detach')}: ${file.name}`);
    remove.addEventListener('click', () => {
      this.clear();
      byId('line', HTMLElement).focus();
    });
    const name = element('span', 'file-name', file.name);
    this.#chip.replaceChildren(name, size(file.size), remove);
    this.#chip.hidden = false;
  }

  #listenForDrops(): void {
    const overlay = byId('drop', HTMLElement);
    const hasFile = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes('Files') ?? false;
    document.addEventListener('dragover', (event) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      overlay.hidden = false;
    });
    document.addEventListener('dragleave', (event) => {
      // Leaving the window, not just moving between elements.
      if (event.relatedTarget === null) overlay.hidden = true;
    });
    document.addEventListener('drop', (event) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      overlay.hidden = true;
      void this.#attach(event.dataTransfer?.files);
    });
  }
}
