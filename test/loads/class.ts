/** A class on a chat platform: what each learner saw of their run and when, and what that comes to. */

/** What one learner saw. Times of `performance.now`, in ms. */
export interface LessonSeen {
  readonly askedAtMs: number;
  /** Whenever there was something new to read for them, oldest first. */
  readonly newsAtMs: readonly number[];
  /** When they could read how their run ended; undefined: never. */
  readonly endedAtMs: number | undefined;
}

export interface ClassSeen {
  readonly lessons: readonly LessonSeen[];
  /** Requests that the platform refused because there were too many (429), by what they asked for. */
  readonly limited: readonly string[];
  /** Any other trouble, each in a line: a class with one has failed. */
  readonly problems: readonly string[];
}

/** What a class is given: `/fit epochs:20 batch:10`, which takes a learner alone about half a minute. */
export const LESSON = 'epochs:20 batch:10';
/** People do not press together. */
export const STARTS_WITHIN_MS = 2_000;
/** A class that takes longer has lost something. */
export const ENDS_WITHIN_MS = 420_000;

interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** In seconds. */
export interface ClassFigures {
  readonly firstWord: Spread;
  readonly betweenNews: Spread;
  /** The longest that each learner read nothing new, from asking to the end. */
  readonly silence: Spread;
  readonly runTime: Spread;
}

export function figuresOf({ lessons }: ClassSeen): ClassFigures {
  const ended = lessons.map(({ newsAtMs, endedAtMs, ...rest }) => {
    const untilMs = endedAtMs ?? Infinity;
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
  };
}

/** What no class may meet. */
export function faultsOf({ lessons, limited, problems }: ClassSeen): readonly string[] {
  const lost = lessons.filter(({ endedAtMs }) => endedAtMs === undefined).length;
  return [
    ...limited.map((asked) => `one too many (429): ${asked}`),
    ...(lost > 0 ? [`${lost} of ${lessons.length} never saw how their run ended`] : []),
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
