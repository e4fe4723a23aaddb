/** Fronts and workers whose Redis speaks TLS, with a certificate trusted only in their own network. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificateOfLoopback, opensslMissing, type Certificate } from '../support/certificate.js';
import { TestFleet } from '../support/fleet.js';
import { redisTlsMissing } from '../support/redis-server.js';
import { Visitor } from '../support/scripted-room.js';

const PASSWORD = 'a-password-of-redis';

describe.skipIf(opensslMissing ?? redisTlsMissing())('a Redis that speaks TLS', () => {
  let certificate: Certificate;
  let fleet: TestFleet;
  /** The operator's setting for extra trust; Node reads it at startup. */
  let trusting: NodeJS.ProcessEnv;

  beforeAll(async () => {
    certificate = certificateOfLoopback();
    trusting = { NODE_EXTRA_CA_CERTS: certificate.file };
    fleet = await TestFleet.start(PASSWORD, certificate);
  });
  afterAll(async () => {
    await fleet.close();
    certificate.remove();
  });

  test('carries a training run for clients told to trust it', async () => {
    expect(fleet.redis.url).toMatch(/^rediss:/);
    const worker = fleet.worker(trusting);
    await worker.ready;
    const front = fleet.front('front', trusting);
    const learner = await Visitor.at((await front.ready).address);
    const events = await learner.listen();
    await learner.type('/fit epochs:2 batch:100');
    for (let spoken = ''; !spoken.includes('is done: 2 epochs');) {
      const { body } = await events.entry();
      if (body.kind === 'answer') spoken = body.spoken;
    }
    events.close();
    for (const { printed } of [front, worker]) expect(printed.join()).not.toContain(PASSWORD);
  }, 120_000);

  test('is refused, with the reason in the log, if nobody vouches for it', async () => {
    const worker = fleet.worker();
    const lost = (): string | undefined =>
      worker.printed.find((line) => line.includes('Redis cannot be reached'));
    await expect.poll(lost, { timeout: 60_000 }).toMatch(/"fault":"self-signed certificate/);
    expect(worker.printed.join()).not.toContain(PASSWORD);
  }, 120_000);
});
