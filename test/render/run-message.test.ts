import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../src/chat/message.js';
import { translator } from '../../src/content/translator.js';
import { renderRun, type RenderOptions } from '../../src/render/run-message.js';
import type { RunState } from '../../src/runs/run.js';
import { codeLines, messageLength, messageText } from '../support/message-text.js';
import { recordedState } from '../support/recorded-runs.js';

const roomy: RenderOptions = { t: translator('en'), view: 'keras', fits: () => true };

const shown = (state: RunState, options: Partial<RenderOptions> = {}): string =>
  messageText(renderRun(state, { ...roomy, ...options }));
const commands = (state: RunState): readonly string[] =>
  (renderRun(state, roomy).buttons ?? []).map(({ command }) => command);

const inEpoch = (name: string, epoch: number): RunState =>
  recordedState(name, (event) => event.kind === 'step' && event.epoch === epoch);

describe('a run that waits', () => {
  const state = recordedState('lesson', ({ kind }) => kind === 'queued');

  it('says so and can be stopped', () => {
    expect(shown(state)).toBe(
      'Run k3f9qd on Churn_Modelling.csv is getting ready.\nTraining starts in a moment.',
    );
    expect(commands(state)).toContain('/stop run:k3f9qd');
  });

  const inQueue = (place: number, t = roomy.t): string => shown({ ...state, place }, { t });

  it('in the queue says its place there and how many come before', () => {
    expect(inQueue(1)).toBe(
      'Run k3f9qd on Churn_Modelling.csv is waiting for a free place: it is 1st in the queue.\nIt starts by itself as soon as another run ends.',
    );
    expect(inQueue(2)).toContain(
      'it is 2nd in the queue.\n1 run comes before it. It starts by itself when its turn comes.',
    );
    expect(inQueue(13)).toContain('it is 13th in the queue.\n12 runs come before it.');
    expect(inQueue(1, translator('ko'))).toBe(
      'Churn_Modelling.csv 데이터의 k3f9qd 학습이 자리를 기다리고 있어요. 지금 대기 순서는 첫 번째예요.\n지금 돌고 있는 학습 하나가 끝나면 저절로 시작해요.',
    );
    expect(inQueue(3, translator('ko'))).toContain(
      '지금 대기 순서는 3번째예요.\n앞에 학습이 2개 있어요. 차례가 되면 저절로 시작해요.',
    );
    expect(renderRun({ ...state, place: 3 }, roomy).spoken).toContain('3rd in the queue');
    expect(commands({ ...state, place: 3 })).toContain('/stop run:k3f9qd');
  });

  it('in the queue again after a restart says so above what it has trained', () => {
    const begun = recordedState(
      'lesson',
      (event) => event.kind === 'epoch-ended' && event.epoch === 2,
    );
    const message = renderRun({ ...begun, place: 2 }, roomy);
    expect(messageText(message)).toContain(
      'Run k3f9qd on Churn_Modelling.csv is waiting for a free place: it is 2nd in the queue. 1 run comes before it.',
    );
    expect(codeLines(message)).toHaveLength(4);
  });
});

describe('a run with late epochs', () => {
  const at = (epoch: number): RunState =>
    recordedState('lesson', (event) => event.kind === 'epoch-ended' && event.epoch === epoch);
  const late = (state: RunState, epochMs: number, others = 12, t = roomy.t): string =>
    shown({ ...state, delay: { others, epochMs } }, { t });

  it('says how many others train, and the time left at the pace of its latest epochs', () => {
    expect(late(at(5), 8_000)).toContain(
      '12 other runs are training now, so epochs wait for their turn. About 2 min to go.',
    );
    expect(late(at(5), 2_001, 1)).toContain(
      '1 other run is training now, so epochs wait for their turn. About 40 s to go.',
    );
    expect(late(at(19), 1_200)).toContain('About 10 s to go.');
    expect(late(at(5), 8_000, 12, translator('ko'))).toContain(
      '지금 다른 학습 12개가 함께 돌고 있어서 에포크가 차례를 기다려요. 약 2분 남았어요.',
    );
  });

  it('says at most, if it may end before its last epoch', () => {
    const { record, ...rest } = at(5);
    const patient = {
      ...rest,
      record: { ...record, settings: { ...record.settings, patience: 3 } },
    };
    expect(late(patient, 8_000)).toContain('At most about 2 min to go.');
    expect(late(patient, 8_000, 12, translator('ko'))).toContain('길어도 약 2분 남았어요.');
  });

  it('stops saying it once all epochs are done, and does not say it when on time', () => {
    expect(late(at(20), 8_000)).not.toContain('training now');
    expect(shown(at(5))).not.toMatch(/training now|to go/);
    expect(shown(recordedState('lesson'))).not.toMatch(/queue|training now|to go/);
  });
});

