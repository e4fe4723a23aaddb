import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { UnderWay } from '../src/chat/under-way.js';
import { Ending, type EndingPart, type Stage } from '../src/ending.js';

const never = (): Promise<void> => new Promise(() => undefined);

function recorder() {
  const ended: string[] = [];
  const part = (stage: Stage, name: string, end?: EndingPart['end']): EndingPart => ({
    ...{ stage, name },
    end: async (timeIsUp) => {
      await end?.(timeIsUp);
      ended.push(name);
    },
  });
  return { ended, part };
}

test('parts end in the order of the stages, whenever they were added, each once', async () => {
  const { ended, part } = recorder();
  const ending = new Ending();
  ending.add(
    part('storage', 'database'),
    part('platforms', 'slow room', () => delay(20)),
  );
  ending.add(part('platforms', 'Discord'), part('runs', 'runs'), part('threads', 'threads'));
  await Promise.all([ending.begin(), ending.begin()]);
  expect(await ending.begin()).toEqual([]);
  expect(ended).toEqual(['runs', 'threads', 'Discord', 'slow room', 'database']);
});

test('a part that hangs or fails does not prevent later ones from ending, and is named', async () => {
  const { ended, part } = recorder();
  const ending = new Ending();
  const error = new Error('no');
  ending.add(part('threads', 'threads', never));
  ending.add(part('platforms', 'Slack', () => Promise.reject(error)));
  ending.add(part('storage', 'database'));
  expect(await ending.begin()).toEqual([
    { stage: 'threads', name: 'threads' },
    { stage: 'platforms', name: 'Slack', error },
  ]);
  expect(ended).toEqual(['database']);
});

test('a part that ends when time is up has ended well', async () => {
  const { ended, part } = recorder();
  const ending = new Ending();
  const end = (timeIsUp: AbortSignal): Promise<void> =>
    delay(60_000, undefined, { signal: timeIsUp }).catch(() => undefined);
  ending.add(part('threads', 'threads', end));
  expect(await ending.begin()).toEqual([]);
  expect(ended).toEqual(['threads']);
});

test('a part still starting when the shutdown begins stops there', () => {
  const { part } = recorder();
  const ending = new Ending();
  void ending.begin();
  expect(() => {
    ending.add(part('runs', 'late'));
  }).toThrow('the program is ending');
});

test('platform requests in progress may finish, with their consequences', async () => {
  const underWay = new UnderWay();
  let answer: (id: string) => void = () => undefined;
  const posted = underWay.track(() => new Promise<string>((resolve) => (answer = resolve)));
  const kept = posted.then((id) => underWay.track(() => Promise.resolve(`${id}, next page`)));
  const closed = underWay.close();
  expect(underWay.closing.aborted).toBe(true);
  answer('42');
  await closed;
  expect(await kept).toBe('42, next page');
  await expect(underWay.track(() => Promise.resolve())).rejects.toThrow('closed');
});

test('what does not arrive in time is cut off', async () => {
  const underWay = new UnderWay();
  const posted = underWay.track(
    (hangUp) =>
      new Promise((_, reject) => {
        hangUp.addEventListener('abort', () => {
          reject(hangUp.reason as Error);
        });
      }),
  );
  const late = expect(posted).rejects.toThrow('closed');
  await underWay.close(AbortSignal.timeout(5));
  await late;
});
