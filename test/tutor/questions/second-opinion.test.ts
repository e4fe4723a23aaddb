/** When the model is asked what a question means, and how its answer is used. */
import { expect, test } from 'vitest';
import { translator } from '../../../src/content/translator.js';
import { lessonFacts } from '../../../src/tutor/facts.js';
import { answerQuestion, type Answered } from '../../../src/tutor/questions/answer.js';
import type { Candidate } from '../../../src/tutor/questions/candidates.js';
import { secondOpinion, type SecondOpinion } from '../../../src/tutor/questions/second-opinion.js';

const vague = 'zorb the quux';

function answer(written: string, more: { decided?: Candidate } = {}): Answered {
  const t = translator('en');
  return answerQuestion({ written, facts: lessonFacts, t, choseLanguage: true, ...more });
}

/** Always picks the same place in the list; records the lists it was given. */
function picking(index: number | undefined): SecondOpinion & { readonly lists: string[][] } {
  const lists: string[][] = [];
  return {
    lists,
    choose: (_question, offered) => {
      lists.push([...offered]);
      return Promise.resolve(index);
    },
  };
}

test('is asked with the ten likeliest, and its pick is answered as if the tutor had been sure', async () => {
  const first = answer(vague);
  expect(first.choice.kind).not.toBe('sure');
  const opinion = picking(9);
  const decided = await secondOpinion(vague, first, opinion);
  expect(opinion.lists).toHaveLength(1);
  expect(opinion.lists[0]).toHaveLength(10);
  expect(opinion.lists[0]?.every((question) => question !== '')).toBe(true);
  const second = answer(vague, decided && { decided });
  expect(second.choice).toEqual({ kind: 'sure', candidate: decided, others: [] });
  expect(second.said).toBeDefined();
  expect(second.message).not.toEqual(first.message);
});

test.each([undefined, 10, -1])('leaves it at the first answer with %s', async (picked) => {
  expect(await secondOpinion(vague, answer(vague), picking(picked))).toBeUndefined();
});

test.each([
  'what is an epoch?',
  // Certain to be a sum; only 204 is not understood.
  'room 204: 1024 examples, batch 8. how many steps per epoch?',
  '?!',
  '',
])('is not asked about %j', async (written) => {
  const opinion = picking(0);
  expect(await secondOpinion(written, answer(written), opinion)).toBeUndefined();
  expect(opinion.lists).toEqual([]);
});

test('is not waited for longer than allowed', async () => {
  const slow: SecondOpinion = {
    choose: (_question, _offered, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          resolve(undefined);
        });
      }),
  };
  expect(await secondOpinion(vague, answer(vague), slow, 1)).toBeUndefined();
});
