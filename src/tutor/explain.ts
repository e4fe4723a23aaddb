/**
 * Explains a word of training: the answer in two sentences, the sum behind it in the asker's own
 * numbers, what is often believed and wrong, and one thing to try.
 */
import type { Block, Button, ChatMessage } from '../chat/message.js';
import type { Text } from '../content/text.js';
import { plain } from '../content/text.js';
import type { Translator } from '../content/translator.js';
import { MAX_EPOCHS, MAX_ROW_EPOCHS } from '../runs/limits.js';
import { counts, otherBatchSize, type LessonNumbers } from './lesson-numbers.js';

export const concepts = ['epoch', 'iteration', 'batch_size'] as const;
export type Concept = (typeof concepts)[number];

interface Lesson {
  readonly sums: readonly Text[];
  readonly misconception: Text;
  readonly trial: Trial;
}

interface Trial {
  readonly why: Text;
  readonly button: Button;
}

const lessons: Record<Concept, (numbers: LessonNumbers, t: Translator) => Lesson> = {
  epoch: explainEpoch,
  iteration: explainIteration,
  batch_size: explainBatchSize,
};

export function explain(concept: Concept, numbers: LessonNumbers, t: Translator): ChatMessage {
  const { sums, misconception, trial } = lessons[concept](numbers, t);
  const answer = t.text(`lesson.${concept}.answer`);
  const source = numbers.run
    ? t.text('lesson.from.run', { run: numbers.run.id })
    : t.text('lesson.from.lesson', { rows: numbers.rows });
  const command: Text = [{ text: ' ' }, { text: trial.button.command, style: 'code' }];
  const blocks: Block[] = [
    { kind: 'heading', text: t.text(`lesson.${concept}.title`) },
    { kind: 'text', text: answer },
    { kind: 'text', text: source },
    { kind: 'list', items: sums },
    { kind: 'text', text: misconception },
    { kind: 'text', text: [...t.text('lesson.try'), { text: ' ' }, ...trial.why, ...command] },
  ];
  return {
    blocks,
    spoken: [answer, ...sums].map(plain).join(' '),
    buttons: [trial.button],
  };
}

function explainEpoch(numbers: LessonNumbers, t: Translator): Lesson {
  const { rows, epochs, metric } = numbers;
  const { steps, updates } = counts(numbers);
  const allowed = Math.min(MAX_EPOCHS, MAX_ROW_EPOCHS / rows);
  const other = epochs * 2 <= allowed ? epochs * 2 : Math.ceil(epochs / 2);
  return {
    sums: [
      t.text('lesson.epoch.perEpoch', { rows, steps }),
      t.text('lesson.epoch.all', { epochs, steps, updates }),
      t.text('lesson.epoch.seen', { epochs }),
    ],
    misconception: t.text('lesson.epoch.not', { metric }),
    trial: {
      why: t.text('lesson.epoch.try', { epochs: other }),
      button: {
        label: t.plain('lesson.epoch.label', { epochs: other }),
        command: fitCommand(numbers, { epochs: other }),
      },
    },
  };
}

function explainIteration(numbers: LessonNumbers, t: Translator): Lesson {
  const { rows, batchSize: batch, epochs } = numbers;
  const { steps, updates, lastBatchRows } = counts(numbers);
  const uneven = steps > 1 && lastBatchRows < batch;
  const sum = steps === 1 ? 'one' : uneven ? 'uneven' : 'even';
  const params = { rows, batch, steps, full: steps - 1, last: lastBatchRows };
  return {
    sums: [
      t.text(`lesson.iteration.${sum}`, params),
      t.text('lesson.iteration.all', { steps, epochs, updates }),
    ],
    misconception: uneven
      ? t.text('lesson.iteration.notUneven', { ...params, product: steps * batch })
      : t.text('lesson.iteration.notEven', { steps }),
    trial: tryOtherBatch(numbers, t),
  };
}

function explainBatchSize(numbers: LessonNumbers, t: Translator): Lesson {
  const { rows, batchSize, epochs } = numbers;
  const { steps, lastBatchRows } = counts(numbers);
  const compared = [batchSize, otherBatchSize(numbers)].map((batch) =>
    t.text('lesson.batch_size.now', {
      ...counts({ ...numbers, batchSize: batch }),
      batch,
      epochs,
    }),
  );
  const uneven = steps > 1 && lastBatchRows < batchSize;
  return {
    sums: [
      ...compared,
      ...(uneven ? [t.text('lesson.batch_size.last', { last: lastBatchRows })] : []),
    ],
    misconception: t.text('lesson.batch_size.not', { rows }),
    trial: tryOtherBatch(numbers, t),
  };
}

function tryOtherBatch(numbers: LessonNumbers, t: Translator): Trial {
  const batch = otherBatchSize(numbers);
  return {
    why: t.text('lesson.iteration.try', {
      batch,
      steps: counts({ ...numbers, batchSize: batch }).steps,
      stepsNow: counts(numbers).steps,
    }),
    button: {
      label: t.plain('lesson.batch_size.label', { batch }),
      command: fitCommand(numbers, { batch }),
    },
  };
}

/** The run again, or the lesson's job, with one thing changed; the same seed makes it comparable. */
function fitCommand(
  { run, epochs, batchSize }: LessonNumbers,
  change: { readonly epochs?: number; readonly batch?: number },
): string {
  const changed = Object.entries(change).map(([option, value]) => `${option}:${value}`);
  if (run) return [`/fit like:${run.id}`, ...changed, `seed:${run.seed}`].join(' ');
  return `/fit epochs:${change.epochs ?? epochs} batch:${change.batch ?? batchSize}`;
}
