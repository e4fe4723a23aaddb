/** Commands, options and choices by their localized names, wherever a line is read. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import { readLine, type CommandLine } from '../../src/dispatch/read-line.js';
import { requestReader } from '../../src/dispatch/requests/read-request.js';
import { validate } from '../../src/dispatch/validate.js';

const specs = commands.map(({ spec }) => spec);
const readRequest = requestReader(specs);

function read(line: string): CommandLine {
  return readLine(line, specs, [], readRequest);
}

function understood(line: string): object {
  const { command, given, loose } = read(line);
  const spec = specs.find(({ name }) => name === command);
  if (!spec) throw new Error(`no command ${command}`);
  return { command, ...validate(spec, given, loose, []) };
}

describe('with a slash', () => {
  test.each([
    ['/학습 에포크:20 배치:10', { command: 'fit', epochs: 20, batch: 10 }],
    ['/학습 에포크=20, batch:10', { command: 'fit', epochs: 20, batch: 10 }],
    ['/fit 에포크:20 속도:빠르게', { command: 'fit', epochs: 20, pace: 'fast' }],
    ['/학습'.normalize('NFD'), { command: 'fit' }],
    ['／학습 에포크：２０', { command: 'fit', epochs: 20 }],
    ['/멈추기 학습:k3f9qd', { command: 'stop', run: 'k3f9qd' }],
    ['/비교 k3f9qd m2x8ab', { command: 'compare', runs: 'k3f9qd m2x8ab' }],
    ['/설명 배치 크기', { command: 'explain', concept: 'batch_size' }],
    ['/설명 개념:에포크 비공개:예', { command: 'explain', concept: 'epoch', private: 'yes' }],
    ['/질문 배치가 뭐예요?', { command: 'ask', question: '배치가 뭐예요?' }],
    [
      '/질문 배치가 뭐예요? 비공개:예',
      { command: 'ask', question: '배치가 뭐예요?', private: 'yes' },
    ],
    ['/질문 질문:배치가 뭐예요?', { command: 'ask', question: '배치가 뭐예요?' }],
    ['/넣어보기 age:40 balance:0', { command: 'try', values: 'age:40 balance:0' }],
    ['/넣어보기 학습:k3f9qd age:40', { command: 'try', run: 'k3f9qd', values: 'age:40' }],
    ['/코드 라이브러리:pytorch', { command: 'code', in: 'pytorch' }],
    ['/언어 한국어', { command: 'language', language: 'ko' }],
    ['/설정 학습수:1 언어:영어', { command: 'settings', runs: 1, language: 'en' }],
    ['/도움말', { command: 'help' }],
    ['/도움말 학습', { command: 'help', command_: 'fit' }],
    ['/퀴즈 주제:마지막배치', { command: 'quiz', about: 'last_batch' }],
    ['/로그 로그:Epoch 1/2', { command: 'log', text: 'Epoch 1/2' }],
  ])('%s', (line, expected) => {
    const { command_, ...rest } = expected as { command: string; command_?: string };
    const wanted = command_ === undefined ? rest : { ...rest, command: command_ };
    expect(understood(line)).toEqual(wanted);
  });

  test('a channel in a command about channels stays one', () => {
    expect(understood('/설정 채널:<#123456789012345678>')).toEqual({
      command: 'settings',
      channels: ['123456789012345678'],
    });
  });

  test('another word for a command is answered with the real name', () => {
    expect(() => read('/훈련')).toThrow('error.unknownCommandNearest');
  });
});

describe('without a slash a Korean word is a word, unless options of the command follow it', () => {
  test('학습 에포크:20 is a command', () => {
    expect(understood('학습 에포크:20')).toEqual({ command: 'fit', epochs: 20 });
  });

  test.each(['학습', '데이터', '설명', '학습 데이터', '모델 설명', '데이터 크기:100'])(
    '%s is a question',
    (line) => {
      expect(read(line).command).toBe('ask');
    },
  );

  test('a request to do something still works', () => {
    expect(read('내 기록 보여줘')).toMatchObject({ command: 'runs', inWords: true });
  });
});
