/**
 * Classes: opens a round's board, lets people join it, and closes it when its time is up, even across
 * restarts.
 */
import { channelOf, type Invocation, type Place, type User } from '../chat/port.js';
import { steadyNowMs } from '../clock.js';
import { shown } from '../content/shown.js';
import type { Locale } from '../content/locale.js';
import { UserError } from '../errors.js';
import { newId } from '../runs/ids.js';
import { InTurn } from '../runs/in-turn.js';
import type { RunLimits } from '../runs/limits.js';
import type { RoundPlan } from '../runs/round-plan.js';
import { isOver } from '../runs/run.js';
import type { Runs } from '../runs/service.js';
import type { ClassStore, RoundNow, StoredRound } from '../storage/ports/classes.js';
import {
  MAX_LEAVES,
  MAX_PEOPLE,
  type ClassLab,
  type Participant,
  type Round,
} from '../tutor/class/round.js';
import type { Boards } from './boards.js';
import { RoundBoards } from './round-boards.js';
import { MINUTE_MS, RoundClock } from './round-clock.js';

export interface ClassesOptions {
  readonly store: ClassStore;
  readonly boards: Pick<
    Boards,
    'begin' | 'add' | 'withdraw' | 'closeBoard' | 'redraw' | 'find' | 'undelivered'
  >;
  readonly runs: Pick<Runs, 'find'>;
  readonly onFailure: (roundId: string, error: unknown) => void;
}

export class Classes {
  readonly #options: ClassesOptions;
  readonly #roundBoards: RoundBoards;
  readonly #clock: RoundClock;
  /** Joining and leaving, one at a time in each round. */
  readonly #changes = new InTurn();

