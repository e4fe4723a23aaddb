/** A class on a chat platform: what each learner saw of their run and when, and the resulting figures. */

/** What one learner saw. Times are from `performance.now`, in ms. */
export interface LessonSeen {
  readonly askedAtMs: number;
  /** Each time there was something new for them to read, oldest first. */
  readonly newsAtMs: readonly number[];
  /** When they could see, anywhere, that their run was over and its result; undefined: never. */
  readonly overAtMs: number | undefined;
  /** When that was in its own message, with chart and files; undefined: never. */
  readonly endedAtMs: number | undefined;
  /** How many of their messages say so. */
  readonly ends: number;
  /** Their epochs that appeared in some state: during the run, and including its end; missing: not checked. */
  readonly epochs?: { readonly live: ReadonlySet<number>; readonly all: ReadonlySet<number> };
}

export interface ClassSeen {
  readonly lessons: readonly LessonSeen[];
  /** Requests the platform refused as too many (429), by kind. */
  readonly limited: readonly string[];
  /** Any other trouble, one line each: a class with one has failed. */
  readonly problems: readonly string[];
}

export const LESSON_EPOCHS = 20;
/** What a class runs: `/fit epochs:20 batch:10`, which takes a single learner about half a minute. */
export const LESSON = `epochs:${LESSON_EPOCHS} batch:10`;
/** People do not press at the same moment. */
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
  /** Each learner's longest wait for something new, up to the end of their run. */
  readonly silence: Spread;
  /** Until they saw the end of their run, in a board line or in its own message. */
  readonly runTime: Spread;
  /** Until that was in its own message, with chart and files. */
  readonly ownMessage: Spread;
  /** How many of each learner's epochs were seen during the run; not seconds. */
  readonly epochsLive: Spread;
}

/** A learner's name on a board; no name is part of another. */
export function learnerName(seed: number): string {
  return `Learner ${String(seed).padStart(3, '0')}`;
}

/** One of the tutor's messages, as a class could see it. */
export interface MessageSeen {
  /** Its text after each change, and when that was seen. */
  readonly states: readonly { readonly text: string; readonly atMs: number }[];
  /** It belongs to one learner: all of its text is theirs. Otherwise it is a board with a line for them. */
  readonly isOwn: boolean;
  /** When it said how the run ended, if it did. */
  readonly endsAtMs: number | undefined;
}

/** What a learner saw in everything the tutor showed. */
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
      // A line says how many are over; a message also says which one is in progress.
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

/** Epochs that are over or in progress, according to a message or a board line. */
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

/** Of equal runs that begin together, the last one may take at most this many times as long as the first. */
const EVEN_WITHIN = 1.2;

/** Problems no class of equal runs in one channel may have. */
export function unevenness(seen: ClassSeen): readonly string[] {
  const { min, max } = figuresOf(seen).runTime;
  if (max <= EVEN_WITHIN * min) return [];
  return [`equal runs took ${min.toFixed(1)} to ${max.toFixed(1)} s: over ${EVEN_WITHIN} times`];
}

/** Problems no class may have. */
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

/** From milliseconds to seconds; zero for an empty list. */
function spread(ms: readonly number[]): Spread {
  const sorted = [...ms].sort((a, b) => a - b).map((one) => one / 1_000);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { min: at(0), median: at(0.5), max: at(1) };
}
