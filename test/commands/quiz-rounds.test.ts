/** A round of the quiz as people play it, and the questions repeated on later days. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Invocation } from '../../src/chat/port.js';
import { databaseStores } from '../../src/storage/database-stores.js';
import { openMemoryDatabase, type Database } from '../../src/storage/database.js';
import { DatabaseQuizStore } from '../../src/storage/quiz-store.js';
import { levelOf, questionOf, type QuizKindName } from '../../src/tutor/quiz/question.js';
import { DAY_MS } from '../../src/tutor/quiz/repetition.js';
import type { Answer } from '../support/invocation.js';
import { Tutor } from '../support/tutor.js';

let database: Database;
let tutor: Tutor;
let nowMs: number;

/** Starts the program with the stored data, as after a restart. */
function start(): void {
  const stores = databaseStores(database, 'no uploads');
  const quiz = new DatabaseQuizStore(database, () => nowMs);
  tutor = new Tutor({ stores: { ...stores, quiz } });
}

beforeEach(() => {
  nowMs = Date.UTC(2026, 10, 30);
  database = openMemoryDatabase();
  start();
});
afterEach(() => {
  database.close();
});

interface Asked {
  readonly kind: QuizKindName;
  readonly seed: number;
}

function asked({ message }: Answer): Asked {
  const command = message.buttons?.[0]?.command ?? '';
  const [, kind = '', seed = ''] = /about:(\w+) seed:(\d+)/.exec(command) ?? [];
  return { kind: kind as QuizKindName, seed: Number(seed) };
}

async function answer(question: Asked, isRight: boolean, who: Partial<Invocation> = {}) {
  const { right, options } = questionOf(question);
  const pick = isRight ? right : (right + 1) % options.length;
  const command = `/quiz about:${question.kind} seed:${question.seed} pick:${pick + 1}`;
  return tutor.say(command, { pressed: true, ...who });
}

const goOn = ({ message }: Answer, who: Partial<Invocation> = {}) =>
  tutor.say(message.buttons?.[0]?.command ?? '', { pressed: true, ...who });

/** Plays on from a question; answers each of these kinds wrong, once. */
async function play(
  first: Answer,
  wrong: readonly QuizKindName[] = [],
  who: Partial<Invocation> = {},
  count = 10,
): Promise<{ verdicts: Answer[]; questions: Answer[] }> {
  const toMiss = new Set(wrong);
  const [questions, verdicts] = [[first], [] as Answer[]];
  for (let question = first; ;) {
    const { kind, seed } = asked(question);
    const verdict = await answer({ kind, seed }, !toMiss.delete(kind), who);
    verdicts.push(verdict);
    if (verdicts.length === count) return { verdicts, questions };
    question = await goOn(verdict, who);
    questions.push(question);
  }
}

const last = ({ verdicts }: { verdicts: Answer[] }): Answer => {
  const verdict = verdicts.at(-1);
  if (!verdict) throw new Error('nothing was answered');
  return verdict;
};

test('ten questions of a level, a discreet count, and a summary that says what comes back', async () => {
  const { verdicts, questions } = await play(await tutor.say('/quiz'), [
    'ms_per_step',
    'new_epoch',
  ]);
  expect(questions.every(({ audience }) => audience === 'everyone')).toBe(true);
  expect(new Set(questions.map((question) => levelOf(asked(question).kind)))).toEqual(new Set([1]));
  const kinds = questions.map((question) => asked(question).kind);
  for (const kind of new Set(kinds)) expect(kinds.filter((one) => one === kind)).toHaveLength(2);
  expect(verdicts[3]?.words).toMatch(/\n4\/10 · level 1 · your score: \d of 4 right$/);

  const { words, audience, message } = last({ verdicts });
  expect(audience).toBe('asker');
  const lines = words.split('\n');
  expect(lines).toEqual([
    expect.stringMatching(/^Right\. /),
    'That was your round: 8 of 10 right at level 1, the bar and the words. Your next round is at level 2: counting.',
    'Missed, and when it comes back:',
    ...(kinds.indexOf('ms_per_step') < kinds.indexOf('new_epoch')
      ? ['- What ms/step says (in 1 day)', '- Which weights a new epoch begins with (in 1 day)']
      : ['- Which weights a new epoch begins with (in 1 day)', '- What ms/step says (in 1 day)']),
    'From then on it comes with new numbers when you use /quiz; I never remind you.',
    expect.stringMatching(/^Your score, all in all: 8 of 10 questions right/),
  ]);
  expect(message.buttons?.map(({ label }) => label)).toEqual(['Next round']);
  expect(message.explanations).toMatchObject({ asks: 'Where to read' });
  expect(message.explanations?.buttons.map(({ command }) => command).sort()).toEqual([
    '/explain epoch',
    '/explain progress_bar',
  ]);

  const next = await goOn(last({ verdicts }));
  expect(next.audience).toBe('everyone');
  expect(levelOf(asked(next).kind)).toBe(2);
  expect((await answer(asked(next), true)).words).toContain('1/10 · level 2');
});

