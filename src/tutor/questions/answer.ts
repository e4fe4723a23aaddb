/**
 * Answers a question in the asker's own words: a sum that is worked out for them, a written answer or a
 * card; where that would be a guess, the questions it could be.
 */
import { textMessage, type Button, type ChatMessage } from '../../chat/message.js';
import { findAnswer, namesIn, sayAnswer, type Answer } from '../../content/answers.js';
import { cardOf } from '../../content/cards.js';
import type { Concept } from '../../content/concepts.js';
import type { Locale } from '../../content/locale.js';
import { plain, type Text } from '../../content/text.js';
import {
  translator,
  waysOf,
  type MessageParams,
  type Translator,
} from '../../content/translator.js';
import { wayNames } from '../../content/way-names.js';
import { cardMessage, cardPart } from '../card-message.js';
import { lessonFacts, type Facts } from '../facts.js';
import { candidatesFor, type Candidate } from './candidates.js';
import { choose, MOST_BESIDE, type Choice } from './choose.js';
import { followedUp, isFollowUp, type Said, type Telling, type Told } from './conversation.js';
import { languageOf } from './language-of.js';
import { readQuestion } from './question.js';
import { readAmounts } from './sums/amounts.js';
import { doubtWords } from './sums/doubts.js';
import { answerValues } from './worked-values.js';

/** As many as a person looks at, and Discord and Slack show in a row. */
const MAX_BUTTONS = 4;

export interface Asked {
  /** As the person wrote it; never shown again. */
  readonly written: string;
  /** The numbers to use where the question gives none. */
  readonly facts: Facts;
  /** Speaks the person's language. */
  readonly t: Translator;
  /** They chose that language themselves, so that a question in another one is answered in theirs. */
  readonly choseLanguage: boolean;
  /** What was last said to them here, within the hour. */
  readonly said?: Said | undefined;
  /** How to tell what is answered, where a button asks for it. */
  readonly telling?: Telling | undefined;
  /** What somebody else took the question for: said as surely as if the tutor had known. */
  readonly decided?: Candidate | undefined;
}

export interface Answered {
  /** At most 1,200 characters and four buttons. */
  readonly message: ChatMessage;
  /** What a follow-up refers to; undefined where nothing was answered. */
  readonly said: Said | undefined;
  readonly choice: Choice;
  readonly candidates: readonly Candidate[];
  /** The language that it is answered in. */
  readonly locale: Locale;
}

export function answerQuestion({
  written,
  facts,
  t,
  choseLanguage,
  said,
  telling = 'whole',
  decided,
}: Asked): Answered {
  const speaks = choseLanguage ? t : translator(languageOf(written, t.locale), t);
  const question = readQuestion(written);
  const isReadable = /[\p{L}\p{N}]/u.test(question.text);
  const candidates = isReadable ? candidatesFor(question, facts, said) : [];
  const chosen: Choice = decided
    ? { kind: 'sure', candidate: decided, others: [] }
    : choose(candidates);
  const choice = retold(chosen, telling);
  const teller = { text: question.text, facts, t: speaks };
  return { ...messageFor(choice, teller), choice, candidates, locale: speaks.locale };
}

/** “Simpler” and “Example” under an answer send its own question. */
function retold(choice: Choice, telling: Telling): Choice {
  if (telling === 'whole' || choice.kind !== 'sure' || choice.candidate.kind === 'sum')
    return choice;
  const { told } = choice.candidate;
  const again = followedUp(`follow-${telling}`, told);
  const candidate = again ? { ...choice.candidate, told: again } : choice.candidate;
  return { kind: 'sure', candidate, others: [] };
}

interface Teller {
  readonly text: string;
  readonly facts: Facts;
  readonly t: Translator;
}

function messageFor(choice: Choice, teller: Teller): Pick<Answered, 'message' | 'said'> {
  const { t } = teller;
  switch (choice.kind) {
    case 'sure':
      return sureMessage(choice, teller);
    case 'likely': {
      const { candidate, others } = choice;
      const { message, said } = saidSurely(candidate, teller);
      const { ifThis, buttons } = doubted(candidate, message, t);
      return {
        message: {
          ...message,
          blocks: [{ kind: 'text', text: ifThis }, ...message.blocks],
          spoken: `${plain(ifThis)} ${message.spoken}`,
          buttons: [...buttons, ...offers(others, t)].slice(0, MAX_BUTTONS),
        },
        said,
      };
    }
    case 'unsure': {
      const buttons = offers(choice.nearest, t);
      const isOffer = buttons.length > 0;
      const line = t.text(isOffer ? 'ask.unsure' : 'ask.welcome');
      return {
        message: { ...textMessage(line), buttons: isOffer ? buttons : examples(t) },
        said: undefined,
      };
    }
  }
}

/** What a guess rests on, and what can be pressed about it before the other questions that it could be. */
function doubted(
  candidate: Candidate,
  { buttons = [] }: ChatMessage,
  t: Translator,
): { readonly ifThis: Text; readonly buttons: readonly Button[] } {
  if (candidate.kind === 'told') {
    const ifThis = t.text('ask.likely', { question: questionOf(candidate.told, t) });
    return { ifThis, buttons: doing(candidate.told, t) };
  }
  const doubts = candidate.bid.doubts();
  return { ifThis: doubts ? doubtWords(doubts, t) : [], buttons: buttons.slice(0, MOST_BESIDE) };
}

