/** The view of one run's message, switched by its button, across restarts. */
import { expect, test } from 'vitest';
import { Tutor } from '../support/tutor.js';

const pressed = { pressed: true };

test('a run in the phone view keeps it after a restart', async () => {
  const before = new Tutor();
  before.pool.hold = true;
  await before.say('/fit epochs:3 batch:100');
  const { id } = (await before.newest()).record;
  (await before.pool.next()).finish();
  const switched = await before.say(`/runs show:${id} view:compact`, pressed);
  expect(switched).toMatchObject({ audience: 'asker' });
  expect(switched.words).toContain('is drawn in narrow lines from now on');
  await before.runs.close();

  const after = new Tutor({ earlier: before });
  await after.resume();
  await after.runs.ended(id);
  await after.liveRuns.settled(id);
  const message = after.port.latest;
  const code = message.blocks.flatMap((block) => (block.kind === 'code' ? [block.text] : []));
  expect(code.join('\n')).not.toContain('[==============================]');
  expect(message.buttons?.map(({ command }) => command)).toContain(`/runs show:${id} view:keras`);
  expect(after.faults).toEqual([]);
});

test('nobody else can switch it', async () => {
  const tutor = new Tutor();
  const { record } = await tutor.train('/fit epochs:1 batch:100 pace:fast');
  const eve = { user: { id: 'web:2', name: 'Eve' }, ...pressed };
  const { words } = await tutor.say(`/runs show:${record.id} view:compact`, eve);
  expect(words).toContain('only they can change how it is drawn');
});
