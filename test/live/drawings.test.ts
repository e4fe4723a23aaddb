import { expect, test } from 'vitest';
import { drawnOnce } from '../../src/live/drawings.js';
import type { ChartDescription } from '../../src/render/chart.js';

const chart = (title: string): ChartDescription => ({ title, epochLabel: 'epoch', panels: [] });

/** Draws a chart's title and records it. */
function easel() {
  const drawn: string[] = [];
  const draw = drawnOnce(({ title }) => {
    drawn.push(title);
    if (title === 'torn' && drawn.length === 1) return Promise.reject(new Error('torn'));
    return Promise.resolve(new TextEncoder().encode(title));
  });
  return { drawn, draw };
}

test('a chart requested again, or by several at once, is drawn once', async () => {
  const { drawn, draw } = easel();
  const both = await Promise.all([draw(chart('a')), draw(chart('a'))]);
  expect(both.map((bytes) => new TextDecoder().decode(bytes))).toEqual(['a', 'a']);
  await draw(chart('b'));
  await draw(chart('a'));
  expect(drawn).toEqual(['a', 'b']);
});

test('a failed one is drawn again', async () => {
  const { drawn, draw } = easel();
  await expect(draw(chart('torn'))).rejects.toThrow('torn');
  await draw(chart('torn'));
  expect(drawn).toEqual(['torn', 'torn']);
});

test('the least recently requested one is dropped', async () => {
  const { drawn, draw } = easel();
  await draw(chart('often'));
  for (let number = 0; number < 30; number += 1) {
    await draw(chart(String(number)));
    await draw(chart('often'));
  }
  expect(drawn.filter((title) => title === 'often')).toHaveLength(1);
  await draw(chart('0'));
  expect(drawn.filter((title) => title === '0')).toHaveLength(2);
});
