import { expect } from 'vitest';
import type { Invocation } from '../../src/chat/port.js';
import type { RunState } from '../../src/runs/run.js';
import { messageText } from './message-text.js';
import type { Tutor } from './tutor.js';

export const jun = { user: { id: 'web:2', name: 'Jun' } };
export const kim = { user: { id: 'web:3', name: 'Kim' } };

/** A duel that somebody started, and what people do in it. */
export interface Duel {
  readonly id: string;
  readonly words: string;
  readonly labels: readonly string[];
  /** The command lines of those buttons. */
  readonly bets: readonly string[];
  /** Presses the answer with that label on the message as it was when the duel began. */
  readonly bet: (label: string, who?: object) => Promise<string>;
  readonly mine: (who?: object) => Promise<string>;
  readonly over: () => Promise<string>;
  readonly runs: () => Promise<readonly (RunState | undefined)[]>;
}

export async function beginDuel(
  at: Tutor,
  line: string,
  files: Invocation['files'] = [],
): Promise<Duel> {
  const { message, words, audience } = await at.say(line, { files });
  expect(audience).toBe('everyone');
  const buttons = message.buttons ?? [];
  const id = /board:(\w+)/.exec(buttons[0]?.command ?? '')?.[1] ?? '';
  return {
    ...{ id, words, labels: buttons.map(({ label }) => label) },
    bets: buttons.map(({ command }) => command),
    bet: async (label, who = {}) => {
      const command = buttons.find((one) => one.label === label)?.command ?? label;
      return (await at.say(command, { pressed: true, ...who })).words;
    },
    mine: async (who = {}) =>
      (await at.say(`/predict board:${id} action:result`, { pressed: true, ...who })).words,
    over: async () => {
      await at.boards.settled(id);
      return messageText(at.port.latest);
    },
    runs: async () => {
      const { board } = (await at.boards.find(id)) ?? {};
      return Promise.all((board?.lines ?? []).map(({ runId = '' }) => at.runs.find(runId)));
    },
  };
}
