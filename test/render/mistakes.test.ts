/** A confusion matrix, and true against predicted amounts: in sentences, folded, and as a chart. */
import { describe, expect, it, test } from 'vitest';
import { plain } from '../../src/content/text.js';
import { locales } from '../../src/content/locale.js';
import { translator } from '../../src/content/translator.js';
import { chartAlt, chartOf } from '../../src/render/chart.js';
import { mistakesAlt } from '../../src/render/mistakes/alt.js';
import { matrixOf, mistakesChart } from '../../src/render/mistakes/chart.js';
import { findings, saysMoreThanCurve } from '../../src/render/mistakes/findings.js';
import { folded } from '../../src/render/mistakes/folded.js';
import type { DataSummary } from '../../src/runs/dataset.js';
import type { AmountMistakes } from '../../src/runs/mistakes.js';
import type { Confusion, TestResult } from '../../src/runs/protocol.js';
import { recordedState } from '../support/recorded-runs.js';
import { summary } from '../support/run-samples.js';

const en = translator('en');
const ko = translator('ko');

function dataOf(classes: readonly string[], more: Partial<DataSummary> = {}): DataSummary {
  return { ...summary(), target: 'kind', task: 'multiclass', classes, ...more };
}

const sentences = (confusion: Confusion, data: DataSummary, t = en): readonly string[] =>
  findings(confusion, data, t).map(plain);

describe('sentences', () => {
  const churn = { ...summary(), classRows: [7963, 2037] };
  const counts: Confusion = [
    [1532, 60],
    [209, 199],
  ];

  it('counts the rows found of a rare class, and the most frequent mistake', () => {
    expect(sentences(counts, churn)).toEqual([
      'Of 408 test rows with Exited = 1 it found 199.',
      'Most often it says 0 where Exited is 1: in 209 of 408 rows.',
    ]);
    expect(sentences(counts, churn, ko)).toEqual([
      'Exited = 1인 시험용 행 408개 중에서 199개를 찾았어요.',
      '가장 자주 틀린 건 정답은 Exited 1, 신경망의 답은 0인 경우예요. 408개 중 209개가 그랬어요.',
    ]);
  });

  it('names a class never predicted, and does not list too many', () => {
    const never: Confusion = [
      [4, 0, 0],
      [5, 0, 0],
      [6, 0, 0],
    ];
    expect(sentences(never, dataOf(['a', 'b', 'c']))).toEqual([
      'Hardest for it is kind = b: of 5 test rows it found none.',
      'Most often it says a where kind is c: in 6 of 6 rows.',
      'It never says b, c.',
    ]);
    const six = Array.from({ length: 6 }, () => [1, 0, 0, 0, 0, 0]);
    expect(sentences(six, dataOf(['a', 'b', 'c', 'd', 'e', 'f'])).at(-1)).toBe(
      'It never says b, c, d or 2 others.',
    );
  });

  it('says so if nothing is wrong', () => {
    expect(
      sentences(
        [
          [3, 0],
          [0, 4],
        ],
        churn,
      ),
    ).toEqual(['There is no mistake to show: it got every one of them right.']);
  });

  it('does not count a class without test rows as a hard one', () => {
    const empty: Confusion = [
      [0, 0],
      [1, 9],
    ];
    expect(sentences(empty, dataOf(['a', 'b']))[0]).toContain('kind = b: of 10 test rows');
  });
});

describe('in the chart at the end', () => {
  const rare = (found: number): TestResult => ({
    ...{ loss: 0.3, metric: 0.85, rare: { class: 1, rows: 100, found } },
    confusion: [
      [300, 8],
      [100 - found, found],
    ],
  });

  test.each<[string, TestResult, boolean]>([
    ['a rare class is found 20 points more seldom than rows are right', rare(64), true],
    ['not quite so much more seldom', rare(66), false],
    ['a rare class that is found', rare(90), false],
    [
      'no class is rare',
      {
        loss: 0.3,
        metric: 0.6,
        confusion: [
          [3, 1],
          [2, 4],
        ],
      },
      false,
    ],
    [
      'more than two classes',
      {
        loss: 0,
        metric: 1,
        confusion: [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ],
      },
      true,
    ],
    ['an amount, or a run of an older version', { loss: 0.3, metric: 0.2 }, false],
    [
      'no test row of the rare class',
      {
        loss: 0,
        metric: 1,
        confusion: [
          [9, 0],
          [0, 0],
        ],
        rare: { class: 1, rows: 0, found: 0 },
      },
      false,
    ],
  ])('%s', (_, tested, says) => {
    expect(saysMoreThanCurve(tested)).toBe(says);
  });

  test('it is below the curves, and in the text alternative', () => {
    const state = recordedState('lesson');
    const before = chartOf(state, en);
    expect(before.matrix).toBeUndefined();
    const tested = { ...state, test: rare(40) };
    const { matrix, panels } = chartOf(tested, en);
    expect(panels).toEqual(before.panels);
    expect(matrix?.counts).toEqual(rare(40).confusion);
    expect(chartAlt(tested, en)).toContain(
      'Below, for the test rows: Table of true answers against what the network said. Found: 0: 300 of 308, 1: 40 of 100.',
    );
    expect(chartAlt({ ...state, test: rare(90) }, en)).toBe(chartAlt(state, en));
  });
});

