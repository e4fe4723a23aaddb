/** Which message goes first when Slack allows one a second. */
import { expect, test } from 'vitest';
import { PostPace } from '../../../src/adapters/slack/post-pace.js';

test('messages nobody waits for go last, one at a time: new requests go first', async () => {
  const pace = new PostPace(new AbortController().signal, 1);
  const order: string[] = [];
  const says = (words: string) => (): Promise<void> => {
    order.push(words);
    return Promise.resolve();
  };
  let newcomer: Promise<void> | undefined;
  const first = pace.inTurn('C1', says('a run begins'));
  const ends = [1, 2, 3].map((one) =>
    pace.afterOthers('C1', () => {
      if (one === 1) newcomer = pace.inTurn('C1', says('another run begins'));
      expect(pace.line('C1').ahead, 'those that wait are ahead of nobody').toBe(one === 1 ? 2 : 1);
      return says(`end ${one}`)();
    }),
  );
  expect(pace.line('C1').ahead).toBe(1);
  await Promise.all([first, ...ends, newcomer]);
  expect(order).toEqual(['a run begins', 'end 1', 'another run begins', 'end 2', 'end 3']);
});

test('one that Slack refuses does not hold up the others', async () => {
  const pace = new PostPace(new AbortController().signal, 1);
  const refused = pace.afterOthers('C1', () => Promise.reject(new Error('no')));
  const other = pace.afterOthers('C1', () => Promise.resolve('said'));
  await expect(refused).rejects.toThrow('no');
  expect(await other).toBe('said');
  expect(pace.waiting).toBe(0);
});

test('at shutdown, messages nobody waits for are left out, and not repeated', async () => {
  const closing = new AbortController();
  const pace = new PostPace(closing.signal, 60_000);
  await pace.inTurn('C1', () => Promise.resolve());
  let posted = 0;
  const late = pace.afterOthers('C1', () => {
    posted += 1;
    return Promise.resolve();
  });
  closing.abort();
  await expect(late).rejects.toThrow('aborted');
  expect(posted).toBe(0);
});
