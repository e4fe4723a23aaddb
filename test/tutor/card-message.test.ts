import { describe, expect, it } from 'vitest';
import { concepts, type Concept } from '../../src/content/concepts.js';
import { locales } from '../../src/content/locale.js';
import { translator } from '../../src/content/translator.js';
import { cardMessage } from '../../src/tutor/card-message.js';
import { lessonFacts, type Facts } from '../../src/tutor/facts.js';
import { countedState, factsOfRun, runningState } from '../support/facts-samples.js';
import { messageText } from '../support/message-text.js';
import { recordedState } from '../support/recorded-runs.js';

const en = translator('en');

const said = (concept: Concept, facts: Facts): string =>
  messageText(cardMessage(concept, facts, en));
const tried = (concept: Concept, facts: Facts): string | undefined =>
  cardMessage(concept, facts, en).buttons?.[0]?.command;

describe("the lesson's numbers", () => {
  it.each<[Concept, string]>([
    ['epoch', 'every row goes forward and backward through the network once'],
    ['epoch', '1 epoch = 8,000 rows = 800 iterations, so 800 weight updates.'],
    ['epoch', '20 epochs × 800 = 16,000 weight updates.'],
    ['iteration', '8,000 rows ÷ batch_size 10 = 800 iterations per epoch.'],
    ['iteration', '800 × 20 epochs = 16,000 iterations, so 16,000 weight updates.'],
    ['iteration', '"1/800 is one row, the rest is skipped" It is one batch.'],
    ['batch_size', 'not the number of batches'],
    ['batch_size', 'batch_size 10: 800 iterations × 20 epochs = 16,000 weight updates.'],
    ['batch_size', 'batch_size 100: 80 iterations × 20 epochs = 1,600 weight updates.'],
    ['batch_size', 'Every epoch uses all 8,000.'],
    ['steps_per_epoch', '8,000 ÷ 10 = 800 steps, so the bar ends at 800/800.'],
    ['steps_per_epoch', 'Here that would be 801.'],
    ['last_partial_batch', 'here the last batch is full, 10 rows.'],
    ['last_partial_batch', 'With batch_size 11: 728 iterations, the last with 3 rows.'],
    ['progress_bar', '800/800: all 800 batches of this epoch are done, 8,000 rows in all.'],
    ['progress_bar', '"2ms/step is the time for one row" It is for one batch, here of 10 rows.'],
    ['loss', 'loss = ln 2 = 0.6931'],
    ['accuracy', 'one more right row adds 1 ÷ 8,000 = 0.000125'],
    ['baseline', '1,592 ÷ 2,000 = 0.7960'],
    ['weights', '72 + 42 + 7, in all 121 numbers'],
  ])('in the card %s: %s', (concept, words) => {
    expect(said(concept, lessonFacts)).toContain(words);
  });

  it('claims no measured values', () => {
    for (const concept of concepts) {
      const text = said(concept, lessonFacts);
      expect(text).toContain('With the numbers of the lesson, 8,000 rows:');
      expect(text).not.toMatch(/in epoch \d/);
    }
  });

  it.each<[Concept, string]>([
    ['epoch', '/fit epochs:40 batch:10'],
    ['iteration', '/fit epochs:20 batch:100'],
    ['batch_size', '/fit epochs:20 batch:100'],
  ])('%s offers one command that works as it is, then related cards', (concept, command) => {
    const [first, ...related] = cardMessage(concept, lessonFacts, en).buttons ?? [];
    expect(first).toEqual({ label: 'Try it', command, style: 'primary' });
    expect(related.length).toBeLessThanOrEqual(3);
    for (const button of related) expect(button.command).toMatch(/^\/explain concept:\w+$/);
  });
});

