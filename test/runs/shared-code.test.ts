/** Run codes: they contain everything, they are short, and incomplete or foreign ones are refused. */
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.js';
import { fromBase58, toBase58 } from '../../src/runs/base58.js';
import { BrokenBytesError, BytesIn, BytesOut } from '../../src/runs/packed-bytes.js';
import { codePattern, readCode, writeCode, type SharedRun } from '../../src/runs/shared-code.js';

const seen = { epochs: 20, digest: '0123456789ab', backend: 'fused' } as const;
const lesson: SharedRun = {
  settings: {
    dataset: { kind: 'builtin', name: 'churn' },
    ...{ epochs: 20, batchSize: 10, validationSplit: 0, layers: [6, 6], activation: 'relu' },
    ...{ optimizer: 'adam', learningRate: 0.001, seed: 4_294_967_295, pace: 'watch' },
  },
  contents: '00ffab120000',
  seen,
};
const everything: SharedRun = {
  settings: {
    dataset: { kind: 'builtin', name: 'penguins', use: ['island', 'mass, "g"'], drop: ['sex'] },
    ...{ epochs: 500, batchSize: 100_000, validationSplit: 0.9, layers: [512, 1, 33, 128] },
    ...{ activation: 'sigmoid', optimizer: 'sgd', learningRate: 0.1 + 0.2, momentum: 0.99 },
    ...{ dropout: 1 / 3, l2: 1e-7, patience: 500, seed: 0, pace: 'fast', engine: 'tensorflow' },
  },
  contents: 'ffffffffffff',
  seen: { epochs: 500, digest: 'fedcba987654', backend: 'wasm' },
};
const ownTable: SharedRun = {
  settings: {
    ...lesson.settings,
    layers: [],
    dataset: {
      ...{ kind: 'csv', sha256: '0a'.repeat(32), fileName: "우리 반 점수 (final) 'v2'.csv" },
      ...{ reading: 3, target: '합격 여부', task: 'classes', use: ['국어', '수학'] },
    },
  },
  contents: '',
};

function code(shared: SharedRun): string {
  const written = writeCode(shared);
  if (written === undefined) throw new Error('too long');
  return written;
}

function refusal(read: () => unknown): string {
  try {
    read();
    return 'taken';
  } catch (error) {
    if (error instanceof UserError) return error.key;
    throw error;
  }
}

describe('a code', () => {
  test.each([
    ['the lesson', lesson],
    ['every option', everything],
    ['a table of one’s own', ownTable],
  ])('of %s contains everything', (_, shared) => {
    expect(readCode(code(shared))).toEqual(shared);
  });

  test('is letters and digits, so that a double click selects all of it', () => {
    for (const shared of [lesson, everything, ownTable]) {
      expect(code(shared)).toMatch(/^[A-Za-z\d]+$/);
      expect(code(shared)).toMatch(codePattern);
    }
  });

  test('is short: a line with it fits a button, one with a table a chat line', () => {
    expect(`/fit like:${code(lesson)}`.length).toBeLessThanOrEqual(75);
    expect(code(everything).length).toBeLessThanOrEqual(140);
    expect(code(ownTable).length).toBeLessThanOrEqual(200);
  });

  test('is not made if names would make it longer than a chat line', () => {
    const names = Array.from({ length: 100 }, (_, index) => `a long name of column ${index}`);
    const { dataset } = ownTable.settings;
    const settings = { ...ownTable.settings, dataset: { ...dataset, use: names } };
    expect(writeCode({ ...ownTable, settings })).toBeUndefined();
  });

  test('keeps every number to its last digit', () => {
    for (let tries = 0; tries < 2_000; tries += 1) {
      const learningRate = Math.random() * 10 ** Math.floor(Math.random() * 12 - 9);
      const shared = { ...lesson, settings: { ...lesson.settings, learningRate } };
      expect(readCode(code(shared)).settings.learningRate).toBe(learningRate);
    }
  });
});

describe('an incomplete code is refused', () => {
  const whole = code(lesson);
  const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

  test('any wrong letter, at any position', () => {
    for (let at = 2; at < whole.length; at += 1) {
      for (const letter of letters) {
        const typed = whole.slice(0, at) + letter + whole.slice(at + 1);
        const expected = typed === whole ? 'taken' : 'error.codeNotWhole';
        expect(
          refusal(() => readCode(typed)),
          typed,
        ).toBe(expected);
      }
    }
  });

  test('letters missing, added, swapped, or in another case', () => {
    for (let at = 1; at < whole.length; at += 1) {
      const [before, after] = [whole.slice(0, at), whole.slice(at)];
      const swapped = whole.slice(0, at - 1) + (whole[at] ?? '') + (whole[at - 1] ?? '');
      for (const typed of [
        before,
        before + whole.slice(at + 1),
        `${before}7${after}`,
        `${before}1${after}`,
        swapped + whole.slice(at + 1),
      ]) {
        if (typed !== whole)
          expect(
            refusal(() => readCode(typed)),
            typed,
          ).toBe('error.codeNotWhole');
      }
    }
    for (const typed of [whole.toLowerCase(), whole.toUpperCase(), 'ET', 'ET0', 'ET l', '']) {
      expect(
        refusal(() => readCode(typed)),
        typed,
      ).toBe('error.codeNotWhole');
    }
  });
});

/** A handmade code: its checksum is right, whatever it contains. */
function forged(bytes: Uint8Array): string {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(bytes));
  return `ET${toBase58(Buffer.concat([bytes, sum]))}`;
}

describe('nothing in a code is trusted', () => {
  test('one from a later version is distinguished from a broken one', () => {
    expect(refusal(() => readCode(forged(Uint8Array.of(2, 9, 9, 9))))).toBe('error.codeNewer');
  });

  test('any bytes are read, or refused in one sentence', () => {
    const original = fromBase58(code(ownTable).slice(2))?.subarray(0, -4) ?? new Uint8Array();
    for (let tries = 0; tries < 3_000; tries += 1) {
      const bytes = Uint8Array.from(original);
      for (let changes = 1 + Math.floor(Math.random() * 4); changes > 0; changes -= 1) {
        bytes[1 + Math.floor(Math.random() * (bytes.length - 1))] = Math.floor(Math.random() * 256);
      }
      const cut = bytes.subarray(0, 1 + Math.floor(Math.random() * bytes.length));
      for (const made of [bytes, cut]) {
        expect(['taken', 'error.codeNotWhole']).toContain(refusal(() => readCode(forged(made))));
      }
    }
  });

  test('a list of columns that claims to be endless is refused', () => {
    const out = new BytesOut().byte(1).byte(0).byte(0).byte(0);
    out
      .whole(1)
      .whole(1)
      .decimal(0)
      .whole(2 ** 50);
    expect(refusal(() => readCode(forged(out.bytes)))).toBe('error.codeNotWhole');
  });
});

test('packed bytes never read past their end', () => {
  for (const bytes of [[], [255, 255], Array.from({ length: 20 }, () => 255)]) {
    const read = (): BytesIn => new BytesIn(Uint8Array.from(bytes));
    expect(() => read().whole()).toThrow(BrokenBytesError);
    expect(() => read().text()).toThrow(BrokenBytesError);
    expect(() => read().decimal()).toThrow(BrokenBytesError);
  }
});
