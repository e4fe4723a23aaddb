import { expect, test } from 'vitest';
import type { ChatMessage } from '../../src/chat/message.js';
import { translator } from '../../src/content/translator.js';
import { channelTopic } from '../../src/render/board/channel.js';
import { hasRoomFor, renderBoard } from '../../src/render/board/board-message.js';
import { inColumns, columnsOf } from '../../src/render/columns.js';
import type { Board } from '../../src/runs/board.js';
import type { RunState } from '../../src/runs/run.js';
import { codeLines, messageLength, messageText } from '../support/message-text.js';
import { recordedState } from '../support/recorded-runs.js';

const state = recordedState('lesson');

function board(count: number): Board {
  const { ownerId, settings } = state.record;
  const lines = Array.from({ length: count }, (_, index) => ({
    ...{ ownerId: `${ownerId}${index}`, ownerName: `배우는 사람 ${index} `.repeat(3) },
    settings: { ...settings, batchSize: 10 + index },
  }));
  return { id: 'b1', ownerId, topic: { kind: 'channel' }, limits: {}, lines, isClosed: false };
}

const options = { t: translator('en'), words: channelTopic };

test('as many lines as fit are shown, the best of them, and how many are hidden', () => {
  const all = board(60);
  const states = all.lines.map(() => state);
  const whole = renderBoard(all, states, { ...options, fits: () => true });
  expect(codeLines(whole)).toHaveLength(61);
  const folded = renderBoard(all, states, {
    ...options,
    fits: (message) => messageLength(message) <= 2000,
  });
  const rows = codeLines(folded).length - 1;
  expect(rows).toBeGreaterThan(10);
  expect(messageText(folded)).toContain(`${60 - rows} more runs are not shown`);
  expect(messageLength(folded)).toBeLessThanOrEqual(2000);
});

test.each([
  ['en', 'Waiting for a computer to train on: none can be reached right now. The runs continue'],
  ['ko', '학습할 컴퓨터를 기다리는 중이에요. 지금은 연결되는 컴퓨터가 없어요.'],
] as const)(
  'says in %s that its runs wait for a worker, and stops when they do not',
  (locale, says) => {
    const two = board(2);
    const { data: _, ...rest } = state;
    const waiting: RunState = { ...rest, phase: 'queued', finished: [], waitsForWorkers: true };
    const shown = (states: readonly (RunState | undefined)[], most = 10_000): ChatMessage =>
      renderBoard(two, states, {
        ...{ ...options, t: translator(locale) },
        fits: (message) => messageLength(message) <= most,
      });
    const alone = shown([waiting, undefined]);
    expect(messageText(alone)).toContain(says);
    expect(alone.spoken).toContain(says);
    expect(messageText(shown([waiting, state], 250))).toContain(says);
    expect(messageText(shown([state, undefined]))).not.toContain(says);
  },
);

test('before a line is hidden all lines become narrower, the bar first', () => {
  const all = board(28);
  const states = all.lines.map(() => state);
  const within = (most: number): readonly string[] =>
    codeLines(
      renderBoard(all, states, { ...options, fits: (message) => messageLength(message) <= most }),
    );
  const whole = within(10_000).join('\n').length;
  const slim = within(whole);
  expect(slim).toHaveLength(29);
  expect(slim.join('')).not.toContain('[=');
  expect(slim[1]).toContain('20/20');
});

test('if some are hidden, running ones are not', () => {
  const all = board(60);
  const going = recordedState(
    'lesson',
    (event) => event.kind === 'epoch-ended' && event.epoch === 3,
  );
  const states = all.lines.map((_, index) => (index < 50 ? state : going));
  const rows = codeLines(
    renderBoard(all, states, { ...options, fits: (message) => messageLength(message) <= 1500 }),
  );
  expect(rows.length).toBeLessThan(50);
  const done = ` ${going.finished.length}/20`;
  expect(rows.filter((row) => row.includes(`${done} `))).toHaveLength(10);
});

test('a board has room for one more line as long as all are shown', () => {
  const fits = { ...options, fits: (message: ChatMessage) => messageLength(message) <= 2000 };
  const roomFor = (count: number): boolean => {
    const all = board(count);
    const [line] = all.lines;
    if (!line) throw new Error('there are lines');
    return hasRoomFor(
      all,
      all.lines.map(() => state),
      line,
      fits,
    );
  };
  expect(roomFor(10)).toBe(true);
  expect(roomFor(60)).toBe(false);
});

test('columns stay aligned with Korean names, too', () => {
  const all = board(3);
  const rows = codeLines(renderBoard(all, [], { ...options, fits: () => true }));
  const [, ...starts] = rows.map((row) => columnsOf(row.slice(0, row.indexOf('['))));
  expect(new Set(starts).size).toBe(1);
  expect(columnsOf(inColumns('배우는 사람', 8))).toBe(8);
});

test('if nothing else fits, the sentence does', () => {
  const all = board(3);
  const none = renderBoard(all, [state], { ...options, fits: ({ blocks }) => blocks.length === 1 });
  expect(messageText(none)).toContain('3 runs, 1');
});

test('a run that has not begun does not look like one on other data', () => {
  const two = board(2);
  const [head, first, second] = codeLines(
    renderBoard(two, [state], { ...options, fits: () => true }),
  );
  expect(head).not.toContain('data');
  expect(first).toMatch(/^▲ .* batch_size 10 /);
  expect(second).toMatch(/ batch_size 11 .*waiting$/);
});
