/** People of a class in the study room: what they say and press, and the answers they get. */
import { afterEach, beforeEach, expect } from 'vitest';
import type { Invocation } from '../../src/chat/port.js';
import { Asker } from './invocation.js';
import { messageText } from './message-text.js';
import { Tutor } from './tutor.js';

export const START = '/class start batch:10,100 epochs:2 minutes:5 question:"Which one? <@1> *x*"';

/** A tutor whose runs end differently depending on the settings dealt. */
function classTutor(): Tutor {
  const tutor = new Tutor();
  tutor.pool.loss = (epoch, { settings }) =>
    (settings.batchSize === 10 ? 0.3 : 0.5) + (settings.seed % 7) / 1000 + 0.1 / epoch;
  return tutor;
}

/** For all tests in a file: each has its own tutor, which must end without faults. */
export function classroom() {
  let tutor: Tutor;
  beforeEach(() => {
    tutor = classTutor();
  });
  afterEach(() => {
    expect(tutor.faults).toEqual([]);
    tutor.classes.stopTimers();
  });
  /** The current tutor: a new one after each restart. */
  const on = {
    get tutor() {
      return tutor;
    },
    set tutor(next) {
      tutor = next;
    },
  };

  class Person {
    readonly asker: Asker;

    constructor(name: string, more: Partial<Invocation> = {}) {
      this.asker = new Asker({ user: { id: `web:${name}`, name }, ...more });
    }

    async says(line: string, more: Partial<Invocation> = {}): Promise<string> {
      await tutor.dispatcher.text(line, this.asker.invocation(more));
      return this.asker.last.words;
    }

    async presses(label: string, more: Partial<Invocation> = {}): Promise<string> {
      const all = this.asker.answers.flatMap(({ message }) => message.buttons ?? []);
      const button = all.findLast((one) => one.label === label);
      if (!button) throw new Error(`no ${label} among ${all.map((one) => one.label).join(', ')}`);
      return this.says(button.command, { pressed: true, ...more });
    }
  }

  /** The newest round. */
  async function roundId(): Promise<string> {
    const now = await tutor.classes.goingAt({ platform: 'web', key: 'room' });
    if (!now) throw new Error('no class is going on');
    return now.round.id;
  }

  async function joins(...names: string[]): Promise<readonly Person[]> {
    const people = names.map((name) => new Person(name));
    for (const person of people) await person.says(`/class join round:${await roundId()}`);
    return people;
  }

  /** The board once it shows the result. */
  async function concluded(id: string): Promise<string> {
    const boardId = (await tutor.classes.find(id))?.boardId ?? '';
    await tutor.boards.settled(boardId);
    return messageText(tutor.port.latest);
  }

  return { on, Person, kim: new Person('Kim'), roundId, joins, concluded };
}
