import { expect, test } from 'vitest';
import { Tutor } from '../support/tutor.js';

test('exports a run’s weights as three files', async () => {
  const tutor = new Tutor();
  expect((await tutor.say('/model')).words).toContain('You have no runs yet');
  const { record } = await tutor.train('/fit epochs:2 batch:10 pace:fast');
  const { words, message } = await tutor.say(`/model ${record.id}`);
  expect(words).toContain(`The network of run ${record.id} to take with you, with its 1 weights.`);
  const files = message.attachments ?? [];
  const script = `model-${record.id}.py`;
  expect(files.map(({ name }) => name)).toEqual(['model.json', 'model.weights.bin', script]);
  const weights = tutor.pool.evaluated[0]?.checkpoint.weights;
  expect(new Float32Array(Uint8Array.from(files[1]?.bytes ?? []).buffer)).toEqual(weights);
  for (const { name } of files) expect(words).toContain(name);
});
