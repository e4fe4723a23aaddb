/** What a comparison of runs says about dropout, L2, early stopping and engines. */
import { expect, test } from 'vitest';
import { plain } from '../../src/content/text.js';
import { translator } from '../../src/content/translator.js';
import { comparedRun, type ComparedRun } from '../../src/render/comparison/compared-run.js';
import { differences } from '../../src/render/comparison/differences.js';
import { catchUpButton } from '../../src/render/comparison/equal-updates.js';
import { findings } from '../../src/render/comparison/findings.js';
import type { FitSettings } from '../../src/runs/protocol.js';
import type { RunState } from '../../src/runs/run.js';
import { stoppingOver } from '../support/stopping-runs.js';

function compared(id: string, state: RunState): ComparedRun {
  const run = comparedRun({ ...state, record: { ...state.record, id } });
  if (!run) throw new Error('recorded without epochs');
  return run;
}

const twelve = (more: Partial<FitSettings> = {}): RunState =>
  stoppingOver(12, { epochs: 12, ...more });
const found = (runs: readonly ComparedRun[], locale: 'en' | 'ko' = 'en'): readonly string[] =>
  findings(runs, differences(runs), translator(locale)).map(plain);

test('new settings are distinguished, under the names people type', () => {
  const more = { dropout: 0.2, l2: 0.01, optimizer: 'sgd', momentum: 0.9 } as const;
  const { patience: _, ...settings } = twelve().record.settings;
  const without = { ...twelve(), record: { ...twelve().record, settings } };
  expect(differences([compared('aaa', without), compared('bbb', twelve(more))])).toEqual([
    { setting: 'dropout', values: ['0', '0.2'] },
    { setting: 'l2', values: ['0', '0.01'] },
    { setting: 'optimizer', values: ['adam', 'sgd'] },
    { setting: 'momentum', values: ['0', '0.9'] },
    { setting: 'patience', values: ['none', '5'] },
  ]);
});

test('another dropout makes training losses incomparable, another l2 all losses', () => {
  const dropout = [compared('aaa', twelve()), compared('bbb', twelve({ dropout: 0.2 }))];
  expect(found(dropout)[0]).toMatch(/^Their dropout differs, .* on the test rows/);
  expect(found(dropout, 'ko')[0]).toMatch(/^dropout이 서로 달라요\./);
  const l2 = [compared('aaa', twelve()), compared('bbb', twelve({ l2: 0.01 }))];
  expect(found(l2)[0]).toMatch(/^Their l2 differs, and each loss includes its own penalty/);
  expect(found(l2, 'ko')[0]).toMatch(/^l2가 서로 달라요\./);
});

test('says which weights were tested, if they are not the last ones', () => {
  const runs = [compared('aaa', stoppingOver(14)), compared('bbb', stoppingOver(9, { epochs: 9 }))];
  const about = (locale: 'en' | 'ko'): readonly string[] =>
    found(runs, locale).filter((words) => /took the test|시험을 봤어요/.test(words));
  expect(about('en')).toEqual([
    'aaa took the test with the weights of its epoch 9, which early stopping kept.',
  ]);
  expect(about('ko')).toEqual(['aaa: 조기 종료로 남긴 에포크 9의 가중치로 시험을 봤어요.']);
});

test('a run ended by early stopping is not offered more epochs', () => {
  const long = compared('aaa', stoppingOver(40, { patience: 60 }));
  const few = (state: RunState): ComparedRun => ({
    ...compared('bbb', state),
    steps: 4,
    updates: 56,
  });
  const t = translator('en');
  expect(catchUpButton([long, few(stoppingOver(14))], t)).toBeUndefined();
  expect(catchUpButton([long, few(stoppingOver(14, { epochs: 14 }))], t)).toBeDefined();
});

test('different engines round differently, whichever they are', () => {
  const own = compared('aaa', { ...twelve(), backend: 'fused' });
  const native = compared('bbb', { ...twelve(), backend: 'node' });
  expect(found([own, native])).toContain(
    'They were computed by different engines, which round differently in the last digits.',
  );
  expect(found([own, native], 'ko')).toContain(
    '서로 다른 엔진으로 계산해서 끝자리 반올림이 조금씩 달라요.',
  );
});
