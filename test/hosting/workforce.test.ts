/** The state of worker hosts as probes, Prometheus and an admin see it, with a real front and real workers. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HostedProgram } from '../support/hosted-program.js';
import { TestFleet } from '../support/fleet.js';
import { redisMissing } from '../support/redis-server.js';
import { Visitor } from '../support/scripted-room.js';

const waiting = { timeout: 60_000, interval: 50 };

describe.skipIf(redisMissing)('a front of a fleet', () => {
  let fleet: TestFleet;
  let front: HostedProgram | undefined;

  beforeEach(async () => {
    fleet = await TestFleet.start();
  });
  afterEach(async () => {
    await front?.close();
    front = undefined;
    await fleet.close();
  });

  test(
    'is ready while a worker takes its tasks, and says why when it is not',
    { timeout: 240_000 },
    async () => {
      const ports = { HEALTH_PORT: '0', METRICS_PORT: '0' };
      const program = (front = new HostedProgram({ REDIS_URL: fleet.redis.url, ...ports }));
      const health = await program.says(/Health: (http:\/\/[\d.:]+)\//);
      const metrics = await program.says(/Metrics: (http:\/\/[\d.:]+)\//);
      const room = await program.says(/study room (http:\/\/[\d.:]+)/);
      const ready = async (): Promise<object> => {
        const response = await fetch(`${health}/readyz`);
        const { workers } = (await response.json()) as { readonly workers: object };
        return { status: response.status, ...workers };
      };
      const value = async (series: string): Promise<number> => {
        const text = await (await fetch(`${metrics}/metrics`)).text();
        return Number(
          text
            .split('\n')
            .find((line) => line.startsWith(`${series} `))
            ?.split(' ')[1],
        );
      };
      const becomes = (expected: object): Promise<void> =>
        vi.waitFor(async () => {
          expect(await ready()).toMatchObject(expected);
        }, waiting);

      await becomes({ status: 503, state: 'no-workers', count: 0, slots: 0, share: 0 });
      const visitor = await Visitor.at(room);
      const events = await visitor.listen();
      const says = async (wanted: RegExp): Promise<void> => {
        for (;;) {
          const { body } = await events.entry();
          if (body.kind === 'answer' && wanted.test(body.spoken)) return;
        }
      };
      await visitor.type('/fit epochs:3 batch:100');
      await says(/is waiting for a computer to train on; it starts by itself/);

      const worker = fleet.worker({ WORKER_THREADS: '2' });
      await becomes({ status: 200, state: 'ok', count: 1, slots: 2, share: 2, misfits: 0 });
      expect(await value('tutor_workers{state="taking"}')).toBe(1);
      expect(await value('tutor_worker_slots')).toBe(2);
      expect(await value('tutor_front_slots')).toBe(2);
      await says(/is done: 3 epochs/);
      await visitor.type('/fit epochs:500 batch:10');
      await says(/epoch \d+ of 500, iteration/);

      worker.kill('SIGKILL');
      await becomes({ status: 503, state: 'no-workers' });
      await says(/is waiting for a computer to train on/);
      await visitor.type('/status');
      await says(/Workers: none is taking tasks; runs wait/);
      fleet.worker();
      await says(/epoch \d+ of 500, iteration/);

      await fleet.redis.kill();
      await becomes({ status: 503, state: 'no-redis' });
      await fleet.redis.restart();
      await becomes({ status: 200, state: 'ok', slots: 1 });
      events.close();
    },
  );
});
