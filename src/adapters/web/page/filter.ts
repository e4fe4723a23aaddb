/**
 * Filters the messages: all, mine (what I said, the answers I got, and
 * anything that shows one of my runs), or the teacher's. The tab remembers it. It is offered only where there is
 * something to filter.
 */
import { byId, element, setText } from './element.js';
import type { EntryView } from './entry-view.js';
import { here } from './here.js';
import { label } from './labels.js';
import type { LabelKey } from '../labels.js';
import type { WireEntry } from '../wire.js';

const choices = {
  all: 'room.showAll',
  mine: 'room.showMine',
  teachers: 'room.showTeachers',
} as const;
type Choice = keyof typeof choices;

const nothing: Readonly<Record<Choice, LabelKey | undefined>> = {
  all: undefined,
  mine: 'room.nothingMine',
  teachers: 'room.nothingTeachers',
};

function isTheReaders({ isMine, hasMine }: WireEntry): boolean {
  return isMine || hasMine === true;
}

export class Filter {
  readonly #row = byId('filters', HTMLElement);
  readonly #empty = byId('filtered-out', HTMLElement);
  readonly #buttons = element('div', 'filters-choices');
  readonly #more = element('button', 'quiet filters-more');
  readonly #storageKey = `room.filter#${here.room}`;
  #choice: Choice;
  /** New messages hidden since the filter was last changed. */
  readonly #hidden = new Set<number>();

  /**
   * @param all all messages
   * @param onChange called when the filter changes
   */
  constructor(
    private readonly all: () => Iterable<EntryView>,
    private readonly onChange: () => void,
  ) {
    const kept = sessionStorage.getItem(this.#storageKey);
    this.#choice = kept === 'mine' || kept === 'teachers' ? kept : 'all';
    this.#more.type = 'button';
    this.#more.addEventListener('click', () => {
      this.choose('all');
      this.#buttons.querySelector('button')?.focus();
    });
    this.#row.replaceChildren(this.#more, this.#buttons);
    this.refresh();
  }

  /** Shows or hides an entry. @returns whether it is shown */
  put({ node, entry }: EntryView, isNew = false): boolean {
    const isShown = this.#lets(entry);
    node.hidden = !isShown;
    if (!isShown && isNew) this.#hidden.add(entry.id);
    return isShown;
  }

  /** Switches to a filter that shows a hidden message. */
  choose(choice: Choice): void {
    this.#choice = choice;
    sessionStorage.setItem(this.#storageKey, choice);
    this.#hidden.clear();
    for (const view of this.all()) this.put(view);
    this.refresh();
    this.onChange();
  }

  /** Called after every change: updates the choices, and how much is hidden. */
  refresh(): void {
    const said = [...this.all()].map(({ entry }) => entry);
    const hasTeachers = said.some(({ isTeachers }) => isTeachers);
    const hasMine = said.some(isTheReaders);
    const hasOthers = said.some((one) => !isTheReaders(one) && one.name !== undefined);
    this.#row.hidden = this.#choice === 'all' && !(hasMine && hasOthers);
    const offered = (['all', 'mine', 'teachers'] as const).filter(
      (choice) => choice !== 'teachers' || hasTeachers || this.#choice === choice,
    );
    this.#showRow(offered);
    const words = nothing[this.#choice];
    this.#empty.hidden = words === undefined || said.some((entry) => this.#lets(entry));
    if (words !== undefined) setText(this.#empty, label(words));
  }

  #lets(entry: WireEntry): boolean {
    if (this.#choice === 'mine') return isTheReaders(entry);
    return this.#choice === 'all' || entry.isTeachers === true;
  }

  #showRow(offered: readonly Choice[]): void {
    this.#more.hidden = this.#hidden.size === 0;
    setText(this.#more, label('room.hiddenMore').replace('#', String(this.#hidden.size)));
    const buttons = [...this.#buttons.querySelectorAll('button')];
    if (buttons.length !== offered.length) {
      this.#buttons.replaceChildren(...offered.map((choice) => this.#button(choice)));
      this.#showRow(offered);
      return;
    }
    buttons.forEach((button, index) => {
      const choice = offered[index] ?? 'all';
      setText(button, label(choices[choice]));
      button.ariaPressed = String(choice === this.#choice);
    });
  }

  #button(choice: Choice): HTMLButtonElement {
    const button = element('button', 'filter');
    button.type = 'button';
    button.dataset.choice = choice;
    button.addEventListener('click', () => {
      this.choose(choice);
    });
    return button;
  }
}
