/** Limits per person and in total, by the numbers. */
import { describe, expect, it } from 'vitest';
import { SharedPace } from '../../../src/adapters/web/shared-pace.js';
import { SharedPlaces } from '../../../src/adapters/web/shared-places.js';

describe('a shared pace', () => {
  const rate = { each: { burst: 2, perMinute: 60 }, all: { burst: 3, perMinute: 120 } };

  it('is separate for each person, until all together reach the common limit', () => {
    let now = 0;
    const pace = new SharedPace(rate, () => now);
    expect([pace.take('ada'), pace.take('ada')]).toEqual([undefined, undefined]);
    expect(pace.take('ada')).toEqual({ whose: 'own', ms: 1000 });
    expect(pace.take('eve')).toBeUndefined();
    expect(pace.take('eve')).toEqual({ whose: 'all', ms: 500 });
    now = 499;
    expect(pace.take('eve')).toEqual({ whose: 'all', ms: 1 });
    now = 500;
    // Refused requests cost nobody anything.
    expect(pace.take('eve')).toBeUndefined();
    now = 999;
    expect(pace.take('ada')).toEqual({ whose: 'own', ms: 1 });
    now = 1000;
    expect(pace.take('ada')).toBeUndefined();
  });

  it('never gives more than its burst, however long nothing was taken', () => {
    let now = 0;
    const pace = new SharedPace({ ...rate, all: { burst: 99, perMinute: 99 } }, () => now);
    now = 1e9;
    const taken = [1, 2, 3].map(() => pace.take('ada') === undefined);
    expect(taken).toEqual([true, true, false]);
  });

  it('remembers who has used it up, however many others come', () => {
    const all = { burst: 1e6, perMinute: 1 };
    const pace = new SharedPace({ each: { burst: 1, perMinute: 1 }, all }, () => 0);
    for (let at = 0; at < 3000; at += 1) expect(pace.take(`guest ${at}`)).toBeUndefined();
    expect(pace.take('guest 0')).toMatchObject({ whose: 'own' });
  });
});

describe('shared places', () => {
  it('are separate for each person, until all are taken, and are given back once', () => {
    const places = new SharedPlaces({ each: 2, all: 3 });
    const [first] = [places.take('ada'), places.take('ada')];
    expect(places.take('ada')).toBe('own');
    expect(places.take('eve')).toBeTypeOf('function');
    expect(places.take('eve')).toBe('all');
    if (typeof first !== 'function') throw new Error('there was no place');
    first();
    first();
    expect(places.take('bob')).toBeTypeOf('function');
    expect(places.take('bob')).toBe('all');
  });

  it('that are all taken go from the person with the most to a person with none', () => {
    const places = new SharedPlaces({ each: 3, all: 4 });
    const ended: string[] = [];
    const take = (key: string, name: string): unknown =>
      places.take(key, () => {
        ended.push(name);
      });
    for (const name of ['eve 1', 'eve 2', 'eve 3']) take('eve', name);
    take('ada', 'ada 1');
    expect(take('ada', 'ada 2'), 'who has one waits').toBe('all');
    expect(take('bob', 'bob 1')).toBeTypeOf('function');
    expect(take('cid', 'cid 1')).toBeTypeOf('function');
    expect(ended).toEqual(['eve 3', 'eve 2']);
    expect(take('dan', 'dan 1'), 'all have one').toBe('all');
    expect(take('eve', 'eve 4')).toBe('all');
  });

  it('that cannot be revoked stay with their holders', () => {
    const places = new SharedPlaces({ each: 2, all: 2 });
    places.take('eve');
    places.take('eve');
    expect(places.take('ada')).toBe('all');
  });
});
