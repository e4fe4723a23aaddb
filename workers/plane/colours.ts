/** Colour-blind-safe colours and shapes for a plane's picture. */

type Rgb = readonly [red: number, green: number, blue: number];

/** Chart.js' filled point styles. */
export type Shape = 'circle' | 'triangle' | 'rect' | 'rectRot';

export interface ClassStyle {
  readonly colour: string;
  /** The class again, without colour. */
  readonly shape: Shape;
  /** Degrees, clockwise. */
  readonly turned: number;
}

/** Okabe and Ito's palette without its black. */
const styles = {
  blue: { colour: '#0072B2', shape: 'circle', turned: 0 },
  red: { colour: '#D55E00', shape: 'triangle', turned: 0 },
  green: { colour: '#009E73', shape: 'rect', turned: 0 },
  purple: { colour: '#CC79A7', shape: 'rectRot', turned: 0 },
  orange: { colour: '#E69F00', shape: 'triangle', turned: 180 },
  sky: { colour: '#56B4E9', shape: 'triangle', turned: 90 },
  yellow: { colour: '#F0E442', shape: 'triangle', turned: 270 },
} as const satisfies Record<string, ClassStyle>;

/** By class, in order; a class named after a colour gets that colour. */
export function classStyles(names: readonly string[]): readonly ClassStyle[] {
  const free = new Map<string, ClassStyle>(Object.entries(styles));
  const taken = names.map((name) => {
    const own = free.get(name.toLowerCase());
    free.delete(name.toLowerCase());
    return own;
  });
  const others = [...free.values()];
  return taken.map((own) => {
    const style = own ?? others.shift();
    if (!style) throw new RangeError(`${names.length} classes are more than can be told apart`);
    return style;
  });
}

/** Cividis (Nuñez, Anderton and Renslow, PLOS ONE 13, 2018): perceptually uniform, also for colour-blind people. */
const cividis = [
  ...['#00224e', '#123570', '#3b496c', '#575d6d', '#707173'],
  ...['#8a8678', '#a59c74', '#c3b369', '#e1cc55', '#fee838'],
];

export const amountColours: readonly string[] = cividis;

/** An amount's index in `amountColours`, clamped to the ends. */
export function amountBand(value: number, least: number, most: number): number {
  const share = most > least ? (value - least) / (most - least) : 0.5;
  return Math.max(0, Math.min(cividis.length - 1, Math.floor(share * cividis.length)));
}

/** Bands from guessing to certainty. */
export const SURENESS_BANDS = 5;
/** Colour strength of the least and the most certain band. */
const TINTS = { from: 0.12, to: 0.46 };

/** @param probability the likeliest class's */
export function surenessBand(probability: number, classes: number): number {
  const share = (probability - 1 / classes) / (1 - 1 / classes);
  return Math.max(0, Math.min(SURENESS_BANDS - 1, Math.floor(share * SURENESS_BANDS)));
}

/** Paler means less certain. */
export function tint(colour: string, band: number): string {
  const strength = TINTS.from + ((TINTS.to - TINTS.from) * band) / (SURENESS_BANDS - 1);
  return blend('#ffffff', colour, strength);
}

export function blend(from: string, to: string, share: number): string {
  const [a, b] = [rgbOf(from), rgbOf(to)];
  const mixed = a.map((value, at) => Math.round(value + share * ((b[at] ?? 0) - value)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

export function rgbOf(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >>> 16, (value >>> 8) & 0xff, value & 0xff];
}
