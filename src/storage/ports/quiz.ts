import type { Place } from '../../chat/port.js';
import type { QuizRef } from '../../tutor/quiz/question.js';
import type { CountedAnswer, Standing } from '../../tutor/quiz/standing.js';

export interface QuizStore {
  /** Stores a person's first answer to a question: for their score, their round and what is asked again. */
  answer(userId: string, question: QuizRef, isRight: boolean): Promise<CountedAnswer>;
  standing(userId: string): Promise<Standing>;
  /** Notes that a question is asked somewhere; false if it had been asked there before. */
  ask(place: Place, question: QuizRef): Promise<boolean>;
  /** The question could not be posted: it can be asked there as if for the first time. */
  takeBack(place: Place, question: QuizRef): Promise<void>;
}
