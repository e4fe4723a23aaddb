/**
 * A network with two numbers for its inputs answers at every point of a plane: what a picture of that
 * shows. Plain data that crosses threads.
 */
import type { DataSummary, TaskType, Unit } from './dataset.js';
import type { FitSettings } from './protocol.js';

/** More classes than this have no colours and shapes left that can be told apart. */
const MOST_CLASSES = 7;

/** Whether a picture of all that a network answers can be drawn: two inputs, each a column of numbers. */
export function isPlane({ columns = [], inputs, target, classes }: DataSummary): boolean {
  const used = columns.filter(({ name, leftOut }) => name !== target && leftOut === undefined);
  const areNumbers = used.every(({ kind }) => kind === 'number');
  return inputs === 2 && used.length === 2 && areNumbers && classes.length <= MOST_CLASSES;
}

/** What networks with these weights, of one run after another epoch each, answer on a grid. */
export interface PlaneTask {
  /** The run, for what is said when it cannot be asked. */
  readonly run: string;
  readonly settings: FitSettings;
  readonly weights: readonly Float32Array[];
  /** Points of the grid along each side; fewer where the network is large. */
  readonly side: number;
}

/** An input, from the left (or the lower) edge of the picture to the other, in the column's own unit. */
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
  /** Rows there are. */
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
  /** So many colours, one behind the other, are one class: a boundary parts them from the others. */
  readonly shades: number;
  /** By class; of amounts from the lowest to the highest. */
  readonly marks: readonly PlaneMark[];
  /**
   * In base64 three bytes for each point: how far it is from the left edge and from the lower one, of 255,
   * and the index of its mark.
   */
  readonly points: string;
  /** Test rows among `points`, which are not all of a large table. */
  readonly drawn: number;
}

export interface PlaneMark {
  readonly colour: string;
  readonly shape: 'circle' | 'triangle' | 'rect' | 'rectRot';
  /** Degrees, clockwise. */
  readonly turned: number;
}

/** An animated GIF, and the frames that are in it, by their place among those that were given. */
export interface DrawnFilm {
  readonly gif: Uint8Array;
  readonly shown: readonly number[];
}

/** How the answers changed: a GIF, and what it shows. */
export interface Film {
  readonly gif: Uint8Array;
  readonly asked: AskedPlane;
  /** Epochs that the frames show, rising. */
  readonly epochs: readonly number[];
}

/** How the answers lie, as measured on the grid. */
export type PlaneShape =
  | {
      readonly kind: 'classes';
      /** By class, areas in which it is the answer; specks are not counted. */
      readonly areas: readonly number[];
      /** Classes with an area that does not reach the picture's edge: a boundary goes all round it. */
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
      /** How far the answers stray from the flat board that fits them best, at most, as a share of their range. */
      readonly bend: number;
    };

export interface PlaneAnswer {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}