describe('many classes', () => {
  /** Each class is mixed up with the next as often as its number. */
  const many = (classes: number): Confusion =>
    Array.from({ length: classes }, (_, answer) =>
      Array.from({ length: classes }, (__, said) =>
        said === answer ? 10 : said === (answer + 1) % classes ? answer : 0,
      ),
    );

  it('are all shown up to ten', () => {
    expect(folded(many(10))).toEqual({
      shown: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      ...{ others: [], counts: many(10) },
    });
  });

  it('are folded to the nine that are mixed up most, and the rest as one', () => {
    const { shown, others, counts } = folded(many(30));
    expect(shown).toEqual([21, 22, 23, 24, 25, 26, 27, 28, 29]);
    expect(others).toHaveLength(21);
    const total = (rows: Confusion): number => rows.flat().reduce((sum, count) => sum + count, 0);
    expect(total(counts)).toBe(total(many(30)));
    // Row 29 is predicted as 0, which is one of the others.
    expect(counts[8]?.[9]).toBe(29);
    expect(counts[9]?.[0]).toBe(20);
  });

  it('are distinguished from right answers', () => {
    const classes = Array.from({ length: 30 }, (_, index) => `class ${index}`);
    const matrix = matrixOf(many(30), dataOf(classes), en);
    expect(matrix.labels.at(-1)).toBe('21 others');
    expect(matrix.hasOthers).toBe(true);
    expect(matrix.note).toBe(
      'The 21 classes that are mixed up least are shown as one: 210 of their 420 rows are right.',
    );
  });

  it('have names that are limited, on one line, and cannot end it', () => {
    const names = ['한'.repeat(300), '<b>@everyone\n```', 'c'];
    const data = dataOf(names);
    const confusion: Confusion = [
      [1, 2, 0],
      [3, 4, 0],
      [0, 0, 1],
    ];
    for (const locale of locales) {
      const t = translator(locale);
      const { labels } = matrixOf(confusion, data, t);
      expect(labels[0]).toHaveLength(40);
      expect(labels[1]).toBe('<b>@everyone ```');
      const alt = mistakesAlt(data, { kind: 'classes', confusion, worst: [] }, t);
      expect(alt).not.toContain('\n');
      expect(alt.length).toBeLessThan(600);
    }
  });
});

describe('amounts', () => {
  const mistakes = (pairs: AmountMistakes['pairs']): AmountMistakes => ({
    ...{ kind: 'amount', rows: pairs.length, pairs, meanOff: 1, tooHigh: 1, tooLow: 1, worst: [] },
  });
  const even = Array.from({ length: 100 }, (_, index) => ({ answer: index, said: index + 1 }));
  const data: DataSummary = { ...summary(), task: 'regression', metric: 'mae', classes: [] };

  it('have one range for both axes', () => {
    const { scatter } = mistakesChart('ab12', data, mistakes(even), en);
    expect(scatter?.range.from).toBeCloseTo(-4);
    expect(scatter?.range.to).toBeCloseTo(104);
    expect(scatter).not.toHaveProperty('beyond');
  });

  it('are not squeezed by an outlier, which is counted', () => {
    const far = [...even, { answer: 20_000, said: 80 }];
    const { scatter } = mistakesChart('ab12', data, mistakes(far), en);
    expect(scatter?.range.to).toBeLessThan(400);
    expect(scatter?.beyond).toBe('1 further out');
    expect(scatter?.pairs).toHaveLength(101);
  });

  it('have a range even if all are the same', () => {
    const same = mistakesChart('ab12', data, mistakes([{ answer: 5, said: 5 }]), en).scatter;
    expect(same?.range.from).toBeLessThan(5);
    expect(same?.range.to).toBeGreaterThan(5);
  });
});
