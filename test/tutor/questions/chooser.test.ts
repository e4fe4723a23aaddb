/**
 * What the chooser learns with: how it represents numbers, which runs it keeps, and that packing loses
 * little.
 */
import { describe, expect, test } from 'vitest';
import { readPrepared } from '../../../src/content/prepared.js';
import { featuresOf } from '../../../src/tutor/questions/chooser/features.js';
import { learn } from '../../../src/tutor/questions/chooser/learn.js';
import { magnitudesIn } from '../../../src/tutor/questions/chooser/magnitudes.js';
import { likelihoods } from '../../../src/tutor/questions/chooser/model.js';
import { pack, unpack } from '../../../src/tutor/questions/chooser/packed.js';
import { tellingRuns } from '../../../src/tutor/questions/chooser/telling-runs.js';

test.each([
  ['batch size 1 ok?', ['=1', '1<2']],
  ['배치 사이즈 1로 해도 돼요', ['=1', '1<2']],
  ['stuck at 0.6931', ['.<0.695']],
  ['accuracy 98% but 79% on the test rows', ['%<100', '%<97']],
  ['8,000 rows, x1 and 2.8', ['1<100000', '1.<10']],
  ['nothing to count', []],
])('numbers are distinguished by meaning: %s', (text, told) => {
  expect([...magnitudesIn(text)]).toEqual(told);
});

test('a share is the same with and without its zero', () => {
  expect(featuresOf('accuracy .84')).toEqual(featuresOf('accuracy 0.84'));
});

test('of word runs found in the same questions one is kept, and none of a single question', () => {
  const features = [
    new Map([
      [1, 1],
      [2, 1],
      [3, 1],
    ]),
    new Map([
      [1, 1],
      [2, 4],
    ]),
    new Map([[4, 1]]),
  ];
  const { hashes } = tellingRuns(features, ['a', 'a', 'b'], 10);
  expect([...hashes]).toEqual([1]);
});

describe('what was learned', () => {
  const examples = ['epoch', 'batch', 'loss', 'gradient'].flatMap((target) =>
    ['what is {}', 'explain {} please', '{}?', 'tell me about {}'].map((way) => ({
      target,
      features: featuresOf(way.replace('{}', target)),
    })),
  );
  const options = { members: 2, width: 8, epochs: 40, learningRate: 0.2, mostRuns: 500, seed: 1 };
  const chatter = [featuresOf('hello all')];
  const learned = learn(examples, chatter, { ...options, dropout: 0.2, chatter: 0.3 });

  test('is the same every time', () => {
    expect(learn(examples, chatter, { ...options, dropout: 0.2, chatter: 0.3 })).toEqual(learned);
  });

  test('finds the target, and still does when it is packed', () => {
    const packed = unpack(pack(learned));
    expect(packed.targets).toEqual(learned.targets);
    expect(packed.hashes).toEqual(learned.hashes);
    for (const model of [learned, packed]) {
      const found = examples.map(({ features }) => likelihoods(features, model)[0]?.target);
      expect(found).toEqual(examples.map(({ target }) => target));
    }
  });

  test('is the average of what its members say', () => {
    const shares = (member: (typeof learned.members)[number]): ReadonlyMap<string, number> =>
      new Map(
        likelihoods(featuresOf('what is loss'), { ...learned, members: [member] }).map(
          ({ target, probability }) => [target, probability],
        ),
      );
    const [one, other] = learned.members.map(shares);
    for (const { target, probability } of likelihoods(featuresOf('what is loss'), learned)) {
      const [first = NaN, second = NaN] = [one?.get(target), other?.get(target)];
      expect(first).not.toBe(second);
      expect(probability).toBeCloseTo((first + second) / 2, 12);
    }
  });
});

test('what ships is at most 1 MB', () => {
  expect(readPrepared('chooser.bin').length).toBeLessThanOrEqual(1_000_000);
});
