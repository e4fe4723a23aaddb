/**
 * Training goals, as data. `test/tutor/challenge/goals.test.ts` checks by training that
 * several kinds of sensible settings reach each one, and that the default settings do not.
 */
import type { BuiltinName } from '../../datasets/builtin.js';

/** All measures are taken on the test rows, at the end of a run. */
export type Goal =
  | {
      /** Reach it with as few weight updates as possible. */
      readonly kind: 'updates';
      readonly data: BuiltinName;
      readonly metric: 'accuracy' | 'mae';
      /** Minimum accuracy, or maximum mae. */
      readonly target: number;
    }
  | {
      /** The lowest loss within this many weight updates. */
      readonly kind: 'loss';
      readonly data: BuiltinName;
      readonly mostUpdates: number;
    };

/** By name: channels remember which ones they have had. */
export const goals = {
  churn_accuracy: { kind: 'updates', data: 'churn', metric: 'accuracy', target: 0.865 },
  moons_loss: { kind: 'loss', data: 'moons', mostUpdates: 200 },
  spiral_accuracy: { kind: 'updates', data: 'spiral', metric: 'accuracy', target: 0.98 },
  churn_loss: { kind: 'loss', data: 'churn', mostUpdates: 800 },
  digits_accuracy: { kind: 'updates', data: 'digits', metric: 'accuracy', target: 0.96 },
  cars_loss: { kind: 'loss', data: 'cars', mostUpdates: 100 },
  moons_accuracy: { kind: 'updates', data: 'moons', metric: 'accuracy', target: 0.96 },
  digits_loss: { kind: 'loss', data: 'digits', mostUpdates: 200 },
  cars_mae: { kind: 'updates', data: 'cars', metric: 'mae', target: 0.25 },
  spiral_loss: { kind: 'loss', data: 'spiral', mostUpdates: 300 },
  circles_accuracy: { kind: 'updates', data: 'circles', metric: 'accuracy', target: 0.99 },
  penguins_accuracy: { kind: 'updates', data: 'penguins', metric: 'accuracy', target: 0.98 },
} as const satisfies Record<string, Goal>;

export type GoalName = keyof typeof goals;
export const goalNames = Object.keys(goals) as readonly GoalName[];
