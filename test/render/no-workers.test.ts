/** The message of a run that waits for a worker. */
import { expect, test } from 'vitest';
import { plain } from '../../src/content/text.js';
import { translator } from '../../src/content/translator.js';
import { renderRun } from '../../src/render/run-message.js';
import { foldEvents } from '../../src/runs/run.js';
import type { RunEvent } from '../../src/runs/protocol.js';
import { settings, summary } from '../support/run-samples.js';

const record = { id: 'k3f9qd', ownerId: 'a', ownerName: 'A', settings: settings(), createdAtMs: 1 };
const started: RunEvent = { kind: 'started', data: summary(), backend: 'fused', atMs: 2 };
const epoch: RunEvent = {
  ...{ kind: 'epoch-ended', epoch: 1, logs: { loss: 0.5, metric: 0.8 } },
  ...{ steps: 800, elapsedMs: 300, firstStepMs: 1 },
};

function shown(locale: 'en' | 'ko', events: readonly RunEvent[]) {
  const t = translator(locale);
  const state = foldEvents(record, [...events, { kind: 'workers-missing' }]);
  const { blocks, spoken } = renderRun(state, { t, view: 'compact', fits: () => true });
  const words = blocks.flatMap((block) => (block.kind === 'text' ? [plain(block.text)] : []));
  return { words: words.join('\n'), spoken };
}

test.each([
  [
    'en',
    'Waiting for a computer to train on: none can be reached right now.',
    'after 1 epoch; it continues by itself.',
  ],
  ['ko', '학습할 컴퓨터를 기다리는 중이에요.', '에포크 1번을 마치고 학습할 컴퓨터를'],
] as const)('says so in %s, and its progress', (locale, notice, progress) => {
  const { words, spoken } = shown(locale, [started, epoch]);
  expect(words).toContain(notice);
  expect(spoken).toContain(progress);
});

test('before its start it does not say that it begins in a moment', () => {
  const { words, spoken } = shown('en', [{ kind: 'queued', atMs: 1 }]);
  expect(words).toContain('Waiting for a computer to train on');
  expect(words).not.toContain('in a moment');
  expect(spoken).toContain('is waiting for a computer to train on; it starts by itself.');
  expect(shown('ko', [{ kind: 'queued', atMs: 1 }]).spoken).toContain(
    '데이터의 k3f9qd 학습이 학습할',
  );
});
