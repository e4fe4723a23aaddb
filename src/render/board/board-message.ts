/** Renders a board's message. Pure: the same states give the same message. */
import { inBrief, type Block, type Button, type ChatMessage } from '../../chat/message.js';
import { plain } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import type { Board, BoardLine } from '../../runs/board.js';
import type { RunState } from '../../runs/run.js';
import { compactValue } from '../epoch-lines.js';
import { mostVisible } from '../visible-epochs.js';
import {
  bestFirst,
  boardTable,
  countOver,
  lineShapes,
  mostTelling,
  standings,
  type LineShape,
  type Standing,
} from './board-lines.js';
import { partsOf } from './parts.js';
import type { Conclusion, TopicWords } from './topic.js';

export interface BoardOptions {
  readonly t: Translator;
  /** Whether the platform would accept this message in full. */
  readonly fits: (message: ChatMessage) => boolean;
  readonly words: TopicWords;
  /** Once all of its runs are over. */
  readonly conclusion?: Conclusion;
  /** These platforms show each reader their own part. */
  readonly drawsCurves?: true | undefined;
  /** Somebody has ended it: the remaining runs will be over soon. */
  readonly isEnding?: boolean;
}

/**
 * Its topic, a line for each run (as many as fit), and buttons; at its end the outcome.
 * @param states in the order of the board's lines; undefined for runs not started
 */
export function renderBoard(
  board: Board,
  states: readonly (RunState | undefined)[],
  options: BoardOptions,
): ChatMessage {
  const { t, fits, words, conclusion } = options;
  const [shownBoard, shownStates] = withoutGone(board, states);
  const given = standings(shownBoard, shownStates, words.isByPerson);
  const parts = options.drawsCurves && partsOf(shownBoard.lines, shownStates);
  const all = words.keepsOrder ? given : bestFirst(given);
  const own = words.table?.(board, states, t);
  const most = own === undefined ? all.length : 1;
  const title = words.title(board, t);
  const waits = shownStates.some((state) => state?.waitsForWorkers)
    ? [t.text('board.waitsForWorkers')]
    : [];
  const goesOn = [spokenBoard(given, t), ...waits.map(plain)].join(' ');
  const spoken = `${plain(title)}. ${conclusion?.spoken ?? goesOn}`;
  const buttons = conclusion ? (conclusion.buttons ?? []) : goingButtons(board, states, options);
  const intro = words.intro(board, t).map((text): Block => ({ kind: 'text', text }));
  const compose = ({ above, shape }: Room, visible: number): ChatMessage => ({
    blocks: [
      { kind: 'heading', text: title },
      ...above,
      ...waits.map((text): Block => ({ kind: 'text', text })),
      ...(visible > 0
        ? [
            {
              kind: 'code' as const,
              text: own ?? boardTable(mostTelling(all, visible), t, shape),
            },
          ]
        : []),
      ...(visible < most && own === undefined
        ? [{ kind: 'text' as const, text: t.text('board.more', { count: all.length - visible }) }]
        : []),
      ...(conclusion?.blocks ?? []),
    ],
    ...{ spoken, buttons },
    ...(parts && { parts }),
  });
  const rooms = roomsFor(intro, words.keepsIntro);
  for (const room of rooms) {
    const whole = compose(room, most);
    if (fits(whole)) return whole;
  }
  const [narrowest] = rooms.slice(-1);
  let found: ChatMessage | undefined;
  if (narrowest) {
    mostVisible(most, (visible) => {
      const message = compose(narrowest, visible);
      const isFitting = fits(message);
      if (isFitting) found = message;
      return isFitting;
    });
  }
  const sentence = { ...inBrief({ spoken }), buttons };
  return found ?? (fits(sentence) ? sentence : inBrief({ spoken }));
}

/** How much text surrounds the lines, and how much of each line is shown. */
interface Room {
  readonly above: readonly Block[];
  readonly shape: LineShape;
}

/** Text above the lines is dropped before lines are, and parts of lines before whole lines. */
function roomsFor(intro: readonly Block[], isKept = false): readonly Room[] {
  const [widest] = lineShapes;
  const bare = lineShapes.map((shape) => ({ above: isKept ? intro : [], shape }));
  return intro.length > 0 && !isKept ? [{ above: intro, shape: widest }, ...bare] : bare;
}

/** Whether a board with one more line shows all of them, now and as they fill. */
export function hasRoomFor(
  board: Board,
  states: readonly (RunState | undefined)[],
  line: BoardLine,
  options: BoardOptions,
): boolean {
  // Lines whose runs have not started will get longer.
  const spare = Math.ceil(board.lines.length / 8);
  const lines = [...board.lines, ...Array.from({ length: 1 + spare }, () => line)];
  const message = renderBoard({ ...board, lines }, states, options);
  const table = message.blocks.find(({ kind }) => kind === 'code');
  return table?.kind === 'code' && table.text.split('\n').length > lines.length;
}

/** Withdrawn lines are not counted. */
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
