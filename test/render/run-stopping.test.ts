/** What a run's message says about early stopping, dropout, L2 and momentum. */
import { describe, expect, it } from 'vitest';
import { locales } from '../../src/content/locale.js';
import { translator } from '../../src/content/translator.js';
import { renderRun, type RenderOptions } from '../../src/render/run-message.js';
import { stoppingOf } from '../../src/render/run-stopping.js';
import { transcript } from '../../src/render/transcript.js';
import type { RunState } from '../../src/runs/run.js';
import { messageLength, messageText } from '../support/message-text.js';
import { recordedState } from '../support/recorded-runs.js';
import { stoppingBetween, stoppingOver, stoppingUnderWay } from '../support/stopping-runs.js';

const t = { en: translator('en'), ko: translator('ko') };
const roomy: RenderOptions = { t: t.en, view: 'keras', fits: () => true };
const shown = (state: RunState, locale: 'en' | 'ko' = 'en'): string =>
  messageText(renderRun(state, { ...roomy, t: t[locale] }));
const spoken = (state: RunState, locale: 'en' | 'ko' = 'en'): string =>
  renderRun(state, { ...roomy, t: t[locale] }).spoken;

describe('while a run with patience trains', () => {
  it('says what will end it, before there is a val_loss', () => {
    const state = stoppingUnderWay(0);
    expect(shown(state)).toContain(
      'Early stopping: training ends after 5 epochs in a row without a lower val_loss.',
    );
    expect(shown(state, 'ko')).toContain(
      '조기 종료: val_loss가 5에포크 연속으로 더 내려가지 않으면 학습을 끝내요.',
    );
  });

  it('says so if the latest epoch was the best', () => {
    expect(shown(stoppingUnderWay(9))).toContain(
      'Early stopping: epoch 9 has the lowest val_loss so far (0.0025); training ends after 5 epochs without a lower one.',
    );
    expect(shown(stoppingUnderWay(9), 'ko')).toContain(
      '조기 종료: 지금까지 val_loss가 가장 낮은 건 에포크 9(0.0025). 5에포크 동안 더 내려가지 않으면 끝내요.',
    );
  });

  it('counts the epochs without improvement', () => {
    expect(shown(stoppingUnderWay(11))).toContain(
      'Early stopping: val_loss has not improved for 2 epochs (lowest: 0.0025 in epoch 9); training ends after 5.',
    );
    expect(shown(stoppingBetween(10), 'ko')).toContain(
      '조기 종료: val_loss가 1에포크째 나아지지 않고 있어요(최저: 에포크 9의 0.0025). 5에포크가 되면 끝내요.',
    );
  });

  it('promises at most all epochs', () => {
    const state = stoppingUnderWay(11);
    expect(shown(state)).toContain('Epoch 12 of at most 60: ');
    expect(shown(state)).toContain('Weight updates so far: 385 of at most 2,100 (60 × 35).');
    expect(spoken(state)).toBe('Run v4lr1s: epoch 12 of at most 60 is starting.');
    expect(spoken(stoppingBetween(12))).toContain('420 of at most 2,100 weight updates');
    expect(shown(state, 'ko')).toContain('에포크 12/최대 60: ');
    expect(shown(recordedState('lesson'))).not.toMatch(/at most|Early stopping|Kept/);
  });

  it('says that it ends there once patience is used up', () => {
    const state = stoppingBetween(14);
    expect(shown(state)).toContain(
      'val_loss has not improved for 5 epochs, so early stopping ends training here. Now come the test rows',
    );
    expect(shown(state, 'ko')).toContain('조기 종료로 학습을 끝내요. 이제 한 번도 못 본 시험용 행');
    expect(shown(state)).not.toContain('Early stopping:');
  });
});

describe('a run that early stopping ended', () => {
  const state = stoppingOver(14);

  it('says at which epoch and why, with the training totals', () => {
    expect(shown(state)).toMatch(
      /Done after epoch 14 of 60: val_loss had not improved for 5 epochs, so early stopping ended training\. 14 epochs × 35 iterations = 490 weight updates, in \d+ ms of training\./,
    );
    expect(shown(state, 'ko')).toMatch(
      /에포크 14\/60에서 끝! val_loss가 5에포크 동안 나아지지 않아서 조기 종료됐어요\. 에포크 14번 × 이터레이션 35번 = 가중치를 490번 고쳤고/,
    );
  });

  it('says which weights were kept, and that the test used them', () => {
    expect(shown(state)).toContain(
      'Kept, and used for the test: the weights of epoch 9, which had the lowest val_loss (0.0025).',
    );
    expect(shown(state, 'ko')).toContain(
      'val_loss가 가장 낮았던(0.0025) 에포크 9의 가중치를 남겼고, 시험도 이걸로 봤어요.',
    );
  });

  it('says both in one sentence, too', () => {
    expect(spoken(state)).toMatch(
      /^Run v4lr1s is done after epoch 14 of 60, because val_loss had not improved for 5 epochs: 490 weight updates in .*, the weights of epoch 9 were kept, test accuracy 0\.9855 against 0\.4348 without learning\.$/,
    );
    expect(spoken(state, 'ko')).toContain('에포크 9의 가중치를 남김, 시험 accuracy 0.9855');
  });

  it('has in its transcript what Keras 2.15 prints then', () => {
    expect(transcript(state).split('\n').slice(-3)).toEqual([
      'Restoring model weights from the end of the best epoch: 9.',
      'Epoch 14: early stopping',
      '',
    ]);
  });

  it.each(locales)('fits into any space (%s)', (locale) => {
    for (let limit = 400; limit <= 3000; limit += 130) {
      const fits: RenderOptions['fits'] = (message) => messageLength(message) <= limit;
      expect(fits(renderRun(state, { ...roomy, t: t[locale], fits }))).toBe(true);
    }
  });
});