/** What else it could be takes the place of the last button. */
function sureMessage(
  { candidate, others }: Extract<Choice, { readonly kind: 'sure' }>,
  teller: Teller,
): Pick<Answered, 'message' | 'said'> {
  const { message, said } = saidSurely(candidate, teller);
  const { buttons = [] } = message;
  const other = offers(others, teller.t).filter(
    ({ command }) => !buttons.some((button) => button.command.startsWith(command)),
  );
  const kept = buttons.slice(0, MAX_BUTTONS - other.length);
  return { message: { ...message, buttons: [...kept, ...other] }, said };
}

function saidSurely(candidate: Candidate, teller: Teller): Pick<Answered, 'message' | 'said'> {
  if (candidate.kind === 'told') return toldMessage(candidate.told, candidate.values, teller);
  const { kind, amounts } = candidate.bid;
  const { lines, concepts } = candidate.bid.answer(teller.t);
  const buttons = related(concepts, teller).slice(0, MAX_BUTTONS);
  return {
    message: { ...textMessage(...lines), buttons },
    said: { kind: 'sum', sum: kind, amounts },
  };
}

/** A written answer or a card, told whole, more simply, or by its example. */
function toldMessage(
  told: Told,
  captured: MessageParams | undefined,
  { text, facts, t }: Teller,
): Pick<Answered, 'message' | 'said'> {
  if (told.kind === 'card') {
    const message =
      told.telling === 'whole'
        ? cardMessage(told.concept, facts, t)
        : cardPart(told.concept, told.telling, facts, t);
    return { message, said: saidBy(told) };
  }
  const answer = findAnswer(told.id);
  if (!answer) throw new RangeError(`no answer is called ${told.id}`);
  const wording = told.telling === 'simpler' ? 'simpler' : 'text';
  const names = namesIn(told.id, wording, t.locale);
  const source = names.has('run_verdict') ? facts : fitting(answer, facts);
  const values = answerValues(names, readAmounts(text), source, t);
  const lines = sayAnswer(
    told.id,
    wording,
    { ...values, ...captured, ...waysOf(wayNames, t) },
    t.locale,
  );
  const again = [...doing(told, t), ...retellings(answer, told, t)];
  const buttons = [...again, ...related(answer.concepts, { facts, t })];
  const isOfTraining = answer.concepts.length > 0 || answer.errors.length > 0;
  return {
    message: {
      ...textMessage(...lines),
      buttons: (isOfTraining ? buttons : [...buttons, ...examples(t)]).slice(0, MAX_BUTTONS),
    },
    said: saidBy(told),
  };
}

/** Commands that do what was asked for, to be pressed. */
function doing(told: Told, t: Translator): readonly Button[] {
  const commands = told.kind === 'card' ? [] : (findAnswer(told.id)?.commands ?? []);
  return commands.map((name) => ({
    label: t.plain(`whisper.button.${name}`),
    command: `/${name}`,
  }));
}

function saidBy(told: Told): Said | undefined {
  if (told.kind === 'card') return { kind: 'card', concept: told.concept };
  return isFollowUp(told.id) ? undefined : { kind: 'answer', id: told.id };
}

/** A run that predicts numbers has no accuracy to speak of. */
function fitting({ concepts }: Answer, facts: Facts): Facts {
  const aboutClasses = concepts.includes('accuracy') || concepts.includes('baseline');
  return facts.values.task === 'regression' && aboutClasses ? lessonFacts : facts;
}

/** The same again in plainer words, and its chief concept's example. */
function retellings(answer: Answer, told: Told, t: Translator): readonly Button[] {
  if (answer.isSmallTalk) return [];
  const again = (as: 'simpler' | 'example'): Button => ({
    label: t.plain(`ask.button.${as}`),
    command: `/ask as:${as} ${answer.question[t.locale]}`,
  });
  return [
    ...(told.telling === 'simpler' ? [] : [again('simpler')]),
    ...(answer.concepts.length === 0 ? [] : [again('example')]),
  ];
}

function related(
  concepts: readonly Concept[],
  { facts: { run }, t }: Pick<Teller, 'facts' | 't'>,
): readonly Button[] {
  return concepts.map((concept) => {
    const command = `/explain concept:${concept}`;
    return {
      label: cardOf(concept, t.locale).title,
      command: run ? `${command} run:${run.id}` : command,
    };
  });
}

/** The questions themselves, to be pressed. */
function offers(candidates: readonly Candidate[], t: Translator): readonly Button[] {
  return candidates.flatMap((candidate): readonly Button[] => {
    if (candidate.kind === 'sum') return [];
    const { told } = candidate;
    const label = questionOf(told, t);
    const command = told.kind === 'card' ? `/explain concept:${told.concept}` : `/ask ${label}`;
    return [{ label, command }];
  });
}

/** As somebody would ask it. */
export function questionOf(told: Told, { locale }: { readonly locale: Locale }): string {
  if (told.kind === 'card') return cardOf(told.concept, locale).question;
  return findAnswer(told.id)?.question[locale] ?? '';
}

function examples(t: Translator): readonly Button[] {
  return [
    { label: t.plain('ask.example.epoch'), command: '/explain concept:epoch' },
    { label: t.plain('ask.example.sum'), command: t.plain('ask.command.sum') },
    { label: t.plain('ask.example.nan'), command: t.plain('ask.command.nan') },
    { label: t.plain('ask.example.run'), command: '/fit epochs:20 batch:10', style: 'primary' },
  ];
}
