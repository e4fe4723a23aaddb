/** One message: a person's line, or the tutor's answer with its buttons and files. */
import { showBlocks } from './blocks-view.js';
import { showButtons, showExplanations } from './buttons-view.js';
import { CurvesView } from './curves-view.js';
import { element, setText } from './element.js';
import { FieldView } from './field-view.js';
import { showFiles } from './files-view.js';
import { languageOf } from './language-of.js';
import { currentWords, label } from './labels.js';
import { looksLikeCode } from './looks-like-code.js';
import { avatar } from './people.js';
import { teachersButtons } from './teaching.js';
import type { Line } from '../../../room/room-log.js';
import type { WireAnswer, WireEntry } from '../wire.js';

export class EntryView {
  readonly node: HTMLElement;
  readonly #head = element('header', 'entry-head');
  readonly #body = element('div', 'entry-body');
  readonly #curves = new CurvesView();
  /** Only some answers have one. It stays until the final image replaces it. */
  #field: FieldView | undefined;
  readonly #files = element('div', 'entry-files');
  readonly #buttons = element('div', 'entry-buttons');
  readonly #explanations = element('div', 'entry-explanations');

  constructor(
    public entry: WireEntry,
    private readonly press: (command: string) => Promise<void>,
  ) {
    const { body, isMine, isPrivate } = entry;
    const kind = body.kind === 'line' ? `line-entry ${isMine ? 'mine' : 'theirs'}` : 'answer';
    this.node = element('article', `entry ${kind}${isPrivate ? ' private' : ''}`);
    const content = element('div', 'entry-content', this.#head, this.#body);
    if (body.kind === 'answer') content.append(this.#files, this.#buttons, this.#explanations);
    this.node.append(face(entry), content);
    this.show(entry);
  }

  /** Shows a new state of the entry, or the same one in another language. */
  show(entry: WireEntry): void {
    this.entry = entry;
    this.#showHead();
    if (entry.body.kind === 'line') this.#showLine(entry.body);
    else this.#showAnswer(entry.body);
  }

  /** The block that gives the outcome, once there is one. */
  get outcome(): Element | undefined {
    return this.#body.querySelector('.outcome') ?? undefined;
  }

  /** Scrolls to it and moves the focus there. */
  goTo(): void {
    this.node.tabIndex = -1;
    this.node.scrollIntoView({ block: 'start' });
    this.node.focus({ preventScroll: true });
  }

  refresh(): void {
    this.show(this.entry);
  }

  #showHead(): void {
    const { name = '', isPrivate, isMine, body, atMs } = this.entry;
    const who = element('span', 'entry-who');
    setText(who, body.kind === 'answer' ? label('room.tutor') : name);
    const parts: HTMLElement[] = [who];
    if (isPrivate) {
      parts.push(element('span', 'entry-private', label('room.onlyYou')));
    } else if (body.kind === 'answer' && name !== '') {
      const whom = isMine ? label('room.you') : name;
      parts.push(element('span', 'entry-for', `${label('room.answerTo')} ${whom}`));
    }
    if (this.entry.isTeachers && body.kind === 'line') {
      parts.push(element('span', 'entry-teacher', label('room.teacher')));
    }
    const time = element('time', 'entry-time', clock(atMs));
    time.dateTime = new Date(atMs).toISOString();
    const shown = [...parts, time, ...teachersButtons(this.entry)];
    if (this.#head.textContent !== shown.map((part) => part.textContent).join('')) {
      this.#head.replaceChildren(...shown);
    }
  }

  #showLine({ text, fileNames }: Line): void {
    this.node.setAttribute('aria-label', `${this.entry.name ?? ''}: ${text}`);
    const line = element('p', looksLikeCode(text) ? 'line-text code' : 'line-text', text);
    this.#body.replaceChildren(
      line,
      ...fileNames.map((name) => element('p', 'line-file', `📎 ${name}`)),
    );
  }

  #showAnswer(answer: WireAnswer): void {
    const { blocks, spoken, files, buttons, explanations, curves, field } = answer;
    this.node.setAttribute('aria-label', `${label('room.tutor')}: ${spoken}`);
    this.#body.lang = languageOf(spoken);
    if (curves) this.#curves.show(curves);
    showBlocks(this.#body, blocks, curves && this.#curves.node);
    if (field) {
      this.#field ??= new FieldView();
      this.#field.show(field);
    }
    showFiles(this.#files, files, curves?.picture, this.#field);
    showButtons(this.#buttons, buttons, this.press);
    showExplanations(this.#explanations, explanations, this.press);
    this.#buttons.lang = this.#body.lang;
    this.#explanations.lang = this.#body.lang;
    this.#files.hidden = files.length === 0 && !this.#field;
    this.#buttons.hidden = buttons.length === 0;
  }
}

function face({ body, name = '' }: WireEntry): HTMLElement {
  if (body.kind === 'line') return avatar(name);
  const icon = element('img', 'face');
  icon.src = '/page/icon.svg';
  icon.alt = '';
  return icon;
}

function clock(atMs: number): string {
  const isToday = new Date(atMs).toDateString() === new Date().toDateString();
  const day = isToday ? {} : ({ month: 'short', day: 'numeric' } as const);
  const format = { ...day, hour: 'numeric', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(currentWords().locale, format).format(atMs);
}
