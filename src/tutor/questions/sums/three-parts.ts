/** “A 70/15/15 split”, “6:2:2로 나누면”: shares for training, validation and the test. */

export interface MarkedParts {
  /** The text without them. */
  readonly text: string;
  /** Of 1, training first; empty where there are none. */
  readonly shares: readonly number[];
}

const number = String.raw`(\d{1,2}(?:\.\d+)?)%?`;
const three = new RegExp(
  String.raw`(?<![\d.:/-])${number} ?[:/-] ?${number} ?[:/-] ?${number}(?![\d:/-])`,
);

/** @param text as `normalText` gives it */
export function markParts(text: string): MarkedParts {
  const found = three.exec(text);
  const parts = (found?.slice(1) ?? []).map(Number);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (!found || ![10, 100].includes(whole)) return { text, shares: [] };
  return { text: text.replace(found[0], ' '), shares: parts.map((part) => part / whole) };
}
