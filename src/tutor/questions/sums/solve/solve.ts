/** Derives what is asked from what is given, by the table of equations. */
import type { Quantity } from '../asked-words.js';
import { isRange, type Equation, type Value } from './equation.js';
import { equations } from './equations.js';
import { answersTo, makesSense, unknowns, type Known, type Unknown } from './unknowns.js';

export interface Applied {
  readonly equation: Equation;
  /** What it was worked with. */
  readonly numbers: Known;
  readonly value: Value;
}

export interface Derivation {
  /** Which of the unknowns that answer the question it is. */
  readonly wanted: Unknown;
  readonly value: Value;
  /** In order, the last giving what is wanted. */
  readonly applied: readonly Applied[];
  /** Of the numbers that were known, those that it needed. */
  readonly used: ReadonlySet<Unknown>;
}

/** What a line of a derivation costs the reader; a default is dearer than any derivation. */
const cost = { told: 100, rough: 50, renamed: 1, assumed: 100_000 };

function workOf({ told, isRough, assumes }: Equation): number {
  if (assumes !== undefined) return cost.assumed;
  return (told === undefined ? cost.renamed : cost.told) + (isRough ? cost.rough : 0);
}

interface Way extends Omit<Derivation, 'wanted'> {
  readonly work: number;
}

/**
 * The least work, and of several such the one with the most of the given numbers. What has several
 * possible answers is asked with a quantity: the first that follows without a default, else the first.
 * @param asked what a question asks for, or exactly one unknown
 * @returns undefined where nothing follows
 */
export function solve(known: Known, asked: Quantity | Unknown): Derivation | undefined {
  return solver(known)(asked);
}

/** The same for whatever else is asked about these numbers. */
export function solver(known: Known): (asked: Quantity | Unknown) => Derivation | undefined {
  const ways = waysFrom(known);
  return (asked) => derivation(ways, asked);
}

function derivation(
  ways: ReadonlyMap<Unknown, Way>,
  asked: Quantity | Unknown,
): Derivation | undefined {
  const found = answersTo(asked).flatMap((wanted) => {
    const way = ways.get(wanted);
    const isWorked = way?.applied.some(({ equation }) => equation.told !== undefined) ?? false;
    return way && isWorked ? [{ wanted, way }] : [];
  });
  const best = found.find(({ way }) => way.work < cost.assumed) ?? found[0];
  if (!best) return undefined;
  const { value, applied, used } = best.way;
  return { wanted: best.wanted, value, applied, used };
}

/** The best way to everything that follows. A way only ever gets better, so this comes to an end. */
function waysFrom(known: Known): ReadonlyMap<Unknown, Way> {
  const ways = new Map<Unknown, Way>();
  for (const unknown of unknowns) {
    const value = known[unknown];
    if (value === undefined || !makesSense(unknown, value)) continue;
    ways.set(unknown, { value, applied: [], used: new Set([unknown]), work: 0 });
  }
  const given = new Set(ways.keys());
  const usable = equations.filter(
    ({ gives, unless = [], given: needed = [] }) =>
      !given.has(gives) &&
      !unless.some((other) => given.has(other)) &&
      needed.every((other) => given.has(other)),
  );
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const equation of usable) {
      const way = wayBy(equation, ways);
      if (!way || !isBetterThan(way, ways.get(equation.gives))) continue;
      ways.set(equation.gives, way);
      isBetter = true;
    }
  }
  return ways;
}

function isBetterThan(way: Way, other: Way | undefined): boolean {
  if (!other) return true;
  return way.work === other.work ? way.used.size > other.used.size : way.work < other.work;
}

function wayBy(equation: Equation, ways: ReadonlyMap<Unknown, Way>): Way | undefined {
  const applied = new Map<Unknown, Applied>();
  const used = new Set<Unknown>();
  const values: Value[] = [];
  for (const name of equation.from) {
    const way = ways.get(name);
    if (!way) return undefined;
    for (const unknown of way.used) used.add(unknown);
    for (const step of way.applied) {
      const { gives } = step.equation;
      const same = applied.get(gives);
      // No circles, and no number by two ways that disagree.
      if (gives === equation.gives || (same && same.value !== step.value)) return undefined;
      if (!same) applied.set(gives, step);
    }
    values.push(way.value);
  }
  const value = valueOf(equation, values);
  if (value === undefined) return undefined;
  const steps = [...applied.values()];
  const numbers = Object.fromEntries(
    equation.from.flatMap((name, index) => {
      const number = values[index];
      return typeof number === 'number' ? [[name, number]] : [];
    }),
  );
  return {
    value,
    applied: [...steps, { equation, numbers, value }],
    used,
    work: [equation, ...steps.map((step) => step.equation)].reduce(
      (sum, one) => sum + workOf(one),
      0,
    ),
  };
}

/** Several possible numbers can be given another name, but are not counted on with. */
function valueOf({ gives, told, value }: Equation, values: readonly Value[]): Value | undefined {
  const [only] = values;
  if (told === undefined && only !== undefined && isRange(only)) return only;
  const numbers = values.filter((one) => typeof one === 'number');
  if (numbers.length < values.length) return undefined;
  const result = value(...numbers);
  if (result === undefined) return undefined;
  const isSensible = isRange(result) ? makesSense(gives, result.from) : makesSense(gives, result);
  return isSensible ? result : undefined;
}