test('what waits from earlier rounds is listed separately, with its days', async () => {
  await answer({ kind: 'baseline', seed: 1 }, false);
  nowMs += 1.5 * DAY_MS;
  const first = await tutor.say('/quiz');
  await answer(asked(first), true);
  const { verdicts } = await play(await tutor.say('/quiz'), ['new_epoch'], {}, 9);
  expect(last({ verdicts }).words.split('\n').slice(2, -1)).toEqual([
    'Missed, and when it comes back:',
    '- Which weights a new epoch begins with (in 1 day)',
    'Still to come back from earlier:',
    '- What was learned beyond the baseline (in 3 days)',
    'From then on it comes with new numbers when you use /quiz; I never remind you.',
  ]);
});

test('a round without a mistake has nothing to review', async () => {
  const { words, message } = last(await play(await tutor.say('/quiz')));
  expect(words.split('\n')).toHaveLength(3);
  expect(words).toContain(
    'Your score, all in all: 10 of 10 questions right, the last 10 in a row.',
  );
  expect(message.explanations).toBeUndefined();
});

test('fewer than eight: the level stays, and the summary says what it takes to advance', async () => {
  const wrong: QuizKindName[] = ['ms_per_step', 'new_epoch', 'epoch_time'];
  const { words } = last(await play(await tutor.say('/quiz'), wrong));
  expect(words).toContain('7 of 10 right at level 1');
  expect(words).toContain('With 8 or more right, your next round is a level higher.');
});

test('in Korean', async () => {
  const korean = { locale: 'ko' as const };
  const { verdicts } = await play(await tutor.say('/quiz', korean), ['epoch_time'], korean);
  expect(verdicts[0]?.words).toContain('1/10 · 1단계 · 내 점수: 1문제 가운데');
  const { words } = last({ verdicts });
  expect(words).toContain('한 판 끝! 10문제 가운데 9개를 맞혔어요. 1단계(막대와 말뜻)였어요.');
  expect(words).toContain('다음 판은 2단계(세어 보기)예요.');
  expect(words).toContain('- 에포크 한 번에 걸리는 시간 (1일 뒤)');
});

