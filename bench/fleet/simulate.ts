/**
 * Learners at lessons, as a discrete-event simulation: each asks, is dealt turns, sees an epoch in an edit
 * that its platform allows, and goes on. Costs are what was measured; nothing here is a number of its own.
 */
import { Dealer, type Task } from './dealer.js';
import type { Costs } from './costs.js';
import { Ration, SimulatedMessage } from './edits.js';
import type { Thread } from './host.js';
import { Machines, type Plan, type Usage } from './machines.js';
import type { SimulatedPlatform } from './platforms.js';
import { Timeline } from './timeline.js';

export interface Lessons {
  /** When each learner asks, in ms, in order. */
  readonly asksAtMs: readonly number[];
  readonly epochs: number;
  /** Channels, rooms or workspaces that they are in; a board is one's own. */
  readonly places: number;
}

export interface LessonSeen {
  readonly askedAtMs: number;
  /** When the first epoch was shown, and when each was trained. */
  firstShownAtMs: number;
  endedAtMs: number;
  readonly trainedAtMs: number[];
}

export interface Simulated {
  readonly lessons: readonly LessonSeen[];
  /** In the second half of the time that learners come in: the first of them found it empty. */
  readonly usage: Usage;
  /** Epochs in a message to a training thread, on average. */
  readonly epochsPerMessage: number;
  /** Runs that go on at one moment, on average, in that half. */
  readonly going: number;
}

/** Learners of the front that owns their place. */
interface Front {
  readonly main: Thread;
  readonly dealer: Dealer<LessonTask>;
}

interface LessonTask extends Task {
  readonly threadMs: number;
  readonly done: () => void;
}

/** @param untilMs who has not ended then never did: what is overloaded never ends */
export function simulate(
  { asksAtMs, epochs, places }: Lessons,
  platform: SimulatedPlatform,
  plan: Plan,
  costs: Costs,
  untilMs = Infinity,
): Simulated {
  const timeline = new Timeline();
  const machines = new Machines(timeline, costs, plan);
  const fronts = machines.mains.map((main, index): Front => {
    const slots = shareOf(machines.slots, machines.mains.length, index);
    return {
      main,
      dealer: new Dealer(timeline, slots, (tasks, done) => {
        const threadMs = tasks.map((task) => task.threadMs);
        machines.train(main, threadMs, () => {
          for (const task of tasks) task.done();
          done();
        });
      }),
    };
  });
  const boards = new Map<number, SimulatedMessage>();
  const editMs = costs.editMs[platform.name];
  const newMessage = (main: Thread): SimulatedMessage => {
    const ration = new Ration(
      timeline,
      platform.rule(() => timeline.nowMs),
      platform.paceMs,
    );
    return new SimulatedMessage(ration, (arrived) => {
      main.serve(editMs, () => {
        timeline.after(platform.wayMs, arrived);
      });
    });
  };
  const messageAt = (place: number, main: Thread): SimulatedMessage => {
    if (platform.sharing === 1) return newMessage(main);
    const board = boards.get(place) ?? newMessage(main);
    boards.set(place, board);
    return board;
  };

  const lessons = asksAtMs.map((askedAtMs): LessonSeen => {
    return { askedAtMs, firstShownAtMs: Infinity, endedAtMs: Infinity, trainedAtMs: [] };
  });
  for (const [user, lesson] of lessons.entries()) {
    // A class' learners come one after another, wherever they are; a place has one front.
    const place = user % places;
    const front = fronts[place % fronts.length];
    if (!front) throw new RangeError('there is no front');
    timeline.at(lesson.askedAtMs, () => {
      takeLesson(user, lesson, front, place);
    });
  }

  function takeLesson(
    user: number,
    lesson: LessonSeen,
    { main, dealer }: Front,
    place: number,
  ): void {
    let message: SimulatedMessage;
    const ask = (expectedMs: number, threadMs: number, done: () => void): void => {
      dealer.ask({ user, expectedMs, threadMs, done });
    };
    const train = (): void => {
      // Before its first epoch nobody knows how long one takes.
      const expectedMs = lesson.trainedAtMs.length === 0 ? Infinity : costs.trainMs;
      ask(expectedMs, costs.trainMs, () => {
        main.serve(costs.epochMs, trained);
      });
    };
    const trained = (): void => {
      lesson.trainedAtMs.push(timeline.nowMs);
      const isLast = lesson.trainedAtMs.length === epochs;
      message.show(false, () => {
        lesson.firstShownAtMs = Math.min(lesson.firstShownAtMs, timeline.nowMs);
        if (!isLast) timeline.at(platform.nextEpochMs(timeline.nowMs, costs.trainMs), train);
      });
      if (isLast) ask(Infinity, costs.testMs, end);
    };
    const end = (): void => {
      main.serve(costs.runMs / 2, () => {
        lesson.endedAtMs = timeline.nowMs;
        message.show(true, () => undefined);
        machines.draw(main);
      });
    };
    main.serve(costs.runMs / 2, () => {
      message = messageAt(place, main);
      // That it begins is shown.
      message.show(false, () => undefined);
      train();
    });
  }

  const lastAskMs = Math.min(asksAtMs.at(-1) ?? 0, untilMs);
  const halfMs = lastAskMs / 2;
  timeline.run(halfMs);
  const before = machines.busy;
  timeline.run(lastAskMs);
  const usage = machines.usage(before, machines.busy, Math.max(1, lastAskMs - halfMs));
  timeline.run(untilMs);
  const trained = lessons.reduce((sum, { trainedAtMs }) => sum + trainedAtMs.length, 0);
  return {
    lessons,
    usage,
    epochsPerMessage: trained / Math.max(1, machines.messages - lessons.length),
    going: goingOnAverage(lessons, lastAskMs),
  };
}

/** The fleet's slots are shared evenly, at least one for each front. */
function shareOf(slots: number, fronts: number, index: number): number {
  return Math.max(1, Math.floor(slots / fronts) + (index < slots % fronts ? 1 : 0));
}

/** As the usage: in the second half. */
function goingOnAverage(lessons: readonly LessonSeen[], untilMs: number): number {
  const fromMs = untilMs / 2;
  const spentMs = lessons.map(({ askedAtMs, endedAtMs }) =>
    Math.max(0, Math.min(endedAtMs, untilMs) - Math.max(askedAtMs, fromMs)),
  );
  return spentMs.reduce((sum, ms) => sum + ms, 0) / Math.max(1, untilMs - fromMs);
}