describe('a run in progress', () => {
  const state = inEpoch('lesson', 3);

  it("shows Keras' output, finished epochs above the current one", () => {
    const lines = codeLines(renderRun(state, roomy));
    expect(lines[0]).toBe('Epoch 1/20');
    expect(lines[1]).toMatch(
      /^800\/800 \[={30}\] - \ds \d+(us|ms)\/step - loss: 0\.\d{4} - accuracy: 0\.\d{4}$/,
    );
    expect(lines[4]).toBe('Epoch 3/20');
    expect(lines[5]).toMatch(
      /^[ \d]{3}\/800 \[[=>.]{30}\] - ETA: \ds - loss: 0\.\d{4} - accuracy: 0\.\d{4}$/,
    );
    expect(lines).toHaveLength(6);
  });

  it('says in words which epoch, what an epoch consists of, and the overall progress', () => {
    const step = state.current?.progress?.step ?? 0;
    const done = (2 * 800 + step).toLocaleString('en');
    expect(shown(state)).toContain('Epoch 3 of 20: the 3rd trip through all 8,000 training rows.');
    expect(shown(state)).toContain(
      '8,000 rows ÷ batch_size 10 = 800 iterations in each epoch, with one weight update each.',
    );
    expect(shown(state)).toContain(`Weight updates so far: ${done} of 16,000 (20 × 800).`);
    expect(shown(state, { t: translator('ko') })).toContain(
      '에포크 3/20: 학습용 8,000행 전체를 3번째로 훑는 중이에요.',
    );
  });

  it('says what is trained on which rows, and which columns were left out', () => {
    const text = shown(state);
    expect(text).toContain('learning to predict Exited from the rows of Churn_Modelling.csv');
    expect(text).toContain('8,000 rows to learn from, 2,000 kept aside for the test');
    expect(text).toContain('Network 11 → 6 → 6 → 1 (inputs → layers → output)');
    expect(text).toContain('seed 42');
    expect(text).toContain('Columns left out: RowNumber, CustomerId (only numbers the rows)');
  });

  it('offers to stop', () => {
    expect(commands(state)[0]).toBe('/stop run:k3f9qd');
    expect(commands({ ...state, phase: 'stopping' })).not.toContain('/stop run:k3f9qd');
    expect(shown({ ...state, phase: 'stopping' })).toContain(
      'Stopping after the current iteration',
    );
  });

  it('carries the same facts in one sentence', () => {
    expect(renderRun(state, roomy).spoken).toMatch(
      /^Run k3f9qd: epoch 3 of 20, iteration \d+ of 800, [\d,]+ of 16,000 weight updates, loss 0\.\d{4}, accuracy 0\.\d{4}\.$/,
    );
  });

  it('says between two epochs how often each row was used', () => {
    const between = recordedState('lesson', (e) => e.kind === 'epoch-ended' && e.epoch === 2);
    expect(shown(between)).toContain(
      'Epoch 2 of 20 is done: all 8,000 training rows have been used twice so far.',
    );
  });

  it('says that the test comes after the last epoch', () => {
    const testing = recordedState('lesson', (event) => event.kind === 'epoch-ended');
    expect(shown(testing)).toContain('All epochs are done. Now come the test rows');
  });

  it('names the smaller last batch', () => {
    // 6,400 rows in batches of 7.
    expect(shown(inEpoch('stopped', 2))).toContain(
      '6,400 rows ÷ batch_size 7 → 915 iterations in each epoch, with one weight update each. The last batch has only 2 rows.',
    );
  });

  it('says when one batch holds all rows', () => {
    expect(shown(recordedState('resumed'))).toContain(
      'batch_size 1,600 holds all 1,600 rows at once: 1 iteration in each epoch',
    );
  });
});

