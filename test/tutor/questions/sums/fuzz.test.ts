/** Whatever is typed, nothing throws, and no number is nonsense. */
import { expect, test } from 'vitest';
import { locales } from '../../../../src/content/locale.js';
import { plain } from '../../../../src/content/text.js';
import { translator } from '../../../../src/content/translator.js';
import { dice } from '../../../../src/datasets/random.js';
import { lessonFacts } from '../../../../src/tutor/facts.js';
import { normalText } from '../../../../src/tutor/questions/normal-text.js';
import type { PreviousSum } from '../../../../src/tutor/questions/sums/follow-up.js';
import { markRoles } from '../../../../src/tutor/questions/sums/mark-roles.js';
import { sumBids } from '../../../../src/tutor/questions/sums/sum-bids.js';

const pieces = [
  ...[
    '0',
    '1',
    '32',
    '60000',
    '1/0',
    '0/0',
    '7/7',
    '-1',
    '1e308',
    '9'.repeat(40),
    '0.2',
    '20%',
    '1e-4',
  ],
  ...[
    '3ms',
    '635us/step',
    '12 s',
    '1:30',
    '육만',
    '1만 2천',
    '11-6-6-1',
    'dense(8)',
    '28x28',
    '½',
    '٣',
  ],
  ...[
    'rows',
    '개',
    '장',
    'batch',
    '배치',
    'epochs',
    '에포크',
    'steps',
    '스텝',
    'per epoch',
    '에폭당',
  ],
  ...[
    'how many',
    '몇 번',
    'why',
    '왜',
    'total',
    '총',
    'last batch',
    '마지막 배치',
    'which epoch',
    'gpus',
  ],
  ...['accumulate', 'validation_split', 'test_size', 'accuracy', 'mnist', 'evaluate', 'parameters'],
  ...['updates', 'per second', 'how long', 'inputs', 'units', 'classes', 'each', 'vs', 'and', '씩'],
  ...[
    '=',
    '?',
    ':',
    ',',
    '#',
    '¿',
    'EACH',
    '§',
    '\u0000',
    '👩‍👩‍👧',
    '__proto__',
    'constructor',
    'ㅠㅠ',
  ],
];

test('in random mixes, one after another', { timeout: 120_000 }, () => {
  const roll = dice(20_240_601);
  const any = (): string => pieces[roll.integer(0, pieces.length - 1)] ?? '';
  const facts = { ...lessonFacts, run: { id: 'ab12', seed: 1 } };
  let previous: PreviousSum | undefined;
  for (let count = 0; count < 4000; count += 1) {
    const written = Array.from({ length: roll.integer(0, 14) }, any).join(
      roll.chance(0.8) ? ' ' : '',
    );
    const text = normalText(written);
    expect(markRoles(text)).not.toContain('undefined');
    for (const bid of sumBids(text, count % 2 === 0 ? facts : lessonFacts, previous)) {
      expect(bid.score, written).toBeGreaterThan(0);
      expect(bid.score, written).toBeLessThanOrEqual(1);
      for (const locale of locales) {
        const said = bid.answer(translator(locale)).lines.map(plain).join(' ');
        expect(said, written).not.toMatch(/NaN|Infinity|∞|undefined|null/);
        expect(said.length, written).toBeLessThan(1200);
      }
      if (roll.chance(0.2)) previous = { kind: bid.kind, amounts: bid.amounts };
    }
  }
});

test('no question takes noticeably long', () => {
  const text = normalText(
    '1000 rows, batch 100, 20 epochs, validation_split 0.2: how many updates in total?',
  );
  const tookMs = Array.from({ length: 600 }, () => {
    const begin = performance.now();
    sumBids(text, lessonFacts);
    return performance.now() - begin;
  });
  // Once warm, in the best of the runs; far above what it takes, on a busy machine, too.
  expect(Math.min(...tookMs)).toBeLessThan(25);
});
