/** Bytes of an array that holds all rows: rows × numbers in one × bytes of a number. */
import { asked, type SumKind } from '../kind.js';
import { decimal } from '../sentences.js';
import { wants } from '../want.js';

/** NumPy's types by name; what pandas and Python read is float64, what networks take float32. */
const types: readonly (readonly [RegExp, bytes: number, name: string])[] = [
  [/float ?64|double|int ?64/, 8, 'float64'],
  [/uint ?8|int8|\bbytes?\b(?! ?\?)/, 1, 'uint8'],
  [/float ?16|half precision/, 2, 'float16'],
];
const FLOAT32 = [/float ?32/, 4, 'float32'] as const;
const image = /(\d{1,4}) ?x ?(\d{1,4})(?: ?x ?([134])(?!\d))?/;
const coloured = /colou?r|rgb|컬러|칼라/;

export const memory: SumKind = {
  name: 'memory',
  asks: 'bytes',
  concepts: ['batch_size'],
  bid(reading) {
    const { text, amounts } = reading;
    const { rows, inputs, batch } = amounts;
    const strength = wants(reading, 'bytes');
    const size = image.exec(text);
    const channels = Number(size?.[3] ?? (coloured.test(text) ? 3 : 1));
    const numbers = size ? Number(size[1]) * Number(size[2]) * channels : inputs;
    const count = rows ?? batch;
    if (strength === 0 || count === undefined || numbers === undefined) return undefined;
    const [, bytes, type] = types.find(([name]) => name.test(text)) ?? FLOAT32;
    const all = count * numbers * bytes;
    return asked(
      reading,
      strength,
      ['rows', 'inputs', 'batch', 'epochs'],
      (t) => {
        const unit = all >= 1e9 ? 'GB' : all >= 1e6 ? 'MB' : all >= 1e3 ? 'kB' : 'B';
        const scale = { GB: 1e9, MB: 1e6, kB: 1e3, B: 1 }[unit];
        return [
          t.text('sum.memory', {
            ...{ rows: count, numbers, bytes, type, all, unit },
            size: decimal(all / scale, t, 1),
          }),
        ];
      },
      { amounts },
    );
  },
};
