/** A run as a code: `/share` prints it, and it works wherever a run can be named. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Invocation, Place } from '../../src/chat/port.js';
import type { FitSettings } from '../../src/runs/protocol.js';
import type { RunState } from '../../src/runs/run.js';
import { readCode, writeCode } from '../../src/runs/shared-code.js';
import type { Answer } from '../support/invocation.js';
import { messageText } from '../support/message-text.js';
import { summary } from '../support/run-samples.js';
import { textFile, Tutor } from '../support/tutor.js';

let tutor: Tutor;
beforeEach(() => {
  tutor = new Tutor();
});

const elsewhere: Place = { platform: 'web', key: 'elsewhere' };
const jun: Partial<Invocation> = { user: { id: 'web:2', name: 'Jun' }, place: elsewhere };
const patients = textFile('patients.csv', 'glucose,age,ill\n1,2,0\n2,3,1\n');

/** Trains it and shares it. */
async function shared(line: string, files = [] as (typeof patients)[]): Promise<string> {
  await tutor.say(line, { files });
  await tutor.runs.ended((await tutor.newest()).record.id);
  return codeIn(await tutor.say('/share'));
}

function codeIn({ words }: Answer): string {
  const code = /^ET[A-Za-z\d]+$/m.exec(words)?.[0];
  if (code === undefined) throw new Error(words);
  return code;
}

/** What Jun, elsewhere, started with it, or was told instead. */
async function junSays(line: string, files = [] as (typeof patients)[]): Promise<Answer> {
  return tutor.say(line, { ...jun, files });
}

async function runOfJun(): Promise<RunState> {
  const [run] = await tutor.runs.recent('web:2', 1);
  if (!run) throw new Error('none');
  const ended = await tutor.runs.ended(run.record.id);
  await tutor.liveRuns.settled(run.record.id);
  return ended;
}

function trained({ record }: RunState): FitSettings {
  const { repeats: _, ...settings } = record.settings;
  return settings;
}

/** A code with changed contents and a valid checksum. */
function forged(code: string, changes: Partial<FitSettings>): string {
  const read = readCode(code);
  return writeCode({ ...read, settings: { ...read.settings, ...changes } }) ?? '';
}

test.each([
  '/fit',
  '/fit epochs:3 batch:7 layers:none lr:0.0123456789012345 seed:4294967295',
  '/fit data:penguins optimizer:sgd momentum:0.9 dropout:0.25 l2:0.0001 activation:tanh pace:fast',
  '/fit data:cars validation:0.2 patience:3 drop:name,origin engine:tensorflow',
])('%s comes out the same elsewhere, including the seed', async (line) => {
  const code = await shared(line);
  const original = await tutor.newest();
  await junSays(`/fit like:${code}`);
  const again = await runOfJun();
  expect(trained(again)).toEqual(trained(original));
  expect(again.finished.map(({ logs }) => logs)).toEqual(original.finished.map(({ logs }) => logs));
  expect(messageText(tutor.port.latest)).toContain('As in the shared code, bit for bit');
});

test('the answer has the code, a line for chats and one for shells, and says what each does', async () => {
  const code = await shared('/fit epochs:2 seed:7');
  const { id } = (await tutor.newest()).record;
  const { words, message, audience } = await tutor.say(`/share ${id}`);
  expect(audience).toBe('everyone');
  expect(words.split('\n')).toEqual(
    expect.arrayContaining([code, `/fit like:${code}`, `npm run fit -- '${code}'`]),
  );
  expect(words).toContain(`/fit like:${id}`);
  expect(message.buttons).toEqual([{ label: 'Train it again', command: `/fit like:${code}` }]);
  expect((await tutor.say(`/share run:${id} private:yes`)).audience).toBe('asker');
  expect((await tutor.say(`/share run:${id}`, { pressed: true })).audience).toBe('asker');
});

test('a seed beside it is used, and then nothing is promised', async () => {
  const code = await shared('/fit epochs:2 seed:7');
  await junSays(`/fit like:${code} seed:8`);
  const { settings } = (await runOfJun()).record;
  expect(settings).toMatchObject({ epochs: 2, seed: 8 });
  expect(settings.repeats).toBeUndefined();
});

test('with more epochs the first are the same, and it says how many', async () => {
  const code = await shared('/fit epochs:2');
  await junSays(`/fit like:${code} epochs:5`);
  await runOfJun();
  expect(messageText(tutor.port.latest)).toContain('every number of all 2 epochs');
});