describe('a run with patience that trained all its epochs', () => {
  const state = stoppingOver(12, { epochs: 12 });

  it('says which weights were kept, too', () => {
    expect(shown(state)).toContain('Done. 12 epochs × 35 iterations = 420 weight updates');
    expect(shown(state)).toContain('Kept, and used for the test: the weights of epoch 9');
    expect(spoken(state)).toContain('the weights of epoch 9 were kept, test accuracy');
    expect(transcript(state)).toMatch(/best epoch: 9\.\n$/);
  });

  it('says so if those are the last ones', () => {
    const last = stoppingOver(9, { epochs: 9 });
    expect(shown(last)).toContain(
      'the weights of the last epoch, which has the lowest val_loss (0.0025).',
    );
    expect(shown(last, 'ko')).toContain('val_loss가 가장 낮았던(0.0025) 마지막 에포크의 가중치');
  });

  it('claims no lowest val_loss if none was a number', () => {
    const finished = state.finished.map((epoch) => ({
      ...epoch,
      logs: { ...epoch.logs, valLoss: NaN },
    }));
    const lost = { ...state, finished };
    expect(stoppingOf(lost)).toMatchObject({ bestEpoch: 1, endsEarly: false });
    expect(shown(lost)).toContain('the weights of epoch 1, as val_loss was never a number.');
    expect(shown(lost, 'ko')).toContain('val_loss가 한 번도 숫자가 아니어서 에포크 1의 가중치');
  });

  it('makes no claim about weights if its owner stopped it', () => {
    expect(shown({ ...state, phase: 'stopped' })).not.toContain('Kept');
    expect(transcript({ ...state, phase: 'stopped' })).not.toContain('Restoring');
  });
});

describe('the network line', () => {
  const state = stoppingUnderWay(3, {
    ...{ dropout: 0.125, l2: 0.001, optimizer: 'sgd', learningRate: 0.05, momentum: 0.9 },
  });

  it('names all the settings, in the words of Keras', () => {
    const settings =
      'relu · dropout 0.125 · l2 0.001 · sgd, learning_rate 0.05, momentum 0.9 · patience 5 · seed 4';
    expect(shown(state)).toContain(settings);
    expect(shown(state, 'ko')).toContain(settings);
  });

  it('says which engine computes', () => {
    const own = { ...state, backend: 'fused' } as const;
    expect(shown(own)).toContain(
      'runs on the tutor’s own engine (quick, and checked against TensorFlow).',
    );
    expect(shown(own, 'ko')).toContain('튜터가 만든 빠른 엔진으로 계산(TensorFlow와 맞춰 봤어요)');
    expect(shown({ ...state, backend: 'node' })).toContain('runs on TensorFlow (native).');
  });
});

describe('misleading numbers are explained', () => {
  it('dropout: training is measured with units missing, validation and test are not', () => {
    const state = stoppingUnderWay(3, { dropout: 0.125 });
    expect(shown(state)).toContain(
      'Dropout leaves out about 12.5 % of the hidden units in each iteration, at random. So loss and accuracy are measured with units missing; val_loss, val_accuracy and the test use all of them.',
    );
    expect(shown(state, 'ko')).toContain('val_loss와 val_accuracy, 시험에서는 유닛을 전부 써요.');
    const lesson = recordedState('lesson');
    const settings = { ...lesson.record.settings, dropout: 0.2 };
    const unvalidated = { ...lesson, record: { ...lesson.record, settings } };
    expect(shown(unvalidated)).toContain('units missing; the test uses all of them.');
    expect(shown(unvalidated, 'ko')).toContain('잰 거고, 시험에서는 유닛을 전부 써요.');
  });

  it('L2: every loss includes the penalty', () => {
    const state = stoppingOver(14, { l2: 0.001 });
    expect(shown(state)).toContain(
      'Every loss here includes the L2 penalty, 0.001 × the sum of the squared weights, as in Keras; accuracy does not.',
    );
    expect(shown(state, 'ko')).toContain('L2 벌점(0.001 × 가중치 제곱의 합)이 들어 있어요.');
    expect(shown(stoppingOver(14))).not.toMatch(/L2|Dropout/);
  });
});
