/** Every equation must match numbers worked out by hand, and every derivation can be explained. */
import { describe, expect, test } from 'vitest';
import { locales } from '../../../../src/content/locale.js';
import { plain } from '../../../../src/content/text.js';
import { hasMessage, translator } from '../../../../src/content/translator.js';
import { derivationLines } from '../../../../src/tutor/questions/sums/solve/derivation-lines.js';
import type { Value } from '../../../../src/tutor/questions/sums/solve/equation.js';
import { equations } from '../../../../src/tutor/questions/sums/solve/equations.js';
import { solve, type Derivation } from '../../../../src/tutor/questions/sums/solve/solve.js';
import type { Known, Unknown } from '../../../../src/tutor/questions/sums/solve/unknowns.js';

type Case = readonly [asked: Parameters<typeof solve>[1], known: Known, value: Value];

const cases: readonly Case[] = [
  // Rows.
  ['trainRows', { rows: 1000, validationSplit: 0.2 }, 800],
  ['trainRows', { rows: 10_000, validationSplit: 0.8 }, 1999],
  ['trainRows', { rows: 1000, testShare: 0.25, validationSplit: 0.1 }, 675],
  ['trainRows', { rows: 1797, testShare: 0.2 }, 1437],
  ['trainRows', { rows: 1000, testRows: 150 }, 850],
  ['trainRows', { rows: 1000, valRows: 150 }, 850],
  ['trainRows', { rows: 1003, trainShare: 0.7 }, 702],
  ['trainRows', { rows: 1003, folds: 5 }, 802],
  ['trainRows', { seenRows: 12_000, epochs: 4 }, 3000],
  ['valRows', { rows: 1000, validationSplit: 0.2 }, 200],
  ['valRows', { rows: 1003, folds: 5 }, 201],
  ['valRows', { rows: 1000, trainRows: 900 }, 100],
  ['valRows', { right: 80, mistaken: 20 }, 100],
  ['testRows', { rows: 1797, testShare: 0.2 }, 360],
  ['testRows', { mistaken: 5, accuracy: 0.9 }, 50],
  ['rows', { trainRows: 800, validationSplit: 0.2 }, 1000],
  ['rows', { valRows: 200, validationSplit: 0.2 }, 1000],
  ['rows', { trainRows: 800, valRows: 100, testRows: 50 }, 950],
  ['rows', { testRows: 90, testShare: 0.3 }, 300],
  ['rows', { trainRows: 700, trainShare: 0.7 }, 1000],
  ['rows', { trainRows: 800, testRows: 200 }, 1000],
  ['share', { trainRows: 800, testRows: 200 }, 0.2],
  ['rows', { steps: 125, batch: 32 }, { from: 3969, to: 4000 }],
  ['rows', { steps: 125, batch: 32, lastRows: 7 }, 3975],
  ['share', { valRows: 600, rows: 4000 }, 0.15],
  ['share', { testRows: 500, rows: 2000 }, 0.25],
  ['share', { barNow: 30, steps: 120 }, 0.25],

  // Batches and iterations.
  ['steps', { rows: 4200, batch: 35 }, 120],
  ['steps', { rows: 4205, batch: 35 }, 121],
  ['steps', { rows: 1000 }, 32],
  ['steps', { updates: 250, epochs: 5 }, 50],
  ['steps', { msPerEpoch: 15_000, msPerStep: 8 }, 1875],
  ['steps', { msInAll: 15_000, msPerStep: 8 }, 1875],
  ['stepsLeft', { steps: 120, barNow: 30 }, 90],
  ['seen', { barNow: 30, batch: 16 }, 480],
  ['rows', { barNow: 120, steps: 375, batch: 32 }, 3840],
  ['last', { barNow: 30, steps: 120 }, 90],
  ['last', { rows: 10_005, batch: 32 }, 21],
  ['last', { rows: 64, batch: 32 }, 32],
  ['dropped', { rows: 10_005, batch: 32 }, 312],
  ['dropped', { rows: 20, batch: 32 }, 0],
  ['batch', { perGpu: 16, gpus: 4 }, 64],
  ['batch', { perGpu: 16, gpus: 4, accumulated: 2 }, 128],
  ['batch', { batch: 16, accumulated: 4 }, 64],
  ['batch', { effective: 64, accumulated: 4 }, 16],
  ['batch', { rows: 3975, steps: 125, lastRows: 7 }, 32],
  ['batch', { rows: 1000, steps: 11 }, { from: 91, to: 99 }],
  ['batch', { rows: 10_000, steps: 103 }, 98],
  ['batch', { rows: 100, steps: 1 }, { from: 100, to: Infinity }],
  ['batch', { msPerStep: 16, msPerRow: 0.5 }, 32],
  ['batch', { seenRows: 6400, updates: 200 }, 32],
  ['perGpu', { batch: 64, gpus: 4 }, 16],
  ['batch', { batch: 64, gpus: 4 }, 16],
  ['gpus', { batch: 64, perGpu: 16 }, 4],
  ['accumulated', { effective: 64, batch: 16 }, 4],
  ['valSteps', { valRows: 1000 }, 32],
  ['valSteps', { rows: 3000, batch: 64 }, 47],
  ['valSteps', { rows: 1000, validationSplit: 0.2, batch: 16 }, 13],
  ['valSteps', { testRows: 100, batch: 30 }, 4],

  // Updates.
  ['updates', { rows: 4200, batch: 35, epochs: 20 }, 2400],
  ['updates', { rows: 5000, validationSplit: 0.2, batch: 32, epochs: 10 }, 1250],
  ['updates', { steps: 10, epochs: 20, initialEpoch: 5 }, 150],
  ['updates', { rows: 1003, folds: 5, batch: 10, epochs: 3 }, 1215],
  ['updates', { rows: 1000, batch: 16, accumulated: 4, epochs: 3 }, 48],
  ['updates', { rows: 1000, batch: 16, accumulated: 4 }, 16],
  ['updates', { msInAll: 60_000, msPerStep: 20 }, 3000],
  ['updates', { seenRows: 6400, batch: 32 }, 200],
  ['steps', { epochs: 20, epochNow: 5, steps: 313 }, 4695],
  ['steps', { epochs: 7, steps: 125 }, 875],
  ['steps', { testRows: 10_000 }, 313],
  ['steps', { steps: 120, barNow: 30 }, 90],
  ['updatesLeft', { epochs: 10, epochNow: 5, steps: 100, barNow: 30 }, 570],
  ['updates', { epochs: 10, epochNow: 5, steps: 100, barNow: 30 }, 430],
  ['updates', { epochNow: 5, steps: 100, barNow: 30 }, 430],

  // Epochs.
  ['epochs', { updates: 2400, steps: 120 }, 20],
  ['epochs', { updates: 2450, rows: 4200, batch: 35 }, 20],
  ['epochs', { seenRows: 5000, rows: 1000 }, 5],
  ['epochs', { msInAll: 3_600_000, msPerEpoch: 90_000 }, 40],
  ['epochs', { epochs: 20, epochNow: 5 }, 15],
  ['epochs', { epochs: 20, initialEpoch: 5 }, 15],
  ['epochs', { updates: 100, steps: 10, initialEpoch: 5 }, 15],
  ['epochsLeft', { planned: 50, epochNow: 20 }, 30],
  ['epochsLeft', { planned: 50, epochs: 20 }, 30],
  ['whichEpoch', { updates: 250, steps: 120 }, 3],
  ['whichEpoch', { updates: 240, steps: 120 }, 2],
  // Updates so far, of a run that is to have 20 epochs.
  ['whichEpoch', { updates: 4100, rows: 8000, batch: 10, epochs: 20 }, 6],
  ['whichEpoch', { seenRows: 56_000, rows: 8000 }, 7],
  ['repeats', { epochs: 5 }, 5],
  ['repeats', { epochs: 5, otherEpochs: 3 }, 8],
  ['repeats', { seenRows: 5000, rows: 1000 }, 5],
  ['seen', { rows: 1000, epochs: 5 }, 5000],
  ['seen', { steps: 500, batch: 64 }, { from: 31_937, to: 32_000 }],
  ['seen', { updates: 100, batch: 10 }, 1000],
  ['seen', { updates: 100, batch: 10, accumulated: 4 }, 4000],

  // Scores.
  ['accuracy', { testRows: 1200, mistaken: 36 }, 0.97],
  ['accuracy', { valRows: 200, right: 190 }, 0.95],
  ['accuracy', { right: 90, mistaken: 10 }, 0.9],
  ['accuracy', { rows: 10, mistaken: 10 }, 0],
  ['right', { rows: 10_000, testShare: 0.2, accuracy: 0.9 }, 1800],
  ['right', { rows: 300, mistaken: 12 }, 288],
  ['wrong', { rows: 1200, accuracy: 0.95 }, 60],
  ['wrong', { rows: 1200, right: 1140 }, 60],
  ['rows', { rows: 750, accuracy: 0.64 }, 480],
  ['rows', { rows: 8000, epochs: 20 }, 160_000],
  ['rows', { mistaken: 36, accuracy: 0.97 }, 1200],
  ['rows', { right: 90, mistaken: 10 }, 100],
  ['rows', { right: 90, accuracy: 0.9 }, 100],

  // Layers.
  ['parameters', { inputs: 8, units: 10 }, 90],
  ['parameters', { inputs: 40, units: 10, noBias: 1 }, 400],
  ['inputs', { parameters: 240, units: 10, noBias: 1 }, 24],
  ['units', { parameters: 400, inputs: 40, noBias: 1 }, 10],
  ['parameters', { inputs: 128, classes: 10 }, 1290],
  ['inputs', { parameters: 90, units: 10 }, 8],
  ['units', { parameters: 90, inputs: 8 }, 10],
  ['classes', { parameters: 90, inputs: 8 }, 10],
  ['bytes', { parameters: 1000 }, 4000],
  ['bytes', { parameters: 1000, bytesEach: 2 }, 2000],
  ['bytes', { rows: 60_000, inputs: 784 }, 188_160_000],
  ['bytes', { batch: 32, inputs: 784 }, 100_352],

  // Times.
  ['time', { steps: 100, msPerStep: 20 }, 2000],
  ['time', { rows: 1000, batch: 10, epochs: 5, msPerStep: 3, validationSplit: 0.2 }, 1200],
  ['time', { rows: 6000, msPerRow: 0.5 }, 3000],
  ['time', { msPerStep: 20, updates: 3000 }, 60_000],
  ['time', { msPerEpoch: 2000, epochs: 3, folds: 5 }, 30_000],
  ['time', { msInAll: 3_600_000, epochs: 30 }, 120_000],
  ['time', { msInAll: 3_600_000, epochs: 30, otherEpochs: 50 }, 6_000_000],
  ['time', { msPerStep: 20, steps: 800, barNow: 350 }, 9000],
  ['time', { msPerEpoch: 45_000, epochs: 20, epochNow: 3 }, 765_000],
  ['msLeft', { msPerEpoch: 2000, epochs: 10, epochNow: 4 }, 12_000],
  ['msLeft', { msPerEpoch: 2000, epochs: 10, epochNow: 4, steps: 100, barNow: 40 }, 13_200],
  ['time', { testRows: 320, batch: 32, msPerStep: 5 }, 50],
  ['msLeftInEpoch', { msPerStep: 20, steps: 100, barNow: 40 }, 1200],
  ['msLeftInEpoch', { msPerEpoch: 2000, steps: 100, barNow: 40 }, 1200],
  ['stepTime', { msPerEpoch: 30_000, rows: 6400, batch: 64 }, 300],
  ['stepTime', { msInAll: 60_000, updates: 3000 }, 20],
  ['stepTime', { msInAll: 60_000, steps: 3000 }, 20],
  ['stepTime', { msPerRow: 0.5, batch: 32 }, 16],
  ['msPerRow', { msPerStep: 16, batch: 32 }, 0.5],
  ['msPerRow', { msPerEpoch: 3000, rows: 6000 }, 0.5],
  ['msPerRow', { msInAll: 3000, rows: 6000 }, 0.5],
  ['perSecond', { msPerStep: 2 }, 500],
  ['perSecond', { msPerStep: 2, batch: 32 }, 16_000],
  ['perSecond', { msPerRow: 0.5 }, 2000],
  ['perSecond', { msPerEpoch: 5000, rows: 10_000 }, 2000],
  ['perSecond', { msInAll: 5000, rows: 10_000 }, 2000],
  ['perSecond', { msInAll: 40_000, rows: 8000, epochs: 20 }, 4000],
  ['perSecond', { msInAll: 5000, testRows: 10_000 }, 2000],
  ['perSecond', { msInAll: 5000, seenRows: 10_000 }, 2000],
  ['stepsPerSecond', { msInAll: 5000, updates: 1000 }, 200],
  ['stepsPerSecond', { msPerEpoch: 5000, steps: 100 }, 20],
  ['dropped', { rows: 10_005, batch: 32, fullBatches: 312 }, 21],
];

