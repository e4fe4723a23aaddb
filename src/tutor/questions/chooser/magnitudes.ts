/**
 * The numbers of a question, told as what they say about it: 1, 32 and 0.69 are known by themselves,
 * others by how large they are. Which role a number has is another matter (`markRoles`).
 */

/** Percentages are written with their sign, powers as programs print them; `x1` is a name. */
const numberPattern =
  /(?<![\p{L}\d.])\d[\d,]*(?:\.\d+)?(?:e-?\d+)?%?|(?<=\p{sc=Hangul})\d+(?:\.\d+)?%?/gu;

/** Whole numbers that stand in many questions and mean one thing in most of them: common batch sizes. */
const known = new Set([12, 16, 20, 32, 50, 64, 100, 128, 256, 1000]);
const LARGEST_BY_ITSELF = 10;

/** A share or a percentage is called by the first bound that it is below; chance and ln 2 are their own. */
const shares = [0.011, 0.12, 0.25, 0.45, 0.55, 0.685, 0.695, 0.75, 0.9, 0.97, 1];
const percentages = [1, 45, 55, 70, 97, 100];
const wholes = [2, 10, 100, 1_000, 100_000];
const fractions = [10, 100];

/** @param text as `normalText` gives it */
export function magnitudesIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [written] of text.matchAll(numberPattern)) {
    const value = Number.parseFloat(written.replaceAll(',', ''));
    if (written.endsWith('%')) {
      found.add(below(percentages, value, '%'));
    } else if (value > 0 && value < 1) {
      found.add(below(shares, value, '.'));
    } else if (Number.isInteger(value)) {
      if (value <= LARGEST_BY_ITSELF || known.has(value)) found.add(`=${value}`);
      found.add(below(wholes, value, '1'));
    } else {
      found.add(below(fractions, value, '1.'));
    }
  }
  return found;
}

function below(bounds: readonly number[], value: number, kind: string): string {
  return `${kind}<${bounds.find((bound) => value < bound) ?? 'more'}`;
}
