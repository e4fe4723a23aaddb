/**
 * What was learned: a vector for each run of letters, one for each target. A question's targets are as
 * likely as the softmax of the products says (as in fastText, Joulin et al. 2016, “Bag of Tricks for
 * Efficient Text Classification”). Several members learn the same from other beginnings, and what they say
 * is averaged: what only one of them came to believe counts less.
 */
import type { Features } from './features.js';

export interface Learned {
  readonly targets: readonly string[];
  /** Numbers in a vector. */
  readonly width: number;
  /** Hashes of the known runs of letters, ascending. */
  readonly hashes: Uint32Array;
  /** How telling each run is: ln(questions / questions with it). */
  readonly rarity: Float32Array;
  readonly members: readonly Member[];
}

export interface Member {
  /** One for each run. */
  readonly runs: Vectors;
  /** One for each target. */
  readonly outputs: Vectors;
  readonly bias: Float32Array;
}

/** `width` numbers for each vector, times the vector's scale: in use they stay as small as they are shipped. */
export interface Vectors {
  readonly numbers: Float32Array | Int8Array;
  readonly scales: Float32Array;
}

export interface Likely {
  readonly target: string;
  /** From 0 to 1; all targets' add up to 1. */
  readonly probability: number;
}

/** A run's place and its share in a question; the squares of the shares add up to 1. */
export interface Weighted {
  readonly places: Int32Array;
  readonly shares: Float32Array;
}

/** How often each known run occurs, by its place. Runs that were never learned say nothing. */
export function knownIn(features: Features, hashes: Uint32Array): ReadonlyMap<number, number> {
  const known = new Map<number, number>();
  for (const [hash, count] of features) {
    const place = placeOf(hash, hashes);
    if (place !== undefined) known.set(place, count);
  }
  return known;
}

/** @param known as `knownIn` gives it */
export function weigh(known: ReadonlyMap<number, number>, rarity: Float32Array): Weighted {
  const places: number[] = [];
  const shares: number[] = [];
  for (const [place, count] of known) {
    places.push(place);
    shares.push(share(count, rarity[place] ?? 0));
  }
  const length = Math.sqrt(shares.reduce((sum, one) => sum + one * one, 0)) || 1;
  return {
    places: Int32Array.from(places),
    shares: Float32Array.from(shares, (one) => one / length),
  };
}

/** Said often, a run counts more, but not as much more. */
export function share(times: number, rarity: number): number {
  return (1 + Math.log(times)) * rarity;
}

function placeOf(hash: number, hashes: Uint32Array): number | undefined {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = hashes[middle] ?? 0;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/**
 * Every target, the likeliest first.
 * @param temperature above 1 says all less surely, in the same order for each member (Guo et al. 2017, “On
 * Calibration of Modern Neural Networks”)
 */
export function likelihoods(
  features: Features,
  model: Learned,
  temperature = 1,
): readonly Likely[] {
  const { targets, width, hashes, rarity, members } = model;
  const heard = weigh(knownIn(features, hashes), rarity);
  const shares = new Float64Array(targets.length);
  for (const member of members) {
    const scores = scoresBy(member, width, heard);
    const most = scores.reduce((so, score) => Math.max(so, score), -Infinity);
    let all = 0;
    for (let target = 0; target < scores.length; target += 1) {
      const power = Math.exp(((scores[target] ?? 0) - most) / temperature);
      scores[target] = power;
      all += power;
    }
    for (let target = 0; target < scores.length; target += 1) {
      shares[target] = (shares[target] ?? 0) + (scores[target] ?? 0) / (all * members.length);
    }
  }
  return targets
    .map((target, index) => ({ target, probability: shares[index] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
}

/** One member's score for each target. */
function scoresBy(
  { runs, outputs, bias }: Member,
  width: number,
  { places, shares }: Weighted,
): Float64Array {
  const hidden = new Float64Array(width);
  const scores = new Float64Array(bias.length);
  /* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
  for (let run = 0; run < places.length; run += 1) {
    const place = places[run]!;
    const from = place * width;
    const weight = shares[run]! * runs.scales[place]!;
    for (let at = 0; at < width; at += 1) hidden[at]! += weight * runs.numbers[from + at]!;
  }
  for (let target = 0; target < scores.length; target += 1) {
    const from = target * width;
    let product = 0;
    for (let at = 0; at < width; at += 1) product += hidden[at]! * outputs.numbers[from + at]!;
    scores[target] = bias[target]! + product * outputs.scales[target]!;
  }
  /* eslint-enable @typescript-eslint/no-non-null-assertion */
  return scores;
}
