/** Answers to the quiz, as long as the process lives. */
import type { Place } from '../chat/port.js';
import type { QuizScore, QuizStore } from './ports.js';

export class MemoryQuizStore implements QuizStore {
  /** By person, then by question, in the order they were answered. */
  readonly #answers = new Map<string, Map<string, boolean>>();
  readonly #asked = new Set<string>();

  answer(userId: string, question: string, isRight: boolean): Promise<boolean> {
    const answers = this.#answers.get(userId) ?? new Map<string, boolean>();
    this.#answers.set(userId, answers);
    const isFirst = !answers.has(question);
    if (isFirst) answers.set(question, isRight);
    return Promise.resolve(isFirst);
  }

  score(userId: string): Promise<QuizScore> {
    const answers = [...(this.#answers.get(userId)?.values() ?? [])];
    return Promise.resolve({
      answered: answers.length,
      right: answers.filter(Boolean).length,
      streak: answers.length - 1 - answers.lastIndexOf(false),
    });
  }

  ask({ platform, key }: Place, question: string): Promise<boolean> {
    const asked = `${platform} ${key} ${question}`;
    const isFirst = !this.#asked.has(asked);
    this.#asked.add(asked);
    return Promise.resolve(isFirst);
  }
}
