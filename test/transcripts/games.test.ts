/** Whole games as two people in the study room read them, in both languages. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WireAnswer, WireEntry } from '../../src/adapters/web/wire.js';
import type { Locale } from '../../src/content/locale.js';
import { blockText } from '../support/message-text.js';
import { ScriptedRoom, type EventStream, type Visitor } from '../support/scripted-room.js';
import { Tutor } from '../support/tutor.js';

let tutor: Tutor;
let scripted: ScriptedRoom;
const streams: EventStream[] = [];

beforeEach(async () => {
  tutor = new Tutor();
  scripted = await ScriptedRoom.start(undefined, { dispatcher: tutor.dispatcher });
  tutor.liveRuns.addPlatform(scripted.room.port);
});
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.close();
  await scripted.room.close();
  expect(tutor.faults).toEqual([]);
});

/** A person at the page: says lines, presses buttons, reads what is shown. */
class Learner {
  private constructor(
    private readonly visitor: Visitor,
    private readonly heard: EventStream,
    private readonly locale: Locale,
  ) {}

  static async enter(locale: Locale): Promise<Learner> {
    const visitor = await scripted.visit();
    const heard = await visitor.listen();
    streams.push(heard);
    return new Learner(visitor, heard, locale);
  }

  async type(line: string): Promise<void> {
    await this.visitor.type(line, { locale: this.locale });
  }

  async press({ buttons }: WireAnswer, label: string): Promise<void> {
    const button = buttons.find((one) => one.label === label);
    if (!button) throw new Error(`no ${label} among ${buttons.map((one) => one.label).join(', ')}`);
    await this.visitor.type(button.command, { locale: this.locale, pressed: true });
  }

  /** The next answer with these words; earlier ones are skipped. */
  async reads(words: string): Promise<WireAnswer & Pick<WireEntry, 'isPrivate'>> {
    for (;;) {
      const { body, isPrivate } = await this.heard.entry();
      if (body.kind === 'answer' && textOf(body).includes(words)) return { ...body, isPrivate };
    }
  }
}

function textOf({ blocks }: WireAnswer): string {
  return blocks.map(blockText).join('\n');
}

const words = {
  en: {
    question:
      '4,283 training rows, batch_size=10, epochs=19. How many times are the weights updated in all?',
    wrong: [
      'Not quite. You chose “19”. Weights change once per iteration, not once per epoch: 429 times in each.',
      'The right answer is 8,151. 429 iterations per epoch × 19 epochs, and each iteration updates the weights once.',
      'This question is at level 2: it counts towards your score, not your round. 0/10 · level 1 · your score: 0 of 1 right',
    ],
    right: [
      'Right. 429 iterations per epoch × 19 epochs, and each iteration updates the weights once.',
      'This question is at level 2: it counts towards your score, not your round. 0/10 · level 1 · your score: 1 of 1 right',
    ],
    next: 'Next question',
    nextQuestion: 'With which weights does epoch 6 begin?',
    isThere: 'The next question is already here, further down.',
    expect: 'What do you expect?',
    guessed: 'Your guess: batch_size 10.',
    start: 'Start the training',
    done: 'Done.',
    measured: [
      'Which one will end with the lower training loss? (Less than 1 % apart counts as equal.)',
      'Measured after 4 epochs: loss 0.3000 with batch_size 10 (3,200 updates), loss 0.5000 with batch_size 100 (320 updates).',
      'The smaller batch made more weight updates in the same epochs, and here that got it further.',
      'One person guessed, and was right.',
    ],
    mine: 'How did I guess?',
    wasRight: 'You were right: batch_size 10.',
    compare: 'Compare the two',
    sideBySide: 'Side by side',
    lowest: 'After 4 epochs each, the training loss is 0.3000',
  },
  ko: {
    question: '학습용 4,283행, batch_size=10, epochs=19. 가중치는 모두 몇 번 고쳐질까요?',
    wrong: [
      '아쉬워요. 고른 답: “19”. 에포크마다 한 번이 아니라 이터레이션마다 한 번이에요. 에포크 하나에 429번이죠.',
      '정답: 8,151. 에포크마다 이터레이션 429번 × 에포크 19번. 이터레이션마다 가중치를 한 번 고쳐요.',
      '2단계 문제라서 점수에는 들어가지만 이번 판에는 안 들어가요. 0/10 · 1단계 · 내 점수: 1문제 가운데 0개 정답',
    ],
    right: [
      '맞았어요! 에포크마다 이터레이션 429번 × 에포크 19번. 이터레이션마다 가중치를 한 번 고쳐요.',
      '2단계 문제라서 점수에는 들어가지만 이번 판에는 안 들어가요. 0/10 · 1단계 · 내 점수: 1문제 가운데 1개 정답',
    ],
    next: '다음 문제',
    nextQuestion: '6번째 에포크는 어떤 가중치로 시작할까요?',
    isThere: '다음 문제는 벌써 아래에 나와 있어요.',
    expect: '어떻게 될까요?',
    guessed: '고른 답: batch_size 10.',
    start: '학습 시작',
    done: '끝!',
    measured: [
      '학습 loss가 더 낮게 끝나는 쪽은 어디일까요? (1%도 차이가 안 나면 비슷한 걸로 쳐요.)',
      '에포크 4번 뒤에 재 보니: batch_size 10: loss 0.3000(3,200번 고침), batch_size 100: loss 0.5000(320번 고침).',
      '작은 배치가 같은 에포크 동안 가중치를 더 자주 고쳤고, 이번에는 그만큼 더 내려갔어요.',
      '1명이 답했고, 그 가운데 1명이 맞혔어요.',
    ],
    mine: '나는 맞혔을까?',
    wasRight: '맞혔어요! batch_size 10.',
    compare: '둘 비교하기',
    sideBySide: '나란히 보기',
    lowest: '똑같이 에포크 4번 뒤의 학습 loss는 0.3000',
  },
} as const;

