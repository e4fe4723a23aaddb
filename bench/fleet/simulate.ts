/**
 * Learners in lessons, as a discrete-event simulation: each asks, is dealt turns, sees an epoch in an edit
 * the platform allows, and continues. All costs are measured; no number originates here.
 */
import { Dealer, type Task } from './dealer.js';
import type { Costs } from './costs.js';
import { Ration, SimulatedMessage } from './edits.js';
import type { Thread } from './host.js';
import { Machines, type Plan, type Usage } from './machines.js';
import type { SimulatedPlatform } from './platforms.js';
import { Timeline } from './timeline.js';

export interface Lessons {
  /** When each learner asks, in ms, ascending. */
  readonly asksAtMs: readonly number[];
  readonly epochs: number;
  /** How many channels, rooms or workspaces they are spread over, in turn. */
  readonly places: number;
}

export interface LessonSeen {
  readonly askedAtMs: number;
  endedAtMs: number;
  /** When each epoch's result was known and ready to be shown. */
  readonly trainedAtMs: number[];
}

export interface Simulated {
  readonly lessons: readonly LessonSeen[];
  /** In the second half of the arrival period: the first learners found it empty. */
  readonly usage: Usage;
  /** The average number of epochs per message to a training thread. */
  readonly epochsPerMessage: number;
  /** The average number of simultaneous runs in that half. */
  readonly going: number;
}

/** The front that owns their place. */
interface Front {
  readonly main: Thread;
  readonly dealer: Dealer<LessonTask>;
}

/** A channel, a room or a workspace. */
interface SharedPlace {
  readonly front: Front;
  /** Runs in progress there with their own messages, and as lines of the board. */
  own: number;
  lines: number;
  board?: SimulatedMessage;
}

interface LessonTask extends Task {
  readonly threadMs: number;
  /** The front's main-thread time once it is done. */
  readonly keepMs: number;
  readonly done: () => void;
}

/** @param untilMs whoever has not ended by then counts as never ending: an overloaded system never does */
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
          done();
          // Their results came in one message; all are saved, then shown.
          main.serve(
            tasks.reduce((sum, { keepMs }) => sum + keepMs, 0),
            () => {
              for (const task of tasks) task.done();
            },
          );
        });
      }),
    };
  });
  const rooms = Array.from({ length: places }, (_, place): SharedPlace => {
    const front = fronts[place % fronts.length];
    if (!front) throw new RangeError('there is no front');
    return { front, own: 0, lines: 0 };
  });
  const editMs = costs.editMs[platform.name];
  const runMs = costs.runMs[platform.name];
  const newMessage = ({ main }: Front, lines: () => number): SimulatedMessage => {
    const rule = platform.rule(() => timeline.nowMs);
    return new SimulatedMessage(new Ration(timeline, rule, platform.paceMs), (arrived) => {
      main.serve(editMs + lines() * costs.lineMs, () => {
        timeline.after(platform.wayMs, arrived);
      });
    });
  };

  const lessons = asksAtMs.map((askedAtMs): LessonSeen => {
    return { askedAtMs, endedAtMs: Infinity, trainedAtMs: [] };
  });
  for (const [user, lesson] of lessons.entries()) {
    const place = rooms[user % rooms.length];
    if (!place) throw new RangeError('there is no place');
    timeline.at(lesson.askedAtMs, () => {
      takeLesson(user, lesson, place);
    });
  }

  function takeLesson(user: number, lesson: LessonSeen, place: SharedPlace): void {
    const { main, dealer } = place.front;
    const as = place.own < platform.own ? 'own' : 'line';
    if (as === 'own') place.own += 1;
    else place.lines += 1;
    let message: SimulatedMessage;
    const train = (): void => {
      // Before its first epoch nobody knows how long one takes.
      const expectedMs = lesson.trainedAtMs.length === 0 ? Infinity : costs.trainMs;
      const { trainMs: threadMs, epochMs: keepMs } = costs;
      dealer.ask({ user, expectedMs, threadMs, keepMs, done: trained });
    };
    const trained = (): void => {
      lesson.trainedAtMs.push(timeline.nowMs);
      const isLast = lesson.trainedAtMs.length === epochs;
      message.show(false, () => {
        if (!isLast) timeline.at(platform.nextEpochMs(timeline.nowMs, costs.trainMs, as), train);
      });
      if (!isLast) return;
      const { testMs: threadMs } = costs;
      dealer.ask({ user, expectedMs: Infinity, threadMs, keepMs: runMs / 2, done: end });
    };
    const end = (): void => {
      lesson.endedAtMs = timeline.nowMs;
      // A board continues with its other lines.
      message.show(as === 'own', () => undefined);
      if (as === 'own') place.own -= 1;
      else place.lines -= 1;
      machines.atDesk(main, costs.drawMs, () => undefined);
    };
    const begin = (): void => {
      if (as === 'own') message = newMessage(place.front, () => 0);
      else message = place.board ??= newMessage(place.front, () => place.lines);
      // Its start is shown.
      message.show(false, () => undefined);
      train();
    };
    main.serve(runMs / 2, () => {
      // The data's contents are known there.
      machines.atDesk(main, 0, begin);
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

/** The fleet's slots are shared evenly, with at least one per front. */
function shareOf(slots: number, fronts: number, index: number): number {
  return Math.max(1, Math.floor(slots / fronts) + (index < slots % fronts ? 1 : 0));
}

/** As for the usage: in the second half. */
function goingOnAverage(lessons: readonly LessonSeen[], untilMs: number): number {
  const fromMs = untilMs / 2;
  const spentMs = lessons.map(({ askedAtMs, endedAtMs }) =>
    Math.max(0, Math.min(endedAtMs, untilMs) - Math.max(askedAtMs, fromMs)),
  );
  return spentMs.reduce((sum, ms) => sum + ms, 0) / Math.max(1, untilMs - fromMs);
}
