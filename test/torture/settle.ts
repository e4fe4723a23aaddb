/** What was accepted is answered in the end. */
import type { Ask, Shown } from './asks.js';
import { count, type Finding } from './scenario.js';
import { comes } from './stage.js';

/** For runs of some seconds, several at once, after a start. */
const SETTLED_WITHIN_MS = 45_000;

/**
 * Waits until each has its last word: a run's end or an offer to do it again, anything for what is
 * quick. Returns those that have.
 */
export async function settle(
  accepted: readonly Ask[],
  finding: Finding,
  when: string,
  isLast: (answer: Shown, ask: Ask) => boolean = isLastWord,
): Promise<ReadonlySet<Ask>> {
  const answered = new Set<Ask>();
  await comes(async () => {
    for (const ask of accepted) {
      if (answered.has(ask)) continue;
      const answers = await shownTo(ask);
      if (answers.some((answer) => isLast(answer, ask))) answered.add(ask);
    }
    return answered.size === accepted.length;
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

/** Nothing while nobody serves. */
export async function shownTo(ask: Ask): Promise<readonly Shown[]> {
  try {
    return await ask.answers();
  } catch {
    return [];
  }
}

/** A run's last word. */
export function isEnd({ text }: Pick<Shown, 'text'>): boolean {
  return /\bDone\./.test(text);
}

function isLastWord(answer: Shown, ask: Ask): boolean {
  if (ask.wish.command !== 'fit') return answer.text !== '';
  return isEnd(answer) || isOffer(answer);
}

/** One sentence, and a button that does it again. */
function isOffer({ text, buttons }: Shown): boolean {
  return !/\b[Ee]poch \d|\bRun \w{6}\b/.test(text) && buttons.length > 0;
}
