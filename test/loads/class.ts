/** A class on a chat platform: what each learner saw of their run and when, and what that comes to. */

/** What one learner saw. Times of `performance.now`, in ms. */
export interface LessonSeen {
  readonly askedAtMs: number;
  /** Whenever there was something new to read for them, oldest first. */
  readonly newsAtMs: readonly number[];
  /** When they could see that their run was over and what came out, wherever; undefined: never. */
  readonly overAtMs: number | undefined;
  /** When that was in a message of its own, with chart and files; undefined: never. */
  readonly endedAtMs: number | undefined;
  /** Messages of theirs that say that. */
  readonly ends: number;
  /** Epochs of theirs that some shown state said: while it went on, and with its end; missing: not looked at. */
  readonly epochs?: { readonly live: ReadonlySet<number>; readonly all: ReadonlySet<number> };
}

export interface ClassSeen {
  readonly lessons: readonly LessonSeen[];
  /** Requests that the platform refused because there were too many (429), by what they asked for. */
  readonly limited: readonly string[];
  /** Any other trouble, each in a line: a class with one has failed. */
  readonly problems: readonly string[];
}

export const LESSON_EPOCHS = 20;
/** What a class is given: `/fit epochs:20 batch:10`, which takes a learner alone about half a minute. */
export const LESSON = `epochs:${LESSON_EPOCHS} batch:10`;
/** People do not press together. */
export const STARTS_WITHIN_MS = 2_000;
/** A class that takes longer has lost something. */
export const ENDS_WITHIN_MS = 420_000;

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** In seconds. */
export interface ClassFigures {
  readonly firstWord: Spread;
  readonly betweenNews: Spread;
  /** The longest that each learner read nothing new, until they saw the end of their run. */
  readonly silence: Spread;
  /** Until they saw the end of their run, in its line of a board or in a message of its own. */
  readonly runTime: Spread;
  /** Until that was in a message of its own, with chart and files. */
  readonly ownMessage: Spread;
  /** Epochs of each learner's that were seen while their run went on; no seconds. */
  readonly epochsLive: Spread;
}

/** What somebody is called on a board, so that no name is part of another. */
export function learnerName(seed: number): string {
  return `Learner ${String(seed).padStart(3, '0')}`;
}

/** A message of the tutor's, as a class could see it. */
export interface MessageSeen {
  /** What it said after each change, and when that was seen. */
  readonly states: readonly { readonly text: string; readonly atMs: number }[];
  /** It is one learner's own: what all of it says is theirs. Else it is a board, and their line is. */
  readonly isOwn: boolean;
  /** When it said how the run ended, if it does. */
  readonly endsAtMs: number | undefined;
}

/** What a learner saw in all that the tutor showed. */
export function lessonIn(
  messages: readonly MessageSeen[],
  seed: number,
  askedAtMs: number,
): LessonSeen {
  const newsAtMs: number[] = [];
  const live = new Set<number>();
  const all = new Set<number>();
  const ends = messages.flatMap(({ isOwn, endsAtMs = Infinity }) => (isOwn ? [endsAtMs] : []));
  const endedAtMs = Math.min(...ends);
  let overAtMs = endedAtMs;
  for (const { states, isOwn } of messages) {
    let last: string | undefined;
    for (const { text, atMs } of states) {
      const said = isOwn ? text : lineOf(text, seed);
      if (said === undefined || said === last) continue;
      last = said;
      newsAtMs.push(atMs);
      const epochs = epochsIn(said);
      for (const epoch of epochs) {
        all.add(epoch);
        if (atMs < endedAtMs) live.add(epoch);
      }
      // A line says how many are over; a message also which one goes on.
      if (!isOwn && epochs.includes(LESSON_EPOCHS)) overAtMs = Math.min(overAtMs, atMs);
    }
  }
  return {
    ...{ askedAtMs, newsAtMs: newsAtMs.sort((a, b) => a - b) },
    overAtMs: Number.isFinite(overAtMs) ? overAtMs : undefined,
    endedAtMs: Number.isFinite(endedAtMs) ? endedAtMs : undefined,
    ends: ends.filter(Number.isFinite).length,
    epochs: { live, all },
  };
}

function lineOf(board: string, seed: number): string | undefined {
  return board.split('\n').find((line) => line.includes(learnerName(seed)));
}

/** Epochs that are over, or under way, by what a message or a line of a board says. */
function epochsIn(text: string): readonly number[] {
  const said = text.matchAll(new RegExp(`(?<![\\d/])(\\d+)/${LESSON_EPOCHS}(?!\\d)`, 'g'));
  return [...said].map(([, epoch]) => Number(epoch)).filter((epoch) => epoch > 0);
}

export function figuresOf({ lessons }: ClassSeen): ClassFigures {
  const ended = lessons.map(({ newsAtMs, overAtMs, ...rest }) => {
    const untilMs = overAtMs ?? Infinity;
    return { ...rest, untilMs, newsAtMs: newsAtMs.filter((atMs) => atMs <= untilMs) };
  });
  return {
    firstWord: spread(
      ended.map(({ askedAtMs, newsAtMs }) => (newsAtMs[0] ?? Infinity) - askedAtMs),
    ),
    betweenNews: spread(ended.flatMap(({ newsAtMs }) => gaps(newsAtMs))),
    silence: spread(
      ended.map(({ askedAtMs, newsAtMs, untilMs }) =>
        Math.max(...gaps([askedAtMs, ...newsAtMs, untilMs])),
      ),
    ),
    runTime: spread(ended.map(({ askedAtMs, untilMs }) => untilMs - askedAtMs)),
    ownMessage: spread(ended.map(({ askedAtMs, endedAtMs = Infinity }) => endedAtMs - askedAtMs)),
    epochsLive: spread(ended.map(({ epochs }) => (epochs?.live.size ?? NaN) * 1_000)),
  };
}

/** Of equal runs that begin together, the last one takes at most so many times as long as the first. */
const EVEN_WITHIN = 1.2;

/** What no class of equal runs may meet that shares a channel. */
export function unevenness(seen: ClassSeen): readonly string[] {
  const { min, max } = figuresOf(seen).runTime;
  if (max <= EVEN_WITHIN * min) return [];
  return [`equal runs took ${min.toFixed(1)} to ${max.toFixed(1)} s: over ${EVEN_WITHIN} times`];
}

/** What no class may meet. */
export function faultsOf({ lessons, limited, problems }: ClassSeen): readonly string[] {
  const lost = lessons.filter(({ endedAtMs }) => endedAtMs === undefined).length;
  const twice = lessons.filter(({ ends }) => ends > 1).length;
  const unseen = lessons.filter(({ epochs }) => epochs && epochs.all.size < LESSON_EPOCHS).length;
  return [
    ...limited.map((asked) => `one too many (429): ${asked}`),
    ...(lost > 0 ? [`${lost} of ${lessons.length} never saw how their run ended`] : []),
    ...(twice > 0 ? [`${twice} of ${lessons.length} were shown the end twice`] : []),
    ...(unseen > 0 ? [`${unseen} of ${lessons.length} never saw some of their epochs`] : []),
    ...problems,
  ];
}

function gaps(timesMs: readonly number[]): readonly number[] {
  return timesMs.slice(1).map((atMs, index) => atMs - (timesMs[index] ?? atMs));
}

/** Of milliseconds, in seconds; of nothing, no time at all. */
function spread(ms: readonly number[]): Spread {
  const sorted = [...ms].sort((a, b) => a - b).map((one) => one / 1_000);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { min: at(0), median: at(0.5), max: at(1) };
}
