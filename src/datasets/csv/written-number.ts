/** Parses one number as people write it: signs, thousands, currency, unit, 만 and 억. */
import type { DecimalSign } from './decimal-sign.js';

/** Larger values would overflow when squared for the standard deviation. */
const maxMagnitude = 1e100;

const point = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const comma = String.raw`(?:\d{1,3}(?:\.\d{3})+(?:,\d*)?|\d+,?\d*|,\d+)(?:e[+-]?\d+)?`;
const plain: Readonly<Record<DecimalSign, RegExp>> = {
  '.': new RegExp(`^[+-]?${point}$`, 'i'),
  ',': new RegExp(`^[+-]?${comma}$`, 'i'),
};

/** Only digits and signs, with thousands separators; `undefined` for anything else. */
export function plainNumber(cell: string, decimal: DecimalSign): number | undefined {
  if (!plain[decimal].test(cell)) return undefined;
  return bounded(toValue(cell, decimal));
}

function toValue(digits: string, decimal: DecimalSign): number {
  const grouping = decimal === '.' ? ',' : '.';
  const whole = digits.includes(grouping) ? digits.replaceAll(grouping, '') : digits;
  return Number(decimal === ',' ? whole.replace(',', '.') : whole);
}

function bounded(value: number): number | undefined {
  return Math.abs(value) <= maxMagnitude ? value : undefined;
}

export interface WrittenNumber {
  readonly value: number;
  /** The text before and after it, including spaces next to the number. */
  readonly prefix: string;
  readonly suffix: string;
}

/** Also with spaces or apostrophes between thousands, and as in India: `1,23,456`. */
const grouped: Readonly<Record<DecimalSign, string>> = {
  '.': String.raw`(?:\d{1,3}(?:[ '’]\d{3})+(?:\.\d*)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d*)?|${point})`,
  ',': String.raw`(?:\d{1,3}(?:[ '’]\d{3})+(?:,\d*)?|${comma})`,
};
/** Before a number only a currency is a unit: `Room 12` is not 12. A backslash is ₩ on Korean keyboards. */
const money = String.raw`(?:[A-Z]{0,3}\p{Sc}|\\|USD|EUR|GBP|KRW|JPY|CNY|INR|CHF|CAD|AUD|BRL|MXN|SEK|NOK|DKK|PLN|Rs\.?|RM|약|ca\.|~|≈)`;
/** After it, anything that starts with a letter or a unit symbol. */
const unit = String.raw`(?:["'″′]|''|[\p{L}\p{Sc}%‰°℃℉㎏㎝㎜㎞㎡㎥µ][\p{L}\p{M}\p{N}\p{Sc}%‰°²³/.·^㎡㎥ -]{0,15})`;
const written = (number: string): RegExp =>
  new RegExp(
    String.raw`^(?<sign>[+-]?) ?(?<prefix>${money} ?)?(?<sign2>[+-]?)(?<number>${number})(?<minus>-?)(?<suffix> ?${unit})?$`,
    'iu',
  );
const korean = (number: string): string =>
  String.raw`(?:${number} ?[십백천만억조]+ ?)+(?:${number})?`;
const patterns: Readonly<Record<DecimalSign, readonly [RegExp, RegExp]>> = {
  '.': [written(grouped['.']), written(korean(grouped['.']))],
  ',': [written(grouped[',']), written(korean(grouped[',']))],
};

/** Longer cells are always text. */
const maxChars = 40;

/** @param cell the result of `cleaned` */
export function writtenNumber(cell: string, decimal: DecimalSign): WrittenNumber | undefined {
  if (cell.length > maxChars || !/\d/.test(cell)) return undefined;
  const usualValue = plainNumber(cell, decimal);
  if (usualValue !== undefined) return { value: usualValue, prefix: '', suffix: '' };
  const signed = cell.replace(/[\u2212\u2012\u2013\uFE63]/g, '-');
  // Accountants write losses in brackets: (1,234) or $(1,234) or (1,234) €.
  const brackets = /^([^()\d]*)\(([^()]*\d[^()]*)\)([^()\d]*)$/.exec(signed);
  const bare = brackets ? `${brackets[1] ?? ''}${brackets[2] ?? ''}${brackets[3] ?? ''}` : signed;
  const [usual, inUnits] = patterns[decimal];
  const isKorean = /\d ?[십백천만억조]/.test(bare);
  const found = (isKorean ? inUnits : usual).exec(bare.trim())?.groups;
  if (!found) return undefined;
  const { sign = '', sign2 = '', minus = '', number = '', prefix = '', suffix = '' } = found;
  const size = isKorean
    ? koreanValue(number, decimal)
    : toValue(number.replace(/[ '’]/g, ''), decimal);
  const negative = brackets !== null || [sign, sign2, minus].includes('-');
  const value = bounded(negative ? -size : size);
  if (value === undefined || Number.isNaN(value)) return undefined;
  return { value, prefix: prefix === '\\' ? '₩' : prefix, suffix };
}

const small: Readonly<Record<string, number>> = { 십: 10, 백: 100, 천: 1000 };
const large: Readonly<Record<string, number>> = { 만: 1e4, 억: 1e8, 조: 1e12 };

/** `3억 5,000만` is 3·10⁸ + 5000·10⁴; `5천만` is 5·1000·10⁴. */
function koreanValue(text: string, decimal: DecimalSign): number {
  let [total, section, digits] = [0, 0, ''];
  const taken = (): number => {
    const value = digits === '' ? 0 : toValue(digits, decimal);
    digits = '';
    return value;
  };
  for (const char of text.replaceAll(' ', '')) {
    if (small[char] !== undefined) section += (digits === '' ? 1 : taken()) * small[char];
    else if (large[char] !== undefined) {
      total += (section + taken()) * large[char];
      section = 0;
    } else digits += char;
  }
  return total + section + taken();
}
