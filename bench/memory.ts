/** Whether the server's memory stays flat over many runs, each with its chart. */
import { withServer } from './server.js';

const RUNS = 200;
/** After these everything is loaded and compiled; the rest is compared with them. */
const FIRST_RUNS = 40;
const BYTES_PER_MB = 1024 * 1024;

export function benchMemory(): Promise<void> {
  return withServer(async (server) => {
    const learner = await server.visit();
    const entries = learner.entries();
    const print = async (when: string): Promise<void> => {
      const megabytes = (await server.residentBytes()) / BYTES_PER_MB;
      console.log(`  ${when}: ${megabytes.toFixed(0)} MB`);
    };
    console.log('Memory of the server (resident set):');
    await print('ready');
    const ended = new Set<number>();
    while (ended.size < RUNS) {
      await learner.type('/fit data:moons epochs:3 pace:fast');
      const before = ended.size;
      while (ended.size === before) {
        const { value: entry } = await entries.next();
        if (!entry) throw new Error('the room closed');
        // A run has its files when it is over and its chart is drawn.
        if (entry.body.kind === 'answer' && entry.body.files.length > 0) ended.add(entry.id);
      }
      if (ended.size === FIRST_RUNS || ended.size === RUNS) await print(`after ${ended.size} runs`);
    }
  });
}
