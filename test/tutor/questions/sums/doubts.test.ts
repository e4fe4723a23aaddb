import { expect, test } from 'vitest';
import { asked } from '../../../support/asked.js';

test('a number without a role is named beside the sum, which is then given as a guess', () => {
  const { choice, words } = asked('room 204: 1024 examples, batch 8. how many steps per epoch?');
  expect(choice).toBe('likely');
  expect(words).toContain('I couldn’t tell what 204 counts');
  expect(words).toContain('128 iterations per epoch');
});

test('a number that only looks like rows or a batch_size is said to have been taken for them', () => {
  const { choice, words } = asked('n_train=1797 bs=32 gives me 57 steps. Off by one?');
  expect(choice).toBe('likely');
  expect(words).toContain('I took 1,797 to be the rows.');
  expect(asked('6400개고 배취 64인데 스탭 몇번 도나용', { locale: 'ko' }).words).toContain(
    '이렇게 읽었어요: batch_size 64.',
  );
});

test.each([
  ['every number has its word', '1024 examples, batch 8. how many steps per epoch?'],
  ['the asker’s own guess is the answer or beside it', '2450 rows, batch 32. is it 76 or 77?'],
  [
    'the sizes of one row stand in a shape',
    'x_train.shape = (8000, 28, 28), batch_size=80. how many steps?',
  ],
  [
    'the number is what is explained',
    '3000 rows and the bar says 100/100. what was the batch size?',
  ],
])('nothing is doubted if %s', (_why, question) => {
  const { choice, words } = asked(question);
  expect(choice).toBe('sure');
  expect(words).not.toMatch(/tell me which number/);
});
