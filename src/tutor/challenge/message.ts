/** A challenge's messages: its opening, standings and outcome. */
import type { Block, Button, ChatMessage } from '../../chat/message.js';
import { shown } from '../../content/shown.js';
import { plain, type Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import { metricValue } from '../../render/keras-numbers.js';
import { questionMessage } from '../quiz/message.js';
import { questionOf } from '../quiz/question.js';
import { timeText } from './calendar.js';
import type { Goal } from './goals.js';
import { reasonsOf } from './reasons.js';
import type { Placed, Standing } from './standing.js';
import type { Challenge } from './task.js';
import { typedSettings } from './typed-settings.js';

/** Maximum number of people listed; the rest are counted. */
const MOST_ROWS = 10;
/** As many as `/compare` takes. */
const MOST_COMPARED = 3;

/** Whether a platform accepts a message in full. */
type Fits = (message: ChatMessage) => boolean;

export function openMessage(challenge: Challenge, t: Translator): ChatMessage {
  const { task, id, closesAtMs } = challenge;
  const until = t.text('challenge.until', { time: timeText(closesAtMs, t.locale) });
  const board: Button = { label: t.plain('challenge.button.board'), command: '/challenge board' };
  if (task.kind === 'question') {
    const asked = questionMessage(questionOf(task.question), t);
    const [, ...blocks] = asked.blocks;
    const title = t.text('challenge.title.question');
    const how = t.text('challenge.how.question');
    return {
      blocks: [heading(title), ...blocks, words(how), words(until)],
      spoken: [plain(title), asked.spoken, plain(how), plain(until)].join(' '),
      buttons: [
        ...(asked.buttons ?? []).map(({ label }, index) => ({
          label,
          command: `/challenge id:${id} pick:${index + 1}`,
        })),
        board,
      ],
    };
  }
  const texts = [goalText(task.goal, t), ...howText(task.goal, t), until];
  return {
    ...message(t.text('challenge.title.goal'), texts),
    buttons: [
      {
        label: t.plain('challenge.button.try', { data: task.goal.data }),
        command: `/fit data:${task.goal.data}`,
        style: 'primary',
      },
      board,
    ],
  };
}

/** The task, in a sentence. */
function goalText(goal: Goal, t: Translator): Text {
  if (goal.kind === 'loss') {
    return t.text('challenge.goal.loss', { data: goal.data, updates: goal.mostUpdates });
  }
  const { data, metric, target } = goal;
  return t.text('challenge.goal.updates', { data, metric, target: String(target) });
}

function howText({ kind }: Goal, t: Translator): readonly Text[] {
  return [t.text('challenge.how.goal', { kind }), t.text('challenge.how.ties', { kind })];
}

/** For people who ask while it is open. */
export function standingMessage(
  challenge: Challenge & { readonly task: { readonly kind: 'goal' } },
  standing: Standing,
  t: Translator,
  fits: Fits,
): ChatMessage {
  const { goal } = challenge.task;
  const until = t.text('challenge.until', { time: timeText(challenge.closesAtMs, t.locale) });
  const none = t.text('challenge.board.noneYet', { ...counted(standing), kind: goal.kind });
  return fitting(standing, fits, (rows) =>
    message(
      t.text('challenge.title.standing'),
      [goalText(goal, t), ...(standing.placed.length > 0 ? [] : [none])],
      boardRows(goal, standing, rows, t),
      [...missedText(goal, standing, t), until],
    ),
  );
}

/** For everybody, once it is over. */
export function goalResult(goal: Goal, standing: Standing, t: Translator, fits: Fits): ChatMessage {
  const none = t.text('challenge.board.none', { ...counted(standing), kind: goal.kind });
  const reasons = reasonsOf(goal, standing, t);
  return fitting(standing, fits, (rows) => ({
    ...message(
      t.text('challenge.title.closed'),
      [goalText(goal, t), ...(standing.placed.length > 0 ? [] : [none])],
      boardRows(goal, standing, rows, t),
      [
        ...missedText(goal, standing, t),
        ...(reasons.length > 0 ? [t.text('challenge.why')] : []),
        ...reasons,
      ],
    ),
    buttons: compareButton(standing, t),
  }));
}

/** The best entries, and where there is only one, the nearest miss. */
function compareButton({ placed, reached, missed }: Standing, t: Translator): readonly Button[] {
  const all = [...placed, ...reached, ...missed].map(({ runId }) => runId);
  const most = Math.max(2, Math.min(placed.length, MOST_COMPARED));
  const compared = [...new Set(all)].slice(0, most);
  if (compared.length < 2) return [];
  return [
    { label: t.plain('challenge.button.compare'), command: `/compare ${compared.join(' ')}` },
  ];
}

/** With as many rows as the platform accepts. */
function fitting(
  { placed }: Standing,
  fits: Fits,
  draw: (rows: number) => ChatMessage,
): ChatMessage {
  let rows = Math.min(placed.length, MOST_ROWS);
  let drawn = draw(rows);
  while (rows > 1 && !fits(drawn)) drawn = draw((rows -= 1));
  return drawn;
}

function boardRows(goal: Goal, { placed }: Standing, rows: number, t: Translator): readonly Text[] {
  const shownRows = placed.slice(0, rows).map((entry, index) => rowText(goal, entry, index + 1, t));
  const more = placed.length - shownRows.length;
  return more > 0 ? [...shownRows, t.text('challenge.board.more', { count: more })] : shownRows;
}

function rowText(goal: Goal, entry: Placed, rank: number, t: Translator): Text {
  const isLoss = goal.kind === 'loss';
  return t.text('challenge.board.row', {
    ...{ rank, name: shown(entry.ownerName), updates: entry.updates, kind: goal.kind },
    metric: isLoss ? 'loss' : goal.metric,
    value: metricValue(isLoss ? entry.loss : entry.metric),
    settings: typedSettings(entry.settings),
    ...{ run: entry.runId, tries: entry.tries },
  });
}

function missedText({ kind }: Goal, { placed, missed }: Standing, t: Translator): readonly Text[] {
  if (placed.length === 0 || missed.length === 0) return [];
  return [t.text('challenge.board.missed', { count: missed.length, kind })];
}

function counted({ missed }: Standing): { readonly runs: number } {
  return { runs: missed.length };
}

function heading(text: Text): Block {
  return { kind: 'heading', text };
}

function words(text: Text): Block {
  return { kind: 'text', text };
}

function message(
  title: Text,
  before: readonly Text[],
  items: readonly Text[] = [],
  after: readonly Text[] = [],
): ChatMessage {
  return {
    blocks: [
      heading(title),
      ...before.map(words),
      ...(items.length > 0 ? [{ kind: 'list', items } as const] : []),
      ...after.map(words),
    ],
    spoken: [title, ...before, ...items, ...after].map(plain).join(' '),
  };
}
