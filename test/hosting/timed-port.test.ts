import { expect, test } from 'vitest';
import { Metrics } from '../../src/hosting/metrics.js';
import { saying, ScriptedPort } from '../support/scripted-port.js';

test('a port with timed edits has everything the port has, and no more', async () => {
  const port = Object.assign(new ScriptedPort(), {
    drawsCurves: true,
    inSight: 4,
    announce: () => Promise.resolve({ platform: 'web', key: 'told' } as const),
  } as const);
  const metrics = new Metrics();
  const timed = metrics.timed(port);
  expect([timed.platform, timed.drawsCurves, timed.inSight]).toEqual(['web', true, 4]);
  const place = { platform: 'web', key: 'room' } as const;
  expect(await timed.announce?.(place, saying('hello'))).toMatchObject({ key: 'told' });
  expect('notify' in timed).toBe(false);
  await timed.edit({ platform: 'web', key: '1' }, saying('edited'));
  expect(port.seen).toEqual(['edited']);
  const { body } = await metrics.text();
  expect(body).toMatch(/outcome="shown"[^\n]* 1\n/);
});
