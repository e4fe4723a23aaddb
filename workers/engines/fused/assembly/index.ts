/** The exports for the host, which places rows and a network, then trains whole stretches of an epoch. */
import { addPenalty, clearSums, lossSum, metricSum, setSums, takeLoss } from './losses';
import { allocate, keep, reset } from './memory';
import {
  PORTION,
  biasOffset as biasOffsetOf,
  firstSlot,
  kernelOffset as kernelOffsetOf,
  layers,
  outputOf,
  place,
  secondSlot,
  setUnits,
  targets,
  unitsOf,
  weightCount,
  weights,
  widthOf,
} from './network';
import { addPenaltyGradients, penalty, update } from './optimizers';
import { backward, forward } from './passes';
import { generatorWord, setGenerator, shuffle as shuffleRows } from './random';

export { allocate, keep, reset, setUnits, place, setGenerator, generatorWord };

let inputs: usize = 0;
let labels: usize = 0;
/** 0 for the original order. */
let order: usize = 0;
let rowCount: i32 = 0;

let optimizer: i32 = 0;
let learningRate: f64 = 0;
let momentum: f64 = 0;
let updatesMade: i32 = 0;
let rowsSeen: i32 = 0;

export function weightsAt(): usize {
  return weights;
}

export function weightsBytes(): usize {
  return (<usize>weightCount) << 2;
}

export function slotAt(index: i32): usize {
  return index === 0 ? firstSlot : secondSlot;
}

export function kernelOffset(layer: i32): usize {
  return kernelOffsetOf(layer);
}

export function biasOffset(layer: i32): usize {
  return biasOffsetOf(layer);
}

/** Sets the rows: `x` is row-major without padding, with one target in `y` for each row. */
export function setRows(x: usize, y: usize, count: i32): void {
  inputs = x;
  labels = y;
  rowCount = count;
  order = 0;
  rowsSeen = 0;
  clearSums();
}

/** Draws a new order of the rows; `at` has space for a 32-bit number each. */
export function shuffle(at: usize): void {
  order = at;
  shuffleRows(at, rowCount);
}

/** Resumes in the middle of an epoch, after this many rows with these sums. */
export function goOn(rows: i32, lossSoFar: f64, metricSoFar: f64): void {
  rowsSeen = rows;
  setSums(lossSoFar, metricSoFar);
}

export function setOptimizer(kind: i32, rate: f64, ofSgd: f64, made: i32): void {
  optimizer = kind;
  learningRate = rate;
  momentum = ofSgd;
  updatesMade = made;
}

export function seen(): i32 {
  return rowsSeen;
}

export function loss(): f64 {
  return lossSum;
}

export function metric(): f64 {
  return metricSum;
}

/** Trains at most this many steps; returns the number done, fewer only at the epoch's end. */
export function train(steps: i32, batchSize: i32): i32 {
  let made = 0;
  while (made < steps && rowsSeen < rowCount) {
    const rows = min(batchSize, rowCount - rowsSeen);
    addPenalty(penalty(), rows);
    for (let done = 0; done < rows; done += PORTION) {
      const portion = min(PORTION, rows - done);
      gather(rowsSeen + done, portion);
      forward(portion, true);
      takeLoss(portion, rows);
      backward(portion, done === 0);
    }
    addPenaltyGradients();
    update(optimizer, updatesMade, learningRate, momentum);
    rowsSeen += rows;
    updatesMade += 1;
    made += 1;
  }
  return made;
}

/** Sums loss and metric over all rows, without training. */
export function evaluate(): void {
  addPenalty(penalty(), rowCount);
  while (rowsSeen < rowCount) {
    const rows = min(PORTION, rowCount - rowsSeen);
    gather(rowsSeen, rows);
    forward(rows, false);
    takeLoss(rows, rows);
    rowsSeen += rows;
  }
}

/** Runs the next portion of rows through the network; returns the number of rows. */
export function answer(): i32 {
  const rows = min(PORTION, rowCount - rowsSeen);
  gather(rowsSeen, rows);
  forward(rows, false);
  rowsSeen += rows;
  return rows;
}

/** The address of that portion's logits, each row padded to a multiple of four. */
export function answersAt(): usize {
  return outputOf(layers);
}

/** Copies a portion's rows and targets to the first layer's input. */
function gather(first: i32, rows: i32): void {
  const bytes = (<usize>unitsOf(0)) << 2;
  const width = (<usize>widthOf(0)) << 2;
  let to = outputOf(0);
  for (let index = 0; index < rows; index++, to += width) {
    const position = first + index;
    const row = order === 0 ? position : load<i32>(order + ((<usize>position) << 2));
    store<f32>(targets + ((<usize>index) << 2), load<f32>(labels + ((<usize>row) << 2)));
    const from = inputs + <usize>row * bytes;
    let at: usize = 0;
    for (; at + 16 <= bytes; at += 16) v128.store(to + at, v128.load(from + at));
    for (; at < bytes; at += 4) store<f32>(to + at, load<f32>(from + at));
  }
}
