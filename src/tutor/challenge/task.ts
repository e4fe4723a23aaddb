/** What a challenge asks, and which one a channel is asked next. */
import { quizKinds, type QuizRef } from '../quiz/question.js';
import { goalNames, goals, type Goal, type GoalName } from './goals.js';

/** Kept whole: a challenge goes on as it was asked, whatever the next version has. */
export type Task =
  | { readonly kind: 'goal'; readonly goal: Goal }
  | { readonly kind: 'question'; readonly question: QuizRef };

export interface Challenge {
  /** Short: a button names it. */
  readonly id: string;
  readonly task: Task;
  readonly openedAtMs: number;
  readonly closesAtMs: number;
}

/** All there is to ask, goals spread evenly among the questions. */
const order: readonly string[] = spread(goalNames, quizKinds);

/**
 * The first that a channel has not had; once it has had all of them, they begin again.
 * @param used names of those it has had
 * @param seed draws the numbers of a question
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

/** Both lists in their own order, mixed as evenly as their lengths allow. */
function spread(one: readonly string[], other: readonly string[]): readonly string[] {
  const placed = [one, other].flatMap((list) =>
    list.map((name, index) => ({ name, at: index / list.length })),
  );
  return placed.sort((a, b) => a.at - b.at).map(({ name }) => name);
}
