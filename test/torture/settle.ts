/** Every accepted request gets an answer in the end. */
import type { Ask, Shown } from './asks.js';
import { awakeMs } from './awake.js';
import { count, type Finding } from './scenario.js';
import { comes } from './stage.js';

/** A run in progress changes far more often. */
const STILL_AT_MOST_MS = 45_000;
/** For several simultaneous runs of some seconds each, on a machine with other work. */
const SETTLED_WITHIN_MS = 150_000;

/**
 * Waits until each has its final answer: a run's end, an offer to retry, or any answer to a quick request.
 * Returns those that have it.
 */
export async function settle(
  accepted: readonly Ask[],
  finding: Finding,
  when: string,
  isLast: (answer: Shown, ask: Ask) => boolean = isLastWord,
): Promise<ReadonlySet<Ask>> {
  const answered = new Set<Ask>();
  let seen = '';
  let changedMs = awakeMs();
  await comes(async () => {
    const all: string[] = [];
    for (const ask of accepted.filter((one) => !answered.has(one))) {
      const answers = await shownTo(ask);
      if (answers.some((answer) => isLast(answer, ask))) answered.add(ask);
      all.push(...answers.map(({ text }) => text));
    }
    if (all.join('\n') !== seen) changedMs = awakeMs();
    seen = all.join('\n');
    const isStill = awakeMs() - changedMs > STILL_AT_MOST_MS;
    return answered.size === accepted.length || isStill;
  }, SETTLED_WITHIN_MS);
  count(finding, 'answered after all', answered.size);
  for (const ask of accepted.filter((one) => !answered.has(one))) {
    const shown = (await shownTo(ask)).map(({ text }) => `“${text.slice(-200)}”`);
    const what = shown.length > 0 ? `never ended; last seen: ${shown.join(' ')}` : 'vanished';
    count(finding, shown.length > 0 ? 'never ended' : 'vanished');
    finding.problems.push(`accepted ${when} and ${what}: ${ask.what}`);
  }
  return answered;
}

/**
 * Empty while nobody serves. Messages about another's run, requested at the same place, are left out; a card
 * that only advises a run like one's last (`/fit like:… seed:…`) is not.
 */
export async function shownTo(ask: Ask): Promise<readonly Shown[]> {
  try {
    const answers = await ask.answers();
    return answers.filter(({ text }) => {
      const told = text.replace(/\/fit like:[^\n]*/g, '');
      const seed = /\bseed[: ](\d+)/.exec(told)?.[1];
      return seed === undefined || seed === String(ask.wish.options.seed);
    });
  } catch {
    return [];
  }
}

/** A run's final message. */
export function isEnd({ text }: Pick<Shown, 'text'>): boolean {
  return /\bDone\./.test(text);
}

function isLastWord(answer: Shown, ask: Ask): boolean {
  if (ask.wish.command !== 'fit') return answer.text !== '';
  return isEnd(answer) || isOffer(answer);
}

/** One sentence, and a button to do it again. */
function isOffer({ text, buttons }: Shown): boolean {
  return !/\b[Ee]poch \d|\bRun \w{6}\b/.test(text) && buttons.length > 0;
}
