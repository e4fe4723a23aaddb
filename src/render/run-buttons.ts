/** A run's buttons. Each is a command line, so it works after a restart, typed or pressed. */
import type { Button } from '../chat/message.js';
import type { Translator } from '../content/translator.js';
import { isOver, type RunState } from '../runs/run.js';
import type { Suggestion } from './suggestions.js';

const explained = ['epoch', 'iteration', 'batch_size'] as const;

/**
 * While it runs: stop, and three explanations; afterwards the explanations, run again, and what to try.
 * Most useful first, as platforms break or cut a row after five.
 */
export function runButtons(
  state: RunState,
  next: readonly Suggestion[],
  t: Translator,
): readonly Button[] {
  const run = state.record.id;
  const explain = explained.map((concept) => ({
    label: t.plain(`run.button.${concept}`),
    command: `/explain concept:${concept} run:${run}`,
  }));
  const stop: Button = {
    label: t.plain('run.button.stop'),
    command: `/stop run:${run}`,
    style: 'danger',
  };
  if (!isOver(state)) return state.phase === 'stopping' ? explain : [stop, ...explain];
  const again: Button = {
    label: t.plain('run.button.again'),
    command: `/fit like:${run}`,
    style: 'primary',
  };
  const tries = next.map(({ label, params, command }) => ({
    label: t.plain(label, params),
    command,
  }));
  return [...explain, again, ...tries];
}
