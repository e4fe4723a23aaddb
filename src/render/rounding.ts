/**
 * A number with a fixed count of decimals, rounded as Python's `'%.nf'` rounds: exact ties go to the
 * even digit, where `toFixed` rounds up. 25/32 is `0.7812` in Keras and `0.7813` by `toFixed(4)`.
 */
export function fixed(value: number, decimals: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Math.abs(value) >= 1e21) {
    // From here on toFixed uses exponents; a double this large has no decimals.
    return BigInt(value).toString() + (decimals > 0 ? `.${'0'.repeat(decimals)}` : '');
  }
  const rounded = value.toFixed(decimals);
  if (!isTie(value, decimals)) return rounded;
  // One more decimal writes a tie exactly, so cutting its 5 rounds towards zero.
  const cut = value.toFixed(decimals + 1).slice(0, -1);
  const towardsZero = decimals === 0 ? cut.slice(0, -1) : cut;
  return Number(towardsZero.at(-1)) % 2 === 0 ? towardsZero : rounded;
}

/** Halfway between two decimals: in binary only odd multiples of 2^-(decimals + 1) are. */
function isTie(value: number, decimals: number): boolean {
  return Math.abs(value * 2 ** (decimals + 1)) % 2 === 1;
}