describe('a missed question', () => {
  beforeEach(async () => {
    await answer({ kind: 'baseline', seed: 1 }, false);
  });

  test('comes first after a day, for its person alone, with when it was missed and other numbers', async () => {
    expect(asked(await tutor.say('/quiz')).kind).not.toBe('baseline');
    nowMs += 5 * DAY_MS;
    start();
    const question = await tutor.say('/quiz');
    expect(question.audience).toBe('asker');
    expect(question.words.split('\n').slice(0, 2)).toEqual([
      'Quiz',
      '1/10 · level 1. You missed one like this 5 days ago; the numbers are new, and only you see it.',
    ]);
    expect(asked(question).kind).toBe('baseline');
    expect(questionOf(asked(question)).params).not.toEqual(
      questionOf({ kind: 'baseline', seed: 1 }).params,
    );
    const eve = { user: { id: 'web:eve', name: 'Eve' } };
    expect((await tutor.say('/quiz', eve)).audience).toBe('everyone');
  });

  test('comes back after 1, 3 and 7 days, with a note each time; then it is done', async () => {
    const said: string[] = [];
    for (const days of [1, 3, 7]) {
      nowMs += days * DAY_MS;
      const question = await tutor.say('/quiz');
      expect([question.audience, asked(question).kind]).toEqual(['asker', 'baseline']);
      const { words } = await answer(asked(question), true);
      said.push(words.split('\n').at(-1) ?? '');
    }
    expect(said).toEqual([
      'It comes back once more in 3 days. 1/10 · level 1 · your score: 1 of 2 right',
      'It comes back once more in 7 days. 2/10 · level 1 · your score: 2 of 3 right',
      'You have got it right three times now, days apart, so it does not come back. 3/10 · level 1 · your score: 3 of 4 right',
    ]);
    nowMs += 30 * DAY_MS;
    expect((await tutor.say('/quiz')).audience).toBe('everyone');
  });

  test('follows one after another, and then new ones for everybody', async () => {
    await answer({ kind: 'overfitting', seed: 1 }, false);
    nowMs += DAY_MS;
    const first = await tutor.say('/quiz');
    const second = await goOn(await answer(asked(first), false));
    const third = await goOn(await answer(asked(second), true));
    expect([first, second, third].map(({ audience }) => audience)).toEqual([
      ...['asker', 'asker', 'everyone'],
    ]);
    expect([asked(first).kind, asked(second).kind]).toEqual(['baseline', 'overfitting']);
    expect(second.words).toContain('2/10 · level 1.');
  });

  test('is not asked where even private answers can be read by others; its button is shown', async () => {
    nowMs += DAY_MS;
    const question = await tutor.say('/quiz', { overheard: true });
    expect(question.audience).toBe('everyone');
    expect(asked(question).kind).not.toBe('baseline');
    const again = await goOn(await answer(asked(question), true));
    expect([again.audience, asked(again).kind]).toEqual(['asker', 'baseline']);
  });

  test('has no date if that is not known', async () => {
    await database.transaction((sql) =>
      sql.run('UPDATE quiz_reviews SET missed_at_ms = NULL, answered_at_ms = 0'),
    );
    expect((await tutor.say('/quiz')).words).toContain(
      'You missed one like this before; the numbers are new',
    );
  });
});

describe('several people', () => {
  const jun = { user: { id: 'web:2', name: 'Jun' } };

  test('at the same level press for the same next question; each has their own round', async () => {
    await play(await tutor.say('/quiz'), [], {}, 3);
    const question = await tutor.say('/quiz');
    const mine = await answer(asked(question), true);
    const theirs = await answer(asked(question), false, jun);
    expect(mine.words).toContain('4/10 · level 1');
    expect(theirs.words).toContain('1/10 · level 1');
    expect(theirs.message.buttons).toEqual(mine.message.buttons);
    expect((await goOn(mine)).audience).toBe('everyone');
    expect((await goOn(theirs, jun)).words).toBe(
      'The next question is already here, further down.',
    );
  });

  test('at different levels: the question counts for both scores, but for only one round', async () => {
    await play(await tutor.say('/quiz'));
    const question = await tutor.say('/quiz');
    expect(levelOf(asked(question).kind)).toBe(2);
    expect((await answer(asked(question), true, jun)).words).toContain(
      'This question is at level 2: it counts towards your score, not your round. 0/10 · level 1 · your score: 1 of 1 right',
    );
    expect((await answer(asked(question), true)).words).toContain('1/10 · level 2');
  });
});

test('the tenth answer, stored by a process that ended before replying, is summed up by the next', async () => {
  const { questions } = await play(await tutor.say('/quiz'), ['new_epoch'], {}, 9);
  const tenth = await goOn(last({ verdicts: tutor.asker.answers.slice(-1) }));
  expect(questions).toHaveLength(9);
  await answer(asked(tenth), true);
  start();
  const requested = { id: 'r1', leftOver: 'fresh' } as const;
  const { words } = await answer(asked(tenth), true, { requested });
  expect(words).toContain('That was your round: 9 of 10 right');
  expect(words).not.toContain('already');
  // And another press gets the same answer, with a note that it does not count twice.
  expect((await answer(asked(tenth), true)).words).toMatch(/already[^]*9 of 10 right/);
});
