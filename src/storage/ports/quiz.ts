import type { Place } from '../../chat/port.js';
import type { QuizRef } from '../../tutor/quiz/question.js';
import type { CountedAnswer, Standing } from '../../tutor/quiz/standing.js';

export interface QuizStore {
  /** Keeps a person's first answer to a question: for their score, their round and what comes back. */
  answer(userId: string, question: QuizRef, isRight: boolean): Promise<CountedAnswer>;
  standing(userId: string): Promise<Standing>;
  /** Notes that a question is asked somewhere; false when it had been asked there before. */
  ask(place: Place, question: QuizRef): Promise<boolean>;
  /** It did not get there: it can be asked there as if for the first time. */
  takeBack(place: Place, question: QuizRef): Promise<void>;
}