describe('a completed run', () => {
  const state = recordedState('lesson');

  it('ends with a summary, the test, and the baseline score', () => {
    const text = shown(state);
    expect(text).toMatch(
      /Done\. 20 epochs × 800 iterations = 16,000 weight updates, in [\d.]+ s of training\./,
    );
    expect(text).toMatch(
      /On 2,000 test rows it never trained on: 1,\d{3} right, accuracy 0\.8\d{3} \(loss 0\.\d{4}\)\. Always giving the most common answer: 0\.7965\./,
    );
  });

  it('says so if it is no better than the baseline', () => {
    const [loss, baseline] = [0.5, state.data?.baseline ?? NaN];
    expect(shown({ ...state, test: { loss, metric: baseline } })).toContain(
      'So it has not learned more than that yet.',
    );
    expect(shown(state)).not.toContain('not learned more');
    expect(shown(recordedState('overflow'))).not.toContain('not learned more');
  });

  it('counts only training time, however long the message made it wait', () => {
    const lasting = (elapsedMs: number): RunState => ({
      ...state,
      finished: state.finished.map((epoch) => ({ ...epoch, elapsedMs })),
      startedAtMs: 0,
      endedAtMs: 3_600_000,
    });
    expect(shown(lasting(30))).toContain('in 600 ms of training');
    expect(shown(lasting(95))).toContain('in 1.9 s of training');
    expect(shown(lasting(700))).toContain('in 14 s of training');
    expect(shown(lasting(6250))).toContain('in 2 min 5 s of training');
  });

  it("fits a Discord message of 2,000 characters with its epochs' ends in sight", () => {
    for (const t of [translator('en'), translator('ko')]) {
      const fits: RenderOptions['fits'] = (message) => messageLength(message) <= 2000;
      const lines = codeLines(renderRun(state, { t, view: 'keras', fits }));
      expect(lines[0]).toBe('Epoch 1/20');
      expect(lines.at(-2)).toBe('Epoch 20/20');
      expect(lines.filter((line) => line.startsWith('Epoch ')).length).toBeGreaterThanOrEqual(6);
    }
  });

  it('shows validation beside training', () => {
    const penguins = recordedState('penguins');
    expect(codeLines(renderRun(penguins, roomy)).at(-1)).toMatch(
      / - loss: [^ ]+ - accuracy: [^ ]+ - val_loss: [^ ]+ - val_accuracy: [^ ]+$/,
    );
    expect(shown(penguins)).toMatch(/Latest from training: .* val_loss 0\.\d{4}, val_accuracy/);
  });

  it("gives a regression's error in the target's unit, too", () => {
    const text = shown(recordedState('cars'));
    expect(text).toMatch(/mae 0\.\d{4} \(loss 0\.\d{4}\)\. Always answering the mean: 0\.8526\./);
    expect(text).toMatch(/In the unit of economy \(mpg\): about \d\.\d+, against 6\.7\./);
    expect(text).toContain('Network 6 → 1 (inputs → output, no hidden layer)');
    expect(text).toContain('8 rows without a target were dropped. In 6 rows gaps were filled.');
  });

  it('has no Epoch line for a single epoch, as in Keras', () => {
    const lines = codeLines(renderRun(recordedState('one-epoch'), roomy));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^50\/50 \[={30}\]/);
  });
});

describe('a run that ended otherwise', () => {
  it('says in which epoch and iteration it was stopped, and what it learned by then', () => {
    const state = recordedState('stopped');
    const step = state.current?.progress?.step ?? NaN;
    expect(shown(state)).toContain(`Stopped in epoch 4 of 30, after iteration ${step} of 915:`);
    expect(codeLines(renderRun(state, roomy)).at(-1)).toContain(`${step}/915 [`);
    expect(shown(state)).toContain('test rows it never trained on');
  });

  it('says when it was stopped before the first iteration', () => {
    const { current: _, ...state } = recordedState('stopped');
    const untouched: RunState = { ...state, finished: [], phase: 'stopped' };
    expect(shown(untouched)).toContain('Stopped before the first iteration.');
  });

  it('gives the fault id when it failed', () => {
    const state = recordedState('failed');
    expect(shown(state)).toContain('Something broke on our side');
    expect(state.faultId).toMatch(/^\w{6}$/);
    expect(shown(state)).toContain(`Fault id: ${state.faultId ?? ''}. 3 epochs had ended.`);
    expect(commands(state)).toContain('/fit like:f4u1tx');
  });

  it('says in one line that it continued after a restart', () => {
    expect(shown(recordedState('resumed'))).toContain(
      'The program restarted after epoch 2. The run continued from there; nothing was lost.',
    );
  });

  it('explains a loss that is not a number at once, and offers a smaller learning_rate', () => {
    const during = recordedState('overflow', (event) => event.kind === 'epoch-started');
    expect(shown(during)).toMatch(/The loss is (nan|inf): the numbers grew until they overflowed/);
    expect(commands(recordedState('overflow')).slice(1, 3)).toEqual([
      '/fit like:n4n4n4 lr:0.01 seed:1',
      '/fit like:n4n4n4 lr:1 seed:1',
    ]);
  });
});

it('keeps names from files from affecting the text around them', () => {
  const state = recordedState('lesson');
  if (!state.data) throw new Error('recorded without data');
  const hostile = { ...state.data, target: 'a\n\u202e<b>@everyone</b>'.padEnd(200, 'x') };
  const [head] = renderRun({ ...state, data: hostile }, roomy).blocks;
  if (head?.kind !== 'text') throw new Error('no head');
  const name = head.text.find(({ text }) => text.includes('@everyone'))?.text ?? '';
  expect(name).toMatch(/^a <b>@everyone<\/b>x*…$/);
  expect(name.length).toBeLessThanOrEqual(40);
});

it('the head is rewritten when its contents change for the same run', () => {
  const state = inEpoch('lesson', 2);
  const headOf = (one: RunState, options: Partial<RenderOptions> = {}): string =>
    shown(one, options).split('\n').slice(0, 2).join('\n');
  const english = headOf(state);
  expect(headOf({ ...state, backend: 'wasm' })).not.toBe(english);
  expect(headOf(state, { t: translator('ko') })).toMatch(/[가-힣]/);
  const small = (message: ChatMessage): boolean => messageLength(message) < 300;
  expect(headOf(state, { fits: small })).not.toBe(english);
  expect(headOf(state)).toBe(english);
});