test('a run’s id still draws a new seed', async () => {
  await shared('/fit epochs:2 seed:7');
  const { id } = (await tutor.newest()).record;
  await tutor.say(`/fit like:${id}`);
  expect((await tutor.newest()).record.settings).toMatchObject({ epochs: 2 });
  expect((await tutor.newest()).record.settings.seed).not.toBe(7);
});

test.each(['/fit CODE', 'fit CODE', 'CODE', 'CODE pace:fast', 'fit like=CODE'])(
  'typed as %s it is a code, too',
  async (line) => {
    const code = await shared('/fit epochs:2 seed:7');
    await junSays(line.replace('CODE', code));
    expect((await runOfJun()).record.settings).toMatchObject({ epochs: 2, seed: 7 });
  },
);

test('/step and /predict accept it', async () => {
  const code = await shared('/fit epochs:2 batch:4000 seed:7');
  expect((await junSays(`/step like:${code}`)).words).toContain('seed 7');
  await junSays(`/predict iterations like:${code}`);
  expect(tutor.asker.last.words).toContain('batch_size=4000, epochs=2');
});

test('a different engine is mentioned before and after', async () => {
  const code = await shared('/fit epochs:2');
  const read = readCode(code);
  const seen = { epochs: 2, digest: '000000000000', backend: 'wasm' } as const;
  const other = writeCode({ ...read, seen }) ?? '';
  expect((await junSays(`/fit like:${other}`)).words).toContain(
    'computed by TensorFlow.js (WebAssembly), and here it is the tutor’s own engine',
  );
  await runOfJun();
  expect(messageText(tutor.port.latest)).toContain('Not as in the shared code');
  expect(messageText(tutor.port.latest)).toContain('there TensorFlow.js (WebAssembly) computed it');
});

describe('one’s own table', () => {
  const line = '/fit epochs:2 target:age drop:ill';

  test('is not in the code; with the same file, under any name, the run is the same', async () => {
    const code = await shared(line, [patients]);
    expect((await tutor.say('/share')).words).toContain('patients.csv');
    const renamed = { ...patients, name: 'download (1).csv' };
    await junSays(`/fit like:${code}`, [renamed]);
    expect(trained(await runOfJun())).toEqual(trained(await tutor.newest()));
  });

  test('a different file is refused by its content, and a missing one is named', async () => {
    const code = await shared(line, [patients]);
    const other = textFile('patients.csv', 'glucose,age,ill\n1,2,0\n2,3,0\n');
    expect((await junSays(`/fit like:${code}`, [other])).words).toContain(
      'is not the same file as',
    );
    const { words } = await junSays(`/fit like:${code}`);
    expect(words).toContain('patients.csv, which is not in the code');
    expect((await junSays(`/step like:${code}`)).words).toBe(words);
    expect((await junSays(`/predict like:${code}`)).words).toContain('with /fit and that file');
    expect(await tutor.runs.recent('web:2', 1)).toEqual([]);
  });

  test('need not be sent again by its owner', async () => {
    const code = await shared(line, [patients]);
    const before = (await tutor.newest()).record;
    await tutor.say(`/fit like:${code}`);
    const after = (await tutor.newest()).record;
    expect(after.id).not.toBe(before.id);
    expect(after.settings.dataset).toEqual(before.settings.dataset);
  });

  test('can be replaced by naming other data', async () => {
    const code = await shared('/fit epochs:2', [patients]);
    await junSays(`/fit like:${code} data:moons`);
    expect((await runOfJun()).record.settings.dataset).toEqual({ kind: 'builtin', name: 'moons' });
  });

  test('whatever its name, the shell line has one word per value', async () => {
    const named = { ...patients, name: "it's $(rm -rf ~) `x`.csv" };
    await shared('/fit epochs:2', [named]);
    const { words } = await tutor.say('/share');
    expect(words).toContain(String.raw`'csv:it'\''s $(rm -rf ~) ${'`x`'}.csv'`);
    expect(words).toContain("'csv:it''s $(rm -rf ~) `x`.csv'");
  });

  test('with a curly quote in its name stays one word in PowerShell, which gets its own line', async () => {
    const code = await shared('/fit epochs:2', [{ ...patients, name: 'x’; calc; ’.csv' }]);
    const { words } = await tutor.say('/share');
    expect(words.split('\n').filter((line) => line.startsWith('npm run fit'))).toEqual([
      `npm run fit -- '${code}' 'csv:x’; calc; ’.csv'`,
      `npm run fit -- '${code}' 'csv:x’’; calc; ’’.csv'`,
    ]);
    expect(words).toContain('the second for PowerShell');
  });
});