  constructor(options: ClassesOptions) {
    this.#options = options;
    this.#roundBoards = new RoundBoards(options);
    const { store, boards, onFailure } = options;
    this.#clock = new RoundClock({
      close: (id) => this.close(id),
      redraw: async (id) => {
        const { boardId } = (await store.find(id)) ?? {};
        if (boardId !== undefined) await boards.redraw(boardId);
      },
      onFailure,
    });
  }

  /**
   * Opens a class with its first round.
   * @throws UserError when another one is going on in the channel
   */
  async start(
    plan: RoundPlan,
    invocation: Invocation,
    locale: Locale,
    limits: RunLimits,
  ): Promise<void> {
    const { user, place, requested } = invocation;
    const { store } = this.#options;
    const id = newId();
    const lab: ClassLab = { id, teacherId: user.id, teacherName: user.name, place };
    const begun = requested && (await store.ofRequest(requested.id));
    await this.#changes.take(channelOf(place), async () => {
      if (!begun) await this.#dropUnopened(place);
      const stored = begun ?? (await store.open(lab, newRound(lab, 1, plan), requested?.id));
      if (!begun && stored.lab.id !== lab.id) throw isHere(stored);
      await this.#openBoard(stored, invocation, locale, limits);
    });
  }

  /** The next round of a class; people who were too late for the last one can join this. */
  async next(
    { lab, round }: StoredRound,
    plan: RoundPlan,
    invocation: Invocation,
    locale: Locale,
    limits: RunLimits,
  ): Promise<void> {
    const { store } = this.#options;
    const { requested } = invocation;
    await this.#changes.take(channelOf(lab.place), async () => {
      const begun = requested && (await store.ofRequest(requested.id));
      const newest = (await store.goingIn(channelOf(lab.place), steadyNowMs()))?.round;
      // Pressed twice, or by two people who may: one next round is enough.
      if (!begun && newest?.id !== round.id) throw new UserError('error.classNextIsOpen');
      await this.close(round.id);
      const next = begun?.round ?? newRound(lab, await store.nextNumber(lab.id), plan);
      if (!begun) await store.addRound(next, requested?.id);
      const stored = begun ?? { lab, round: next, isClosed: false, participants: [] };
      await this.#openBoard(stored, invocation, locale, limits);
    });
  }

  /** Nobody can join any more; the board shows the outcome once all runs are over. */
  async close(roundId: string): Promise<void> {
    this.#clock.stop(roundId);
    await this.#changes.take(roundId, async () => {
      const { store, boards } = this.#options;
      const stored = await store.find(roundId);
      const boardId = stored ? stored.boardId : await this.#roundBoards.leftBy(roundId);
      await store.closeRound(roundId);
      if (boardId !== undefined) await boards.closeBoard(boardId);
    });
  }

  /** Ends the class with its newest round, whichever round the button was under. */
  async end({ lab, round }: StoredRound): Promise<void> {
    const { store } = this.#options;
    const channel = channelOf(lab.place);
    await this.#changes.take(channel, async () => {
      const newest = await store.goingIn(channel, steadyNowMs());
      await this.close(newest?.lab.id === lab.id ? newest.round.id : round.id);
      await store.end(lab.id, steadyNowMs());
    });
  }

  /**
   * Deals a value to a person who joins, and puts their run on the board. If they have joined already,
   * they are told the same value.
   * @throws UserError when they are too late, have left too often, or too many are there
   */
  async join(roundId: string, { id, name }: User): Promise<StoredRound & { mine: Participant }> {
    const { store } = this.#options;
    return this.#changes.take(roundId, async () => {
      const mine = await store.join(roundId, { id, name }, steadyNowMs());
      const stored = await store.find(roundId);
      if (!stored) throw new UserError('error.classGone');
      if (!mine) throw isTooLate(stored);
      if (await this.#roundBoards.hasLeftOften(stored, id)) {
        await store.leave(roundId, id);
        throw new UserError('error.classLeftOften', { times: MAX_LEAVES });
      }
      if (!(await this.#roundBoards.put(stored, mine))) {
        // Somebody has stopped all of its runs.
        await store.leave(roundId, id);
        throw isTooLate({ ...stored, isClosed: true });
      }
      return { ...stored, mine };
    });
  }

  /**
   * @returns what they had been dealt, and whether they may join again
   * @throws UserError when they are not in the round, or their run is over
   */
  async leave(
    roundId: string,
    userId: string,
  ): Promise<{ readonly mine: Participant; readonly mayComeBack: boolean }> {
    const { store, boards } = this.#options;
    return this.#changes.take(roundId, async () => {
      const stored = await this.#withRunGoing(roundId, userId, 'error.classRunOver');
      const { boardId, mine } = stored;
      await store.leave(roundId, userId);
      if (boardId !== undefined) await boards.withdraw(boardId, userId);
      return { mine, mayComeBack: !(await this.#roundBoards.hasLeftOften(stored, userId)) };
    });
  }

  /**
   * Stores a participant's first guess.
   * @returns the guess that counts
   * @throws UserError when they are not in the round, or their run is over
   */
  async guess(roundId: string, userId: string, choice: number): Promise<Participant> {
    const { mine } = await this.#withRunGoing(roundId, userId, 'error.classGuessLate');
    const isFirst = await this.#options.store.guess(roundId, userId, choice);
    return isFirst ? { ...mine, guess: choice } : mine;
  }

  async find(roundId: string): Promise<RoundNow | undefined> {
    const stored = await this.#options.store.find(roundId);
    return stored && this.#roundBoards.now(stored);
  }

  /** The newest round of the class that is going on at a place. */
  async goingAt(place: Place): Promise<RoundNow | undefined> {
    const stored = await this.#options.store.goingIn(channelOf(place), steadyNowMs());
    return stored && this.#roundBoards.now(stored);
  }

  /**
   * Takes up what an earlier process left: people who were dealt a value but have no run yet, and rounds
   * whose time may be up.
   */
  async resume(): Promise<void> {
    const { store, boards, onFailure } = this.#options;
    for (const { id, topic } of await boards.undelivered()) {
      if (topic.kind !== 'class') continue;
      const stored = await store.find(topic.roundId);
      // Its teacher may have deleted it (`/forget`).
      if (!stored || stored.isClosed) await boards.closeBoard(id);
      else if (stored.boardId === undefined) await store.setBoard(topic.roundId, id);
    }
    for (const stored of await store.unclosed()) {
      try {
        await this.#roundBoards.repair(stored);
        this.#clock.start(stored.round);
      } catch (error) {
        onFailure(stored.round.id, error);
      }
    }
  }

  /** Leaves what is still due to the next process. */
  stopTimers(): void {
    this.#clock.stopAll();
  }

  async #openBoard(
    { lab, round }: StoredRound,
    invocation: Invocation,
    locale: Locale,
    limits: RunLimits,
  ): Promise<void> {
    const { store, boards } = this.#options;
    const { id: roundId, number, endsAtMs, plan } = round;
    const topic = {
      ...({ kind: 'class', roundId, number, endsAtMs, plan } as const),
      teacherName: lab.teacherName,
    };
    const asked = { topic, ownerId: lab.teacherId, limits, lines: [], isOpen: true } as const;
    try {
      // A press that comes before the board is stored waits.
      await this.#changes.take(roundId, async () => {
        await store.setBoard(roundId, await boards.begin(asked, invocation, locale));
      });
    } catch (error) {
      // Nobody sees it, so it must not block the channel.
      if (number === 1) await store.end(lab.id, steadyNowMs());
      await store.closeRound(roundId);
      throw error;
    }
    this.#clock.start(round);
  }

  /** A process may have ended before it opened the class's board: nobody can go on with such a class. */
  async #dropUnopened(place: Place): Promise<void> {
    const { store } = this.#options;
    const there = await store.goingIn(channelOf(place), steadyNowMs());
    if (!there || there.boardId !== undefined || there.round.number > 1) return;
    await store.end(there.lab.id, steadyNowMs());
  }

  async #withRunGoing(
    roundId: string,
    userId: string,
    over: 'error.classRunOver' | 'error.classGuessLate',
  ): Promise<RoundNow & { readonly mine: Participant }> {
    const now = await this.find(roundId);
    if (!now) throw new UserError('error.classGone');
    const mine = now.participants.find((one) => one.userId === userId && !one.hasLeft);
    if (!mine) throw new UserError('error.classNotIn');
    const run = now.states.find(({ record }) => record.ownerId === userId);
    if (run && isOver(run)) throw new UserError(over);
    return { ...now, mine };
  }
}

function newRound({ id: classId }: ClassLab, number: number, plan: RoundPlan): Round {
  const endsAtMs = steadyNowMs() + plan.minutes * MINUTE_MS;
  return { id: newId(), classId, number, plan, endsAtMs };
}

function isHere({ lab, round }: StoredRound): UserError {
  return new UserError('error.classHere', {
    teacher: shown(lab.teacherName),
    number: round.number,
  });
}

function isTooLate({ round, isClosed, participants }: StoredRound): UserError {
  const there = participants.filter(({ hasLeft }) => !hasLeft).length;
  if (!isClosed && steadyNowMs() < round.endsAtMs && there >= MAX_PEOPLE) {
    return new UserError('error.classFull', { most: MAX_PEOPLE });
  }
  const { number, plan } = round;
  return new UserError('error.classOver', { number, minutes: plan.minutes });
}
