/**
 * The network being trained, and its memory layout. Rows of every matrix are zero-padded
 * to a multiple of four floats; otherwise weights are laid out as in a checkpoint: kernel, bias, kernel, bias …
 */
import { allocate } from './memory';

const MAX_LAYERS = 16;

/** Rows processed at once; a larger batch is split into portions of this size. */
export const PORTION = 256;

/** The hidden layers' activations, by the host's codes. */
export const RELU = 0;
export const TANH = 1;

/** The task, which determines the loss. */
export const BINARY = 0;
export const MULTICLASS = 1;

const unitsTable = memory.data(sizeof<i32>() * (MAX_LAYERS + 1));
const kernelTable = memory.data(sizeof<usize>() * MAX_LAYERS);
const sumsTable = memory.data(sizeof<usize>() * (MAX_LAYERS + 1));
const passedTable = memory.data(sizeof<usize>() * (MAX_LAYERS + 1));
const deltaTable = memory.data(sizeof<usize>() * (MAX_LAYERS + 1));
const maskTable = memory.data(sizeof<usize>() * (MAX_LAYERS + 1));

/** The number of layers with weights: hidden ones and the output. */
export let layers: i32 = 0;
export let activation: i32 = 0;
export let task: i32 = 0;
/** The dropout threshold out of 2³²; 0 for no dropout. */
export let dropThreshold: u32 = 0;
export let keptScale: f32 = 1;
export let l2: f64 = 0;

/** The number of floats in all weights, including padding. */
export let weightCount: i32 = 0;
export let weights: usize = 0;
export let gradients: usize = 0;
export let firstSlot: usize = 0;
export let secondSlot: usize = 0;
/** A kernel transposed. */
export let turned: usize = 0;
/** A row of zeros, as wide as the widest layer. */
export let zeros: usize = 0;
/** The targets of the portion's rows. */
export let targets: usize = 0;

export function setUnits(layer: i32, units: i32): void {
  store<i32>(unitsTable + ((<usize>layer) << 2), units);
}

/** A layer's units; layer 0 is the input. */
export function unitsOf(layer: i32): i32 {
  return load<i32>(unitsTable + ((<usize>layer) << 2));
}

/** The same, padded to a multiple of 4. */
export function widthOf(layer: i32): i32 {
  return (unitsOf(layer) + 3) & ~3;
}

function entry(table: usize, index: i32): usize {
  return load<usize>(table + <usize>index * sizeof<usize>());
}

function setEntry(table: usize, index: i32, value: usize): void {
  store<usize>(table + <usize>index * sizeof<usize>(), value);
}

/** Byte offset of the kernel from `layer` to the next. */
export function kernelOffset(layer: i32): usize {
  return entry(kernelTable, layer);
}

export function biasOffset(layer: i32): usize {
  return kernelOffset(layer) + ((<usize>(unitsOf(layer) * widthOf(layer + 1))) << 2);
}

/** A layer's outputs before dropout. */
export function outputOf(layer: i32): usize {
  return entry(sumsTable, layer);
}

/** The same after dropout: the next layer's inputs. */
export function passedOn(layer: i32): usize {
  return entry(passedTable, layer);
}

/** The loss's derivative by a layer's pre-activations. */
export function deltaOf(layer: i32): usize {
  return entry(deltaTable, layer);
}

/** A layer's dropout mask: 0 for dropped outputs, the scale factor for the others. */
export function maskOf(layer: i32): usize {
  return entry(maskTable, layer);
}

/**
 * Allocates everything for the units that were set.
 * @param count the number of layers with weights
 * @param rows the largest batch or portion to expect
 */
export function place(
  count: i32,
  rows: i32,
  ofHidden: i32,
  trainedFor: i32,
  threshold: u32,
  scale: f32,
  penalty: f64,
): void {
  layers = count;
  activation = ofHidden;
  task = trainedFor;
  dropThreshold = threshold;
  keptScale = scale;
  l2 = penalty;
  let bytes: usize = 0;
  let widest = 0;
  let largest = 0;
  for (let layer = 0; layer <= count; layer++) {
    widest = max(widest, widthOf(layer));
    if (layer === count) break;
    setEntry(kernelTable, layer, bytes);
    bytes += (<usize>((unitsOf(layer) + 1) * widthOf(layer + 1))) << 2;
    largest = max(largest, widthOf(layer) * unitsOf(layer + 1));
  }
  weightCount = <i32>(bytes >> 2);
  weights = allocate(bytes);
  gradients = allocate(bytes);
  firstSlot = allocate(bytes);
  secondSlot = allocate(bytes);
  turned = allocate((<usize>largest) << 2);
  zeros = allocate((<usize>widest) << 2);
  // Losses are computed four rows at a time.
  const held = (min(rows, PORTION) + 3) & ~3;
  targets = allocate((<usize>held) << 2);
  for (let layer = 0; layer <= count; layer++) {
    const size = (<usize>(held * widthOf(layer))) << 2;
    const output = allocate(size);
    const isDropped = threshold > 0 && layer > 0 && layer < count;
    setEntry(sumsTable, layer, output);
    setEntry(passedTable, layer, isDropped ? allocate(size) : output);
    setEntry(maskTable, layer, isDropped ? allocate(size) : 0);
    setEntry(deltaTable, layer, layer > 0 ? allocate(size) : 0);
  }
}