describe("a run's numbers", () => {
  it('works out the smaller last batch', () => {
    const facts = factsOfRun(recordedState('stopped'));
    expect(said('iteration', facts)).toContain(
      '6,400 rows ÷ batch_size 7, rounded up = 915 iterations per epoch, the last one with only 2 rows.',
    );
    expect(said('iteration', facts)).toContain('Here 915 × 7 = 6,405, not 6,400');
    expect(said('batch_size', facts)).toContain('The last batch of each epoch has only 2 rows');
    expect(said('last_partial_batch', facts)).toContain(
      '6,400 = 914 × 7 + 2: 914 full batches, then one of 2 rows. In all 915 iterations.',
    );
  });

  it('says when one batch holds every row', () => {
    const facts = factsOfRun(recordedState('resumed'));
    expect(said('iteration', facts)).toContain('so there is 1 iteration per epoch');
    expect(said('steps_per_epoch', facts)).toContain('1 step, so the bar ends at 1/1');
    expect(said('last_partial_batch', facts)).toContain('so nothing is left over');
    expect(said('batch_size', facts)).toContain('batch_size 160: 10 iterations × 6 epochs');
  });

  it('names the run, keeps its seed in the commands to try, and stays with it in related cards', () => {
    const facts = factsOfRun(recordedState('cars'));
    expect(said('epoch', facts)).toContain('With the numbers of run c4r5mp:');
    expect(said('epoch', facts)).toContain('Only the printed loss and mae start anew');
    expect(tried('epoch', facts)).toBe('/fit like:c4r5mp epochs:16 seed:11');
    const [, related] = cardMessage('epoch', facts, en).buttons ?? [];
    expect(related).toEqual({
      label: 'Iteration',
      command: '/explain concept:iteration run:c4r5mp',
    });
  });

  it('offers no change the run already has', () => {
    expect(tried('accuracy', factsOfRun(recordedState('lesson')))).toBe(
      '/fit like:k3f9qd validation:0.2 seed:42',
    );
    expect(tried('accuracy', factsOfRun(recordedState('penguins')))).toBe(
      '/fit epochs:20 batch:10 validation:0.2',
    );
  });

  it('shows what was measured', () => {
    const state = recordedState('lesson');
    const facts = factsOfRun(state);
    const [first, last] = [state.finished[0]?.logs, state.finished.at(-1)?.logs];
    if (!first || !last) throw new Error('recorded without epochs');
    expect(said('loss', facts)).toContain(
      `Loss ${first.loss.toFixed(4)} in epoch 1, ${last.loss.toFixed(4)} in epoch 20.`,
    );
    const right = Math.round(last.metric * 8000).toLocaleString('en');
    expect(said('accuracy', facts)).toContain(`In epoch 20, ${right} of 8,000 rows were right.`);
    expect(said('baseline', facts)).toContain(
      `Trained, it scores accuracy ${state.test?.metric.toFixed(4) ?? ''} on the same test rows.`,
    );
  });

  it('tells the progress of the current epoch', () => {
    const facts = factsOfRun(runningState('lesson', 1));
    expect(said('loss', facts)).toMatch(/Loss 0\.\d{4} in epoch 1 so far, after \d+ iterations\./);
    expect(said('progress_bar', facts)).toMatch(
      /Now at \d+\/800: \d+ left × about [\d.]+ ms each, so ETA \d+s\./,
    );
  });

  it('gives no estimate once a run was stopped', () => {
    expect(said('progress_bar', factsOfRun(recordedState('stopped')))).not.toContain('Now at');
  });

  it('talks of mae if a number is predicted', () => {
    const facts = factsOfRun(recordedState('cars'));
    expect(said('accuracy', facts)).toContain(
      'This run predicts a number, so there is no accuracy.',
    );
    expect(said('loss', facts)).toContain('mean squared error');
    expect(said('loss', facts)).not.toContain('ln ');
    expect(said('baseline', facts)).toContain('in standard deviations of the target');
  });

  it('shows a loss that is not a number as Keras does', () => {
    expect(said('loss', factsOfRun(recordedState('overflow')))).toMatch(/(nan|inf) in epoch 6\./);
  });
});

it('offers only what /fit accepts, and reads out the updates, whatever the numbers', () => {
  for (const rows of [1, 9, 10, 768, 8000, 8005]) {
    for (const batchSize of [1, 7, 10, 32, 100_000]) {
      for (const epochs of [1, 20, 251, 500]) {
        const facts = factsOfRun(countedState(rows, batchSize, epochs));
        for (const locale of locales) {
          const { spoken, buttons } = cardMessage('batch_size', facts, translator(locale));
          expect(spoken).toContain((Math.ceil(rows / batchSize) * epochs).toLocaleString('en'));
          const [, batch] = / batch:(\d+) seed:42$/.exec(buttons?.[0]?.command ?? '') ?? [];
          expect(Number(batch)).toBeGreaterThanOrEqual(1);
          expect(Number(batch)).toBeLessThanOrEqual(100_000);
        }
        const [, other] = / epochs:(\d+) seed:42$/.exec(tried('epoch', facts) ?? '') ?? [];
        expect(Number(other)).toBeGreaterThanOrEqual(1);
        expect(Number(other)).toBeLessThanOrEqual(500);
      }
    }
  }
});

it('speaks Korean', () => {
  const text = messageText(cardMessage('epoch', lessonFacts, translator('ko')));
  expect(text).toContain('에포크 1번 = 8,000행 = 이터레이션 800번 = 가중치 수정 800번.');
  expect(text).toContain('자주 하는 오해:');
});
