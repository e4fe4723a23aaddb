/** Requests in words, and questions that only sound like them. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import { typedLine } from '../../src/dispatch/left-over.js';
import { requestReader } from '../../src/dispatch/requests/read-request.js';
import { linesOf, questionSet } from '../support/question-sets.js';

const read = requestReader(commands.map(({ spec }) => spec));

interface Said {
  readonly text: string;
  /** The command with its options in any order; null for a question. */
  readonly asksFor: string | null;
}

/** `tuning` may be read and learned from; `heldout` is for measuring only. */
function saidIn(part: 'tuning' | 'heldout'): readonly Said[] {
  return readFileSync(new URL(`../fixtures/requests/${part}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Said);
}

function understood(text: string): string | null {
  const request = read(text);
  if (!request) return null;
  const options = Object.fromEntries(request.given.map(({ name, value }) => [name, value]));
  return inOrder(typedLine(request.command, options));
}

function inOrder(line: string): string {
  const [command = '', ...options] = line.split(' ');
  return [command, ...options.sort()].join(' ');
}

describe.each(['tuning', 'heldout'] as const)('of the %s lines', (part) => {
  const lines = saidIn(part);

  test('nearly all requests are understood, and none as something else', () => {
    const requests = lines.flatMap(({ text, asksFor }) =>
      asksFor === null ? [] : [{ text, right: inOrder(asksFor), is: understood(text) }],
    );
    const missed = requests.filter(({ is }) => is === null);
    expect(requests.filter(({ right, is }) => is !== null && is !== right)).toEqual([]);
    expect(missed.length / requests.length).toBeLessThan(0.05);
  });

  test('no question is taken for a request', () => {
    const questions = lines.filter(({ asksFor }) => asksFor === null).map(({ text }) => text);
    expect(questions.filter((text) => understood(text) !== null)).toEqual([]);
  });
});

test.each(['train', 'heldout'] as const)('%s questions by other people stay questions', (part) => {
  const lines = questionSet(part).flatMap(linesOf);
  const taken = lines.filter((text) => understood(text) !== null);
  expect(taken.length / lines.length).toBeLessThan(0.002);
});

test.each([
  ['train it again', '/fit like:last'],
  [
    'train 20 epochs, batch size 10, on the penguins data set',
    '/fit epochs:20 batch:10 data:penguins',
  ],
  ['run with batch_size=10 and epochs=20', '/fit batch:10 epochs:20'],
  ['epoch 3번, batch 100으로 돌려줘요', '/fit epochs:3 batch:100'],
  ['다시 돌려줘', '/fit like:last'],
  ['Please STOP the training!!!', '/stop'],
  ['what data sets are there', '/data'],
  ['배치 20으로 해 주세요', '/fit batch:20'],
  ['train on my own data please', '/fit csv:attached'],
  ['compare batch sizes', '/sweep batch:"10,32,100,1000"'],
  ['Can you compare different batch sizes side by side, please?', '/sweep batch:"10,32,100,1000"'],
  ['try several learning rates', '/sweep lr:"0.1,0.01,0.001"'],
  ['sweep over the dropout rate', '/sweep dropout:"0,0.2,0.5"'],
  ['let us compare the optimizers', '/sweep optimizer:"adam,sgd,rmsprop"'],
  ['배치 크기 비교해 줘', '/sweep batch:"10,32,100,1000"'],
  ['여러 학습률을 비교해 주세요', '/sweep lr:"0.1,0.01,0.001"'],
  ['활성화 함수들을 나란히 비교해줘', '/sweep activation:"relu,tanh,sigmoid"'],
  ['can my class train together?', '/class batch:"10,32,100,1000"'],
  ['Could we all train together?', '/class batch:"10,32,100,1000"'],
  ['please start a class', '/class batch:"10,32,100,1000"'],
  ['can you open a class lab for us', '/class batch:"10,32,100,1000"'],
  ['우리 반 다 같이 학습할 수 있어?', '/class batch:"10,32,100,1000"'],
  ['우리 반 친구들이랑 같이 학습하고 싶어요', '/class batch:"10,32,100,1000"'],
  ['수업 열어 줘', '/class batch:"10,32,100,1000"'],
])('“%s” is %s', (text, command) => {
  expect(understood(text)).toBe(inOrder(command));
});

test.each([
  'train 20 epochs or 30',
  'train with batch 10 and batch 100',
  'stop training at epoch 5?',
  'delete everything',
  'forget it',
  'delete my last run',
  'train me',
  'compare batch sizes and learning rates',
  'compare batch size and epochs',
  'compare batch size 10 and 100',
  'how do batch sizes compare?',
  'try batch sizes',
  'can my class use this?',
  'can my model and my data be trained together?',
  'can I train two models together?',
  '배치 크기와 에포크를 비교해 줘',
  '배치 크기 비교해요?',
  '배치 크기를 어떻게 비교해?',
  '우리 모델을 같이 학습할 수 있어?',
  'show me my quiz score',
  '전부 삭제해줘',
  '학습이 멈춰요',
  '학습이 멈춰',
  '모델이 학습해요?',
  '배치 10으로 학습해요?',
  '에포크 3번 돌려주면 뭐가 달라져요?',
  '배치 10으로 돌려줘도 돼요?',
  `train ${'a '.repeat(40_000)}`,
])('“%.60s” is none', (text) => {
  expect(understood(text)).toBeNull();
});
