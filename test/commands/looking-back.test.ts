/** What can be asked about past runs: /runs, /code, /explain. */
import { beforeEach, describe, expect, test } from 'vitest';
import { Tutor } from '../support/tutor.js';

let tutor: Tutor;
const stranger = { user: { id: 'web:2', name: 'Jun' } };

beforeEach(() => {
  tutor = new Tutor();
});

describe('/runs', () => {
  test('lists mine, newest first: what, when, result', async () => {
    const first = (await tutor.train('/fit epochs:2 batch:10 pace:fast')).record.id;
    tutor.pool.hold = true;
    await tutor.say('/fit data:moons epochs:3');
    await tutor.pool.next();
    const second = (await tutor.newest()).record.id;
    const { audience, words, message } = await tutor.say('/runs');
    expect(audience).toBe('asker');
    expect(words.split('\n')).toEqual([
      'Your runs, newest first',
      `- ${second} · moons, epochs 3, batch 32 · now · training, 0 epochs done.`,
      `- ${first} · churn, epochs 2, batch 10 · now · done. loss 0.5000, accuracy 0.8000, test accuracy 0.8500`,
    ]);
    expect(message.buttons?.map(({ command }) => command)).toEqual([
      `/fit like:${second}`,
      `/code run:${second}`,
    ]);
  });

  test('says which one early stopping ended', async () => {
    // The pool measures no val_loss, so it never improves.
    await tutor.train('/fit epochs:9 batch:10 validation:0.2 patience:3 pace:fast');
    expect((await tutor.say('/runs')).words).toContain(
      'epochs 9, batch 10 · now · done, ended early after 3 epochs. loss 0.3333',
    );
    expect((await tutor.say('/runs', { locale: 'ko' })).words).toContain(
      '에포크 3번에서 조기 종료로 끝. loss 0.3333',
    );
  });

  test("does not list another's", async () => {
    await tutor.train('/fit epochs:1 pace:fast');
    const { words } = await tutor.say('/runs', stranger);
    expect(words).toBe('You have no runs yet; /fit epochs:20 batch:10 starts the first.');
  });
});

describe('/code', () => {
  test('shows my newest run’s script, also as a file', async () => {
    const { record } = await tutor.train('/fit epochs:2 batch:10 pace:fast');
    const { words, message } = await tutor.say('/code');
    expect(words).toContain(`Run ${record.id} as a Keras script`);
    expect(words).toMatch(/model\.fit\(\s*[^)]*batch_size=10/);
    const [file] = message.attachments ?? [];
    expect(file?.name).toBe(`fit-${record.id}.py`);
    expect(words).toContain(new TextDecoder().decode(file?.bytes));
  });

  test('in PyTorch it says where epoch, iteration and batch are in the loop', async () => {
    const { record } = await tutor.train('/fit epochs:2 batch:30 pace:fast');
    const keras = await tutor.say('/code');
    expect(keras.message.buttons).toEqual([
      { label: 'In PyTorch', command: `/code run:${record.id} in:pytorch` },
    ]);
    for (const line of [
      `/code run:${record.id} in:pytorch`,
      '/code in:torch',
      '/code in:파이토치',
    ]) {
      const { words, message } = await tutor.say(line);
      expect(words).toContain('epoch: one turn of the outer loop, for epoch in range(1, 2 + 1).');
      expect(words).toContain('267 turns per epoch. Each turn changes the weights once');
      expect(words).toContain('batch_size=30, shuffle=True); the last one of an epoch has only 20');
      expect(words).toContain('for epoch in range(1, 2 + 1):');
      expect(message.attachments?.[0]?.name).toBe(`fit-${record.id}-pytorch.py`);
      expect(message.buttons?.[0]?.command).toBe(`/code run:${record.id} in:keras`);
    }
    expect((await tutor.say('/code in:jax')).words).toContain('keras, pytorch');
  });

  test('anyone may see a named run’s script', async () => {
    const { record } = await tutor.train('/fit epochs:2 batch:10 pace:fast');
    const { words } = await tutor.say(`/code ${record.id}`, stranger);
    expect(words).toContain('batch_size=10');
  });

  test('needs a run', async () => {
    const { words } = await tutor.say('/code');
    expect(words).toBe('You have no runs yet; /fit epochs:20 batch:10 starts the first.');
  });
});

describe('/explain', () => {
  test("uses the lesson's numbers before there is a run", async () => {
    const { audience, words } = await tutor.say('/explain epoch');
    expect(audience).toBe('everyone');
    expect(words).toContain('1 epoch = 8,000 rows = 800 iterations');
  });

  test('then those of my newest run', async () => {
    await tutor.train('/fit epochs:2 batch:100 pace:fast');
    expect((await tutor.say('/explain iterations')).words).toContain('8,000 rows ÷ batch_size 100');
    expect((await tutor.say('/explain epoch', stranger)).words).toContain('= 800 iterations');
  });

  test('says where epoch, iteration and batch are in a PyTorch loop', async () => {
    for (const word of ['epoch', 'iteration', 'batch_size']) {
      expect((await tutor.say(`/explain ${word}`)).words).toContain('In a PyTorch loop it is');
    }
    expect((await tutor.say('/explain batch')).words).toContain('DataLoader(…, batch_size=10)');
    expect((await tutor.say('/explain loss')).words).not.toContain('PyTorch');
  });

  test("pressed on another's run it uses that run’s numbers, for me alone", async () => {
    const { record } = await tutor.train('/fit epochs:2 batch:100 pace:fast');
    const pressed = { ...stranger, pressed: true };
    const { audience, words } = await tutor.say(`/explain concept:epoch run:${record.id}`, pressed);
    expect(audience).toBe('asker');
    expect(words).toContain('1 epoch = 8,000 rows = 80 iterations');
  });

  test.each([
    ['에포크', '에포크(epoch)'],
    ['이터레이션', '이터레이션(iteration)'],
    ['스텝', '이터레이션(iteration)'],
    ['배치 크기', '배치 크기(batch_size)'],
    ['정확도', '정확도(accuracy)'],
  ])('knows %s', async (word, title) => {
    const { words } = await tutor.say(`/explain ${word}`, { locale: 'ko' });
    expect(words.split('\n')[0]).toBe(title);
  });

  test('names what it can explain', async () => {
    const { words } = await tutor.say('/explain');
    expect(words).toMatch(
      /^\/explain needs concept; it can be epoch, iteration, .*, training_time, as in \/explain epoch\.$/,
    );
  });
});
