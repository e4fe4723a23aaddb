/** How a challenge stands and how it came out, from what was answered or trained. */
import { setImmediate } from 'node:timers/promises';
import type { ChatMessage } from '../chat/message.js';
import type { Translator } from '../content/translator.js';
import type { RunState } from '../runs/run.js';
import type { Runs } from '../runs/service.js';
import type { ChallengeStore, StoredChallenge } from '../storage/ports/challenges.js';
import { answersSoFar, questionResult } from '../tutor/challenge/answers.js';
import type { Goal } from '../tutor/challenge/goals.js';
import { goalResult, standingMessage } from '../tutor/challenge/message.js';
import { standingOf, type Standing } from '../tutor/challenge/standing.js';

/** Runs read in a row before the event loop gets a turn. */
const READ_AT_ONCE = 20;

type Fits = (message: ChatMessage) => boolean;

export interface ChallengeResultsOptions {
  readonly store: ChallengeStore;
  readonly runs: Pick<Runs, 'find'>;
  readonly nowMs: () => number;
}

export class ChallengeResults {
  readonly #options: ChallengeResultsOptions;

  constructor(options: ChallengeResultsOptions) {
    this.#options = options;
  }

  /** How it stands, or how it came out; of a question that is open, how many have answered. */
  async now(challenge: StoredChallenge, t: Translator, fits: Fits): Promise<ChatMessage> {
    const { task, closesAtMs, isClosed } = challenge;
    if (isClosed || closesAtMs <= this.#options.nowMs()) return this.result(challenge, t, fits);
    if (task.kind === 'question') {
      const { length } = await this.#options.store.answers(challenge.id);
      return answersSoFar(length, closesAtMs, t);
    }
    const standing = await this.#standing(challenge, task.goal);
    return standingMessage({ ...challenge, task }, standing, t, fits);
  }

  /** How it came out. */
  async result(challenge: StoredChallenge, t: Translator, fits: Fits): Promise<ChatMessage> {
    const { task, id } = challenge;
    if (task.kind === 'question') {
      return questionResult(task.question, await this.#options.store.answers(id), t);
    }
    const standing = await this.#standing(challenge, task.goal);
    return goalResult(task.goal, standing, t, fits);
  }

  async #standing(challenge: StoredChallenge, goal: Goal): Promise<Standing> {
    const { store, runs } = this.#options;
    const { place, openedAtMs, closesAtMs } = challenge;
    const ids = await store.runs(place, goal.data, openedAtMs, closesAtMs);
    const states: RunState[] = [];
    for (const [index, id] of ids.entries()) {
      const state = await runs.find(id);
      if (state && (state.endedAtMs ?? Infinity) <= closesAtMs) states.push(state);
      if (index % READ_AT_ONCE === READ_AT_ONCE - 1) await setImmediate();
    }
    return standingOf(goal, states);
  }
}