function solved(asked: Case[0], known: Known): Derivation {
  const derivation = solve(known, asked);
  if (!derivation) throw new Error(`${asked} does not follow from ${JSON.stringify(known)}`);
  return derivation;
}

const told = (asked: Case[0], known: Known, locale: 'en' | 'ko' = 'en'): readonly string[] =>
  derivationLines(solved(asked, known), translator(locale)).map(plain);

test.each(cases)('%s of %j is %j', (asked, known, value) => {
  const { value: found } = solved(asked, known);
  if (typeof value === 'number') expect(found).toBeCloseTo(value, 9);
  else expect(found).toEqual(value);
});

test('every equation of the table is tested', () => {
  const worked = new Set(
    cases.flatMap(([asked, known]) => solved(asked, known).applied.map((one) => one.equation)),
  );
  const name = ({ gives, from }: (typeof equations)[number]): string =>
    `${gives} from ${from.join(', ')}`;
  expect(equations.filter((one) => !worked.has(one)).map(name)).toEqual([]);
});

describe('which derivation', () => {
  test('a number that can be derived is never a default', () => {
    const { applied, value } = solved('steps', { rows: 1000, perGpu: 10, gpus: 2 });
    expect(value).toBe(50);
    expect(applied.flatMap(({ equation: { assumes } }) => assumes ?? [])).toEqual([]);
  });

  test('a derivation without defaults goes before one with them', () => {
    expect(solved('perSecond', { msPerStep: 2 }).wanted).toBe('stepsPerSecond');
  });

  test('it is the shortest, and none is circular', () => {
    const { applied } = solved('updates', { rows: 1000, batch: 10, epochs: 5, msPerEpoch: 3000 });
    expect(applied.map(({ equation: { gives } }) => gives)).toEqual([
      ...['fitRows', 'trainRows', 'steps', 'ran', 'updates'],
    ]);
  });

  test('it tells which of the given numbers it used', () => {
    const { used } = solved('steps', { rows: 1000, batch: 10, epochs: 5, accuracy: 0.9 });
    expect([...used].toSorted()).toEqual(['batch', 'rows']);
  });

  test('for any numbers: each line uses given ones or those of earlier lines', () => {
    const all: Known = Object.assign({}, ...cases.map(([, known]) => known)) as Known;
    const names = Object.keys(all) as Unknown[];
    for (let round = 0; round < 20; round += 1) {
      const kept = names.filter((_, index) => (index * 7 + round * 13) % (2 + (round % 5)) === 0);
      const known: Known = Object.fromEntries(kept.map((name) => [name, all[name]]));
      for (const gives of new Set(equations.map((one) => one.gives))) {
        const derivation = solve(known, gives);
        expect(solve(Object.fromEntries(Object.entries(known).toReversed()), gives)).toEqual(
          derivation,
        );
        const before = new Set<Unknown>(kept);
        for (const { equation } of derivation?.applied ?? []) {
          expect(equation.from.filter((name) => !before.has(name))).toEqual([]);
          expect(before).not.toContain(equation.gives);
          before.add(equation.gives);
        }
      }
    }
  });
});