describe('nothing in a code is trusted', () => {
  test.each([
    [{ epochs: 501 }, 'epochs was “501”'],
    [{ epochs: 0 }, 'epochs was “0”'],
    [{ batchSize: 100_001 }, 'batch was “100001”'],
    [{ layers: [513] }, 'layers was “513”'],
    [{ layers: [1, 2, 3, 4, 5] }, 'layers was “1,2,3,4,5”'],
    [{ layers: [0, 6] }, 'layers was “0,6”'],
    [{ learningRate: 11 }, 'lr was “11”'],
    [{ learningRate: 0 }, 'lr was “0”'],
    [{ validationSplit: 0.95 }, 'validation was “0.95”'],
    [{ dropout: 0.95 }, 'dropout was “0.95”'],
    [{ l2: 2 }, 'l2 was “2”'],
    [{ momentum: 0.9 }, 'momentum was 0.9'],
    [{ patience: 3 }, 'patience was 3'],
    [{ seed: 2 ** 32 }, 'seed was “4294967296”'],
    [{ dataset: { kind: 'builtin', name: '../etc' } }, 'data was “../etc”'],
    [{ dataset: { kind: 'builtin', name: 'moons' } }, 'has different rows'],
  ] as readonly (readonly [Partial<FitSettings>, string])[])(
    '%j is answered as if it were typed',
    async (changes, sentence) => {
      const code = forged(await shared('/fit epochs:2'), changes);
      for (const command of ['fit', 'step', 'predict']) {
        expect((await junSays(`/${command} like:${code}`)).words, command).toContain(sentence);
      }
      expect(await tutor.runs.recent('web:2', 1)).toEqual([]);
    },
  );

  test('whatever numbers are in it, the answer is a sentence, and no internal error', async () => {
    const code = await shared('/fit epochs:2');
    const anyNumber = (): number =>
      [0, 1, 0.5, 7, 1e-9, 1e6, 2 ** 40][Math.floor(Math.random() * 7)] ?? 0;
    for (let tries = 0; tries < 150; tries += 1) {
      const made = forged(code, {
        ...{ epochs: Math.ceil(anyNumber()), batchSize: Math.ceil(anyNumber()), l2: anyNumber() },
        ...{ layers: [Math.ceil(anyNumber())], learningRate: anyNumber(), dropout: anyNumber() },
        ...{ validationSplit: anyNumber(), patience: anyNumber(), momentum: anyNumber() },
      });
      await junSays(`/predict iterations like:${made}`);
    }
    expect(tutor.faults).toEqual([]);
  });

  test('too many rows and epochs are refused', async () => {
    const code = forged(await shared('/fit epochs:2', [patients]), { epochs: 500 });
    tutor.pool.data = summary(100_000);
    expect((await tutor.say(`/fit like:${code}`)).words).toContain('too much');
  });

  test('an incomplete or invalid one is named', async () => {
    const code = await shared('/fit epochs:2');
    expect((await junSays(`/fit like:${code.slice(0, -1)}`)).words).toContain(
      'is not a complete code',
    );
    expect((await junSays('/fit like:ET')).words).toContain('is not a complete code');
    expect((await junSays('/fit like:zzzzzz')).words).toContain('You have no run');
    expect((await junSays(`/fit like:${'k'.repeat(30)}`)).words).toContain(
      'is not a complete code',
    );
  });
});

test('before its first epoch a run has a code too, with nothing to compare', async () => {
  tutor.pool.hold = true;
  await tutor.say('/fit epochs:2 seed:7');
  const code = codeIn(await tutor.say('/share'));
  expect(readCode(code).seen).toBeUndefined();
  expect(readCode(code).settings).toMatchObject({ epochs: 2, seed: 7 });
});

test('a person without a run is told so, and another’s run is shared only where it was posted', async () => {
  expect((await tutor.say('/share')).words).toContain('You have no runs yet');
  await shared('/fit epochs:2');
  const { id } = (await tutor.newest()).record;
  expect((await junSays(`/share ${id}`)).words).toContain('You have no run');
});

test('a check of a repetition checks it, and repeats nothing', async () => {
  const code = await shared('/fit epochs:2');
  await tutor.train(`/fit like:${code}`);
  await tutor.train('/check');
  expect((await tutor.newest()).record.settings.repeats).toBeUndefined();
});