describe.each(['en', 'ko'] as const)('in %s', (locale) => {
  const said = words[locale];

  test('a quiz: everybody’s question, private answers, and the next one comes once', async () => {
    const [mina, jun] = [await Learner.enter(locale), await Learner.enter(locale)];
    await mina.type('/quiz about:updates seed:7');
    const question = await mina.reads(said.question);
    expect(question.isPrivate).toBe(false);
    expect(question.buttons.map(({ label }) => label)).toEqual(['8,132', '81,377', '8,151', '19']);
    await jun.press(await jun.reads(said.question), '19');
    await mina.press(question, '8,151');
    const wrong = await jun.reads(said.wrong[0]);
    const right = await mina.reads(said.right[0]);
    expect(textOf(wrong).split('\n')).toEqual(said.wrong);
    expect(textOf(right).split('\n')).toEqual(said.right);
    expect([wrong.isPrivate, right.isPrivate]).toEqual([true, true]);

    await mina.press(right, said.next);
    expect((await jun.reads(said.nextQuestion)).isPrivate).toBe(false);
    await jun.press(wrong, said.next);
    expect((await jun.reads(said.isThere)).isPrivate).toBe(true);
  });

  test('a prediction: guessed, trained, announced to everybody, and then compared', async () => {
    tutor.pool.loss = (_, { settings }) => (settings.batchSize === 10 ? 0.3 : 0.5);
    const [mina, jun] = [await Learner.enter(locale), await Learner.enter(locale)];
    await mina.type('/predict batches epochs:4 batch:10');
    const game = await mina.reads(said.expect);
    await mina.press(game, 'batch_size 10');
    const noted = await mina.reads(said.guessed);
    expect(noted.isPrivate).toBe(true);
    await mina.press(noted, said.start);
    await jun.reads(said.done);
    const outcome = await jun.reads(said.measured[1]);
    expect(outcome.isPrivate).toBe(false);
    expect(textOf(outcome).split('\n')).toEqual(said.measured);

    await mina.press(outcome, said.mine);
    const mine = await mina.reads(said.wasRight);
    expect(mine.isPrivate).toBe(true);
    await jun.press(outcome, said.compare);
    const comparison = await mina.reads(said.sideBySide);
    expect(textOf(comparison)).toContain(said.lowest);
    expect(comparison.files.map(({ alt }) => alt !== undefined)).toEqual([true]);
  });
});