test.each<[Case[0], Known]>([
  ['steps', {}],
  ['batch', { rows: 1000 }],
  ['perGpu', { gpus: 4 }],
  ['trainRows', { rows: 1000 }],
  ['steps', { updates: 251, epochs: 5 }],
  ['steps', { rows: 1000, batch: 0 / 0, perGpu: 3 }],
  ['inputs', { parameters: 91, units: 10 }],
  ['accuracy', { rows: 10, right: 11 }],
  ['wrong', { rows: 10, right: 11 }],
  ['trainRows', { rows: 1, validationSplit: 0.5 }],
  ['epochs', { epochs: 10, epochNow: 12 }],
  ['batch', { rows: 10, steps: 11 }],
  ['last', { rows: 1000, batch: 10, steps: 7 }],
  ['rows', { steps: 5, batch: 10, lastRows: 12 }],
  ['time', { epochs: 10 }],
])('%s does not follow from %j', (asked, known) => {
  expect(solve(known, asked)).toBeUndefined();
});

describe('explained line by line', () => {
  test('the result and its formula, then where its numbers came from', () => {
    expect(told('updates', { rows: 4200, batch: 35, epochs: 20 })).toEqual([
      '2,400 weight updates: 120 iterations per epoch × 20 epochs. Each iteration updates the weights once.',
      '4,200 rows ÷ batch_size 35 = 120 iterations per epoch.',
    ]);
    expect(told('updates', { rows: 4200, batch: 35, epochs: 20 }, 'ko')).toEqual([
      '가중치 업데이트 2,400번이에요: 에포크당 이터레이션 120번 × 에포크 20번. 이터레이션마다 가중치를 한 번씩 고치거든요.',
      '4,200행 ÷ batch_size 35 = 에포크당 이터레이션 120번이에요.',
    ]);
  });

  test('rounding is mentioned, even where only a computer rounds', () => {
    expect(told('steps', { rows: 4205, batch: 35 })).toEqual([
      '121 iterations per epoch: 4,205 rows ÷ batch_size 35 = 120.143, rounded up.',
    ]);
    expect(told('last', { rows: 4205, batch: 35 })).toContain(
      '4,205 rows ÷ batch_size 35 = 120.143, rounded up to 121 iterations per epoch.',
    );
    const [first] = told('trainRows', { rows: 10_000, validationSplit: 0.8 });
    expect(first).toMatch(/^1,999 training rows: .* = 1,999\.99+\d*, rounded down\.$/);
    expect(told('right', { rows: 1200, accuracy: 0.97 })[0]).not.toContain('rounded');
  });

  test('test rows are called that', () => {
    expect(told('accuracy', { testRows: 1200, mistaken: 36 })[0]).toMatch(
      /^accuracy 0\.97 \(97%\): 1 − \(36 wrong ÷ 1,200 test rows\)\./,
    );
  });

  test('a range is explained so that it can be checked', () => {
    expect(told('batch', { rows: 1000, steps: 11 })).toEqual([
      'batch_size 91 to 99: 1,000 rows ÷ 11 iterations per epoch. Iterations are rounded up, so 1,000 ÷ 91 and 1,000 ÷ 99 both give 11, and so does every size in between.',
    ]);
    expect(told('batch', { rows: 2200, steps: 22 })[0]).toContain('With 100 nothing is left over.');
  });

  test('assumptions come last', () => {
    expect(told('steps', { rows: 1000 }).at(-1)).toBe(
      'You gave no batch_size, so I took Keras’ default, 32.',
    );
    expect(told('bytes', { inputs: 8, classes: 10 }).at(-1)).toMatch(/4 bytes.*float32/);
  });

  test('if gradients are accumulated, it claims no update for each iteration', () => {
    const lines = told('updates', { rows: 1000, batch: 16, accumulated: 4, epochs: 3 }).join(' ');
    expect(lines).toContain('only once for every 4 batches');
    expect(lines).not.toContain('Each iteration updates');
  });

  test.each(locales)('every result comes first, in bold and in digits: %s', (locale) => {
    const t = translator(locale);
    for (const [asked, known, value] of cases) {
      const derivation = solved(asked, known);
      const lines = derivationLines(derivation, t);
      const words = lines.map(plain).join('\n');
      expect(words, words).not.toMatch(/undefined|NaN|[{}]/);
      const first = lines[0] ?? [];
      const bold = first.filter(({ style }) => style === 'strong').map(({ text }) => text);
      expect(bold, words).toHaveLength(1);
      if (typeof value !== 'number') {
        expect(bold[0]).toContain(value.from.toLocaleString(locale));
      } else if (derivation.wanted.startsWith('ms')) {
        expect(bold[0]).toMatch(/\d/);
      } else {
        expect(bold[0]).toContain(value.toLocaleString(locale));
      }
    }
  });

  test('every number of the table has words', () => {
    const formulas = equations.flatMap(({ told: formula }) => formula ?? []);
    const named = formulas.flatMap((formula) => formula.match(/(?<![#a-z])[a-z]+/gi) ?? []);
    const results = equations.flatMap(({ told: formula, gives }) =>
      formula === undefined ? [] : [gives],
    );
    const keys = [
      ...named.filter((name) => name !== 'second').map((name) => `sum.solve.of.${name}`),
      ...results.map((name) => `sum.solve.is.${name}`),
    ];
    expect([...new Set(keys)].filter((key) => !hasMessage(key))).toEqual([]);
  });
});
