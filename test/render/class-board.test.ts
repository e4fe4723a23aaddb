/** A class's board on a platform with tight limits: the question stays, and seeds are left out. */
import { expect, test } from 'vitest';
import type { ChatMessage } from '../../src/chat/message.js';
import { translator } from '../../src/content/translator.js';
import { classTopic } from '../../src/live/class-topic.js';
import { renderBoard } from '../../src/render/board/board-message.js';
import type { Board } from '../../src/runs/board.js';
import { messageText } from '../support/message-text.js';
import { dealtRun, plan } from '../support/class-samples.js';

const dealt = { ...plan(), question: 'Which batch size wins?' };
const states = Array.from({ length: 30 }, (_, index) =>
  dealtRun(dealt, index % 2, Math.floor(index / 2), [0.6 - index / 100], 'none'),
);
const board: Board = {
  ...{ id: 'b', ownerId: 'web:teacher', limits: {}, isClosed: false },
  topic: {
    ...{ kind: 'class', roundId: 'rnd234', number: 1, teacherName: 'Kim', plan: dealt },
    endsAtMs: 0,
  },
  lines: states.map(({ record }, index) => ({
    ...{ ownerId: record.ownerId, ownerName: record.ownerName, settings: record.settings },
    runId: record.id,
    ...(index === 29 && { isRefused: true, isGone: true }),
  })),
};
const words = classTopic({ find: () => Promise.resolve(undefined) });
const drawn = (fits: (message: ChatMessage) => boolean): string =>
  messageText(renderBoard(board, states, { t: translator('en'), words, fits }));

test('everything fits: everybody except those who left, with their dealt setting and no seeds', () => {
  const text = drawn(() => true);
  expect(text.match(/^[▲ ] Nr\d+/gm)).toHaveLength(29);
  expect(text).toMatch(/Nr1\d+ batch_size 100 /);
  expect(text).not.toContain('seed 4');
});

test('little fits: the question and how to join stay above as many lines as there is room for', () => {
  const text = drawn((message) => messageText(message).length < 1_000);
  expect(text).toContain('Which batch size wins?');
  expect(text).toContain('Press Join');
  expect(text).toMatch(/\d+ more runs are not shown here/);
  expect(text.match(/^[▲ ] Nr\d+/gm)?.length).toBeGreaterThan(3);
});
