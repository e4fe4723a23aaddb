/**
 * What a network with two numeric inputs answers at every point of their plane. Plain data that crosses
 * threads.
 */
import type { DataSummary, TaskType, Unit } from './dataset.js';
import type { FitSettings } from './protocol.js';

/** With more classes, their colours and shapes could not be told apart. */
const MOST_CLASSES = 7;

/** Whether a picture of a network's answers can be drawn: it needs two inputs, each a column of numbers. */
export function isPlane({ columns = [], inputs, target, classes }: DataSummary): boolean {
  const used = columns.filter(({ name, leftOut }) => name !== target && leftOut === undefined);
  const areNumbers = used.every(({ kind }) => kind === 'number');
  return inputs === 2 && used.length === 2 && areNumbers && classes.length <= MOST_CLASSES;
}

/** Asks what networks with these weights, one run's after different epochs, answer on a grid. */
export interface PlaneTask {
  /** The run's id, for the message when it cannot be asked. */
  readonly run: string;
  readonly settings: FitSettings;
  readonly weights: readonly Float32Array[];
  /** Points of the grid along each side; fewer where the network is large. */
  readonly side: number;
}

/** An input's range, from the left (or lower) edge of the picture to the other, in the column's own unit. */
export interface PlaneAxis {
  readonly name: string;
  readonly unit?: Unit;
  readonly least: number;
  readonly most: number;
}

/** A row of the table, in its columns' own units. */
export interface PlanePoint {
  readonly part: 'training' | 'test';
  readonly x: number;
  readonly y: number;
  /** The index of its class, or its amount. */
  readonly goal: number;
}

export interface Plane {
  readonly task: TaskType;
  readonly axes: readonly [PlaneAxis, PlaneAxis];
  /** In index order; empty for amounts. */
  readonly classes: readonly string[];
  /** Amounts only, in the target's own unit: from the lowest of the rows to the highest. */
  readonly amounts?: { readonly unit?: Unit; readonly least: number; readonly most: number };
  /** The first rows of each part, not all of a large table. */
  readonly points: readonly PlanePoint[];
  /** How many rows there are. */
  readonly rows: { readonly training: number; readonly test: number };
}

export interface PlaneAnswers {
  /** Points of the grid along each side, the edges of the picture among them. */
  readonly side: number;
  /**
   * By point, from the lower left to the right, then upwards: the probability of the second of two
   * classes, those of all of several, or an amount in the target's own unit.
   */
  readonly values: Float32Array;
  /** Absent where an answer is no number, as after a run that diverged. */
  readonly shape?: PlaneShape;
}

/** The plane, and what there is answered in it for each of the weights. */
export interface AskedPlane {
  readonly plane: Plane;
  readonly answers: readonly PlaneAnswers[];
}

/** Coarse answers that are sent often: cells of colours, and some of the test rows on them. */
export interface PlaneField {
  readonly plane: Omit<Plane, 'points'>;
  readonly shape: PlaneShape;
  /** Cells along each side. */
  readonly side: number;
  /** In base64 a byte for each cell, row by row from the upper left: the index of its colour. */
  readonly cells: string;
  readonly colours: readonly string[];
  /** How many consecutive colours belong to one class: boundaries are drawn between classes. */
  readonly shades: number;
  /** By class; of amounts from the lowest to the highest. */
  readonly marks: readonly PlaneMark[];
  /**
   * In base64 three bytes for each point: how far it is from the left edge and from the lower one, of 255,
   * and the index of its mark.
   */
  readonly points: string;
  /** How many test rows are among `points`, which leave some out where the table is large. */
  readonly drawn: number;
}

export interface PlaneMark {
  readonly colour: string;
  readonly shape: 'circle' | 'triangle' | 'rect' | 'rectRot';
  /** Degrees, clockwise. */
  readonly turned: number;
}

/** An animated GIF, and which of the given frames are in it, by index. */
export interface DrawnFilm {
  readonly gif: Uint8Array;
  readonly shown: readonly number[];
}

/** How the answers changed: a GIF, and what it shows. */
export interface Film {
  readonly gif: Uint8Array;
  readonly asked: AskedPlane;
  /** The epochs that the frames show, in ascending order. */
  readonly epochs: readonly number[];
}

/** The shape of the answers, as measured on the grid. */
export type PlaneShape =
  | {
      readonly kind: 'classes';
      /** By class, areas in which it is the answer; specks are not counted. */
      readonly areas: readonly number[];
      /** Classes with an area that does not reach the picture's edge: it is enclosed by a boundary. */
      readonly enclosed: readonly number[];
      /**
       * How far a boundary between two classes strays from the straight line that fits it best, at most,
       * as a share of the picture's side. Absent where there is no boundary.
       */
      readonly bend?: number;
    }
  | {
      readonly kind: 'amount';
      readonly lowest: PlaneAnswer;
      readonly highest: PlaneAnswer;
      /** How far the answers stray from the plane that fits them best, at most, as a share of their range. */
      readonly bend: number;
    };

export interface PlaneAnswer {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}
