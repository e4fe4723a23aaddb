import { expect, test } from 'vitest';
import { translator } from '../../src/content/translator.js';
import { readCsv } from '../../src/datasets/csv/read.js';
import { prepare } from '../../src/datasets/prepare/prepare.js';
import { type Dice, dice } from '../../src/datasets/random.js';
import { UserError } from '../../src/errors.js';

const pieces = [
  ...[',', ';', '\t', '\n', '\r\n', '"', '""', ' ', '\0', '\uFEFF', '-', '?', 'NA', 'null', '{x}'],
  ...[
    '1',
    '0',
    '-1.5e308',
    '1e99',
    '1,234',
    '٣',
    'Infinity',
    '__proto__',
    '<b>',
    '이름',
    '🐧',
    'x',
  ],
];

const sound = Array.from({ length: 30 }, (_, row) => `${row % 7},${row / 7},${row % 2}`);

/** Fragments alone, or a valid file with some inserted. */
function text(random: Dice): string {
  const some = (): string => pieces[random.integer(0, pieces.length - 1)] ?? '';
  if (random.chance(0.3)) return Array.from({ length: random.integer(0, 200) }, some).join('');
  let file = `a,b,c\n${sound.join('\n')}`;
  for (let count = random.integer(1, 8); count > 0; count -= 1) {
    const at = random.integer(0, file.length);
    file = file.slice(0, at) + some() + file.slice(at + random.integer(0, 1));
  }
  return file;
}

function bytes(random: Dice): Uint8Array {
  const encoded = new TextEncoder().encode(text(random));
  if (random.chance(0.2)) {
    for (let flips = 0; flips < 3 && encoded.length > 0; flips += 1) {
      encoded[random.integer(0, encoded.length - 1)] = random.integer(0, 255);
    }
  }
  return encoded;
}

test('malformed files are refused in words or give finite data, never anything else', () => {
  const random = dice(42);
  const outcomes = { refused: 0, prepared: 0 };
  for (let round = 0; round < 3_000; round += 1) {
    try {
      const data = prepare('x', readCsv(bytes(random)));
      expect(data.x.every(Number.isFinite) && data.y.every(Number.isFinite)).toBe(true);
      expect(Number.isFinite(data.summary.baseline)).toBe(true);
      outcomes.prepared += 1;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      expect(translator('ko').plain(error.key, error.params)).not.toBe('');
      expect(translator('en').plain(error.key, error.params)).not.toBe('');
      outcomes.refused += 1;
    }
  }
  expect(outcomes.prepared).toBeGreaterThan(500);
  expect(outcomes.refused).toBeGreaterThan(500);
});
