import { describe, expect, it } from 'vitest';
import { translator } from '../../src/content/translator.js';
import { concepts, explain, type Concept } from '../../src/tutor/explain.js';
import { lessonNumbers, numbersOf, type LessonNumbers } from '../../src/tutor/lesson-numbers.js';
import { messageText } from '../support/message-text.js';
import { recordedState } from '../support/recorded-runs.js';

const en = translator('en');

function numbersOfRun(name: string): LessonNumbers {
  const numbers = numbersOf(recordedState(name));
  if (!numbers) throw new Error('recorded without data');
  return numbers;
}

const said = (concept: Concept, numbers: LessonNumbers): string =>
  messageText(explain(concept, numbers, en));

describe("the lesson's numbers", () => {
  it('an epoch is every row once, in 800 iterations', () => {
    const text = said('epoch', lessonNumbers);
    expect(text).toContain('every row goes forward and backward through the network once');
    expect(text).toContain('1 epoch = 8,000 rows = 800 iterations, so 800 weight updates.');
    expect(text).toContain('20 epochs × 800 = 16,000 weight updates in the whole run.');
    expect(text).toContain('The network is not reset');
  });

  it('an iteration is one batch, and no row is skipped', () => {
    const text = said('iteration', lessonNumbers);
    expect(text).toContain('8,000 rows ÷ batch_size 10 = 800 iterations per epoch.');
    expect(text).toContain('1/800 is one batch done, not one row');
  });

  it('batch_size is a size, compared with another one', () => {
    const text = said('batch_size', lessonNumbers);
    expect(text).toContain('not the number of batches');
    expect(text).toContain('batch_size 10: 800 iterations × 20 epochs = 16,000 weight updates.');
    expect(text).toContain('batch_size 100: 80 iterations × 20 epochs = 1,600 weight updates.');
    expect(text).toContain('every epoch uses all 8,000');
  });

  it('each offers one command that runs as it is', () => {
    const commands = concepts.flatMap((concept) =>
      (explain(concept, lessonNumbers, en).buttons ?? []).map(({ command }) => command),
    );
    expect(commands).toEqual([
      '/fit epochs:40 batch:10',
      '/fit epochs:20 batch:100',
      '/fit epochs:20 batch:100',
    ]);
  });
});

describe("a run's numbers", () => {
  it('works the smaller last batch out', () => {
    const numbers = numbersOfRun('stopped');
    expect(said('iteration', numbers)).toContain(
      '6,400 rows ÷ batch_size 7, rounded up = 915 iterations per epoch: 914 batches of 7, then a last one of 2 rows.',
    );
    expect(said('iteration', numbers)).toContain('here 915 × 7 = 6,405, not 6,400');
    expect(said('batch_size', numbers)).toContain('The last batch of each epoch has only 2 rows');
  });

  it('names the run and keeps its seed in what to try', () => {
    const message = explain('epoch', numbersOfRun('cars'), en);
    expect(messageText(message)).toContain('With the numbers of run c4r5mp:');
    expect(messageText(message)).toContain('Only the printed loss and mae start anew');
    expect(message.buttons?.[0]?.command).toBe('/fit like:c4r5mp epochs:16 seed:11');
  });

  it('says when one batch holds every row', () => {
    const numbers = numbersOfRun('resumed');
    expect(said('iteration', numbers)).toContain('there is 1 iteration per epoch');
    expect(said('batch_size', numbers)).toContain('batch_size 160: 10 iterations × 6 epochs');
  });

  it('is undefined while the rows have not been counted', () => {
    expect(numbersOf(recordedState('lesson', ({ kind }) => kind === 'queued'))).toBeUndefined();
  });
});

it('adds up whatever the numbers, and stays inside what /fit takes', () => {
  for (const rows of [1, 9, 10, 768, 8000, 8005]) {
    for (const batchSize of [1, 7, 10, 32, 100_000]) {
      for (const epochs of [1, 20, 251, 500]) {
        for (const locale of ['en', 'ko'] as const) {
          const numbers: LessonNumbers = { rows, batchSize, epochs, metric: 'accuracy' };
          for (const concept of concepts) {
            const { buttons, spoken } = explain(concept, numbers, translator(locale));
            const updates = (Math.ceil(rows / batchSize) * epochs).toLocaleString('en');
            expect(spoken).toContain(updates);
            const [, tried, batch] =
              /epochs:(\d+) batch:(\d+)$/.exec(buttons?.[0]?.command ?? '') ?? [];
            expect(Number(tried)).toBeLessThanOrEqual(500);
            expect(Number(batch)).toBeGreaterThanOrEqual(1);
            expect(Number(batch)).toBeLessThanOrEqual(100_000);
          }
        }
      }
    }
  }
});

it('speaks Korean', () => {
  const text = messageText(explain('epoch', lessonNumbers, translator('ko')));
  expect(text).toContain('에포크 1번 = 8,000행 = 이터레이션 800번 = 가중치 수정 800번.');
});
