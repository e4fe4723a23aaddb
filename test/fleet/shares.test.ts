import { describe, expect, it } from 'vitest';
import { dice } from '../../src/datasets/random.js';
import { sharesOf } from '../../src/fleet/shares.js';

const shares = (slots: number, demands: Readonly<Record<string, number>>) =>
  Object.fromEntries(sharesOf(slots, new Map(Object.entries(demands))));

describe('how fronts share slots', () => {
  it.each([
    ['one front alone has all', 8, { a: 0 }, { a: 8 }],
    ['by demand', 8, { a: 30, b: 10 }, { a: 6, b: 2 }],
    ['who asks for nothing gets none beside who does', 8, { a: 0, b: 0.5 }, { a: 0, b: 8 }],
    ['where nobody asks, all get as many', 8, { a: 0, b: 0, c: 0 }, { a: 3, b: 3, c: 2 }],
    ['without slots nobody gets any', 0, { a: 5, b: 1 }, { a: 0, b: 0 }],
    ['more fronts than slots', 2, { a: 1, b: 1, c: 1 }, { a: 1, b: 1, c: 0 }],
  ])('%s', (_, slots, demands, expected) => {
    expect(shares(slots, demands)).toEqual(expected);
  });

  it('gives every slot once, nobody more than a slot off their exact part, whoever counts', () => {
    const random = dice(16);
    for (let time = 0; time < 2_000; time += 1) {
      const slots = random.integer(0, 64);
      const demands = Array.from({ length: random.integer(1, 9) }, (_, index): [string, number] => [
        `front-${index}`,
        random.chance(0.3) ? 0 : random.unit() * 10 ** random.integer(-6, 3),
      ]);
      const total = demands.reduce((sum, [, demand]) => sum + demand, 0);
      const given = sharesOf(slots, new Map(demands));
      expect([...given.values()].reduce((sum, share) => sum + share, 0)).toBe(slots);
      for (const [front, demand] of demands) {
        const exact = total > 0 ? (slots * demand) / total : slots / demands.length;
        expect(Math.abs((given.get(front) ?? -1) - exact)).toBeLessThan(1);
      }
      const otherwise = sharesOf(slots, new Map(demands.reverse()));
      expect(Object.fromEntries(otherwise)).toEqual(Object.fromEntries(given));
    }
  });
});
