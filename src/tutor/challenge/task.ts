/** A challenge's task, and which one a channel gets next. */
import { quizKinds, type QuizRef } from '../quiz/question.js';
import { goalNames, goals, type Goal, type GoalName } from './goals.js';

/** Stored in full: a challenge stays as it was opened, whatever a later version has. */
export type Task =
  | { readonly kind: 'goal'; readonly goal: Goal }
  | { readonly kind: 'question'; readonly question: QuizRef };

export interface Challenge {
  /** Short, as it is part of a button's command. */
  readonly id: string;
  readonly task: Task;
  readonly openedAtMs: number;
  readonly closesAtMs: number;
}

/** All tasks, with goals spread evenly among the questions. */
const order: readonly string[] = spread(goalNames, quizKinds);

/**
 * The first task that a channel has not had; once it has had all of them, they start over.
 * @param used names of the tasks it has had
 * @param seed determines a question's numbers
 */
export function nextTask(
  used: readonly string[],
  seed: number,
): { readonly task: Task; readonly used: readonly string[] } {
  const had = order.every((name) => used.includes(name)) ? [] : used;
  const name = order.find((one) => !had.includes(one)) ?? 'churn_accuracy';
  return { task: taskOf(name, seed), used: [...had, name] };
}

function taskOf(name: string, seed: number): Task {
  if (isGoal(name)) return { kind: 'goal', goal: goals[name] };
  const kind = quizKinds.find((one) => one === name);
  if (!kind) throw new RangeError(`there is no challenge ${name}`);
  return { kind: 'question', question: { kind, seed } };
}

function isGoal(name: string): name is GoalName {
  return Object.hasOwn(goals, name);
}

/** Interleaves both lists as evenly as their lengths allow, keeping their order. */
function spread(one: readonly string[], other: readonly string[]): readonly string[] {
  const placed = [one, other].flatMap((list) =>
    list.map((name, index) => ({ name, at: index / list.length })),
  );
  return placed.sort((a, b) => a.at - b.at).map(({ name }) => name);
}
