import { expect, test } from 'vitest';
import { translator } from '../../src/content/translator.js';
import { channelTopic } from '../../src/render/board/channel.js';
import { renderBoard } from '../../src/render/board/board-message.js';
import { inColumns, columnsOf } from '../../src/render/columns.js';
import type { Board } from '../../src/runs/board.js';
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

test('as many lines as fit are shown, the best of them, and how many are not', () => {
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

test('columns stay under each other with Korean names, too', () => {
  const all = board(3);
  const rows = codeLines(renderBoard(all, [], { ...options, fits: () => true }));
  const [, ...starts] = rows.map((row) => columnsOf(row.slice(0, row.indexOf('['))));
  expect(new Set(starts).size).toBe(1);
  expect(columnsOf(inColumns('배우는 사람', 8))).toBe(8);
});

test('where nothing else fits, the sentence does', () => {
  const all = board(3);
  const none = renderBoard(all, [state], { ...options, fits: ({ blocks }) => blocks.length === 1 });
  expect(messageText(none)).toContain('3 runs, 1');
});
