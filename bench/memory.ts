/** Whether the server's memory stays flat over many runs, each with its chart. */
import { EventEmitter, once } from 'node:events';
import { Learner, RoomServer } from './room-server.js';

/** After these everything is loaded and compiled; the rest is compared with them. */
const FIRST_RUNS = 40;
const BYTES_PER_MB = 1024 * 1024;

/** @param runs how many, after the first ones */
export async function benchMemory(runs: number): Promise<void> {
  const server = await RoomServer.start();
  try {
    console.log('Memory of the server (resident set):');
    await print(server, 'ready');
    const ended = new Set<number>();
    const news = new EventEmitter();
    const learner = await Learner.enter(server.address, ({ id, body }) => {
      // A run has its files once it is over and its chart is drawn.
      if (body.kind !== 'answer' || body.files.length === 0 || ended.has(id)) return;
      ended.add(id);
      news.emit('ended');
    });
    for (let run = 1; run <= runs; run += 1) {
      const end = once(news, 'ended');
      await learner.type('/fit data:moons epochs:3 pace:fast');
      await end;
      if (run === FIRST_RUNS || run === runs) await print(server, `after ${run} runs`);
    }
    learner.leave();
  } finally {
    await server.end();
  }
}

async function print(server: RoomServer, when: string): Promise<void> {
  const megabytes = (await server.residentBytes()) / BYTES_PER_MB;
  console.log(`  ${when}: ${megabytes.toFixed(0)} MB`);
}
