/** A board as the message that people watch. Pure: the same states give the same message. */
import { inBrief, type Block, type Button, type ChatMessage } from '../../chat/message.js';
import { plain } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import type { Board } from '../../runs/board.js';
import type { RunState } from '../../runs/run.js';
import { compactValue } from '../epoch-lines.js';
import { mostVisible } from '../visible-epochs.js';
import { bestFirst, boardTable, countOver, standings, type Standing } from './board-lines.js';
import type { Conclusion, TopicWords } from './topic.js';

export interface BoardOptions {
  readonly t: Translator;
  /** Whether the platform would take this message whole. */
  readonly fits: (message: ChatMessage) => boolean;
  readonly words: TopicWords;
  /** Once all of its runs are over. */
  readonly conclusion?: Conclusion;
  /** Somebody has ended it: what is not over yet will be soon. */
  readonly isEnding?: boolean;
}

/**
 * What it is about, a line for each run with as many of them as fit, and buttons; at its end what came out.
 * @param states as the board's lines; undefined of what is not started
 */
export function renderBoard(
  board: Board,
  states: readonly (RunState | undefined)[],
  options: BoardOptions,
): ChatMessage {
  const { t, fits, words, conclusion } = options;
  const given = standings(...withoutGone(board, states));
  const all = words.keepsOrder ? given : bestFirst(given);
  const own = words.table?.(board, states, t);
  const lines = own === undefined ? all.length : 1;
  const title = words.title(board, t);
  const spoken = `${plain(title)}. ${conclusion?.spoken ?? spokenBoard(given, t)}`;
  const buttons = conclusion ? (conclusion.buttons ?? []) : goingButtons(board, states, options);
  const intro = words.intro(board, t).map((text): Block => ({ kind: 'text', text }));
  const sentence = { ...inBrief({ spoken }), buttons };
  // Of the words above the lines less is lost than of the lines.
  for (const above of intro.length > 0 ? [intro, []] : [[]]) {
    const compose = (visible: number): ChatMessage => ({
      blocks: [
        { kind: 'heading', text: title },
        ...above,
        ...(visible > 0
          ? [{ kind: 'code' as const, text: own ?? boardTable(all.slice(0, visible), t) }]
          : []),
        ...(visible < lines && own === undefined
          ? [{ kind: 'text' as const, text: t.text('board.more', { count: all.length - visible }) }]
          : []),
        ...(conclusion?.blocks ?? []),
      ],
      ...{ spoken, buttons },
    });
    let found: ChatMessage | undefined;
    mostVisible(lines, (visible) => {
      const message = compose(visible);
      const isFitting = fits(message);
      if (isFitting) found = message;
      return isFitting;
    });
    if (found && (above.length === 0 || fits(compose(lines)))) return found;
  }
  return fits(sentence) ? sentence : inBrief({ spoken });
}

/** Lines that were taken back are not told of. */
function withoutGone(
  board: Board,
  states: readonly (RunState | undefined)[],
): readonly [Board, readonly (RunState | undefined)[]] {
  const isThere = (index: number): boolean => !board.lines[index]?.isGone;
  const lines = board.lines.filter((_, index) => isThere(index));
  const theirs = board.lines.map((_, index) => states[index]).filter((_, index) => isThere(index));
  return [{ ...board, lines }, theirs];
}

function goingButtons(
  board: Board,
  states: readonly (RunState | undefined)[],
  { words, t, isEnding }: BoardOptions,
): readonly Button[] {
  const own = words.buttons?.(board, states, t) ?? [];
  if (isEnding || words.gathers) return own;
  const stop: Button = {
    label: t.plain('board.button.stop'),
    command: `/stop board:${board.id}`,
    style: 'danger',
  };
  return [...own, stop];
}

/** How many are over, and which is ahead. */
function spokenBoard(all: readonly Standing[], t: Translator): string {
  const count = t.plain('board.spoken', { runs: all.length, over: countOver(all) });
  const best = all.find(({ isBest }) => isBest);
  if (best?.loss === undefined) return count;
  const name = [best.name, best.settings].filter((part) => part !== '').join(', ');
  const ahead = t.plain('board.ahead', {
    ...{ name, loss: compactValue(best.loss) },
    ...{ done: best.state?.finished.length ?? 0, epochs: best.line.settings.epochs },
  });
  return `${count} ${ahead}`;
}
