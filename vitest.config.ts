import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongOnesNotLast } from './test/order.js';
import { contentTests, servingTests, unitTests, wholeTests } from './test/projects.js';

const cores = availableParallelism();
/** Most wait for processes, browsers and timers: with a worker for each core, half of them would rest. */
const waiting = { maxWorkers: Math.ceil(1.5 * cores), sequence: { groupOrder: 2 } };

export default defineConfig({
  test: {
    // What takes seconds alone takes many beside others, on two cores.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Vitest's own second is soon over on a busy machine.
    expect: { poll: { timeout: 30_000 } },
    // TensorFlow's C++ would talk between the results.
    env: { TF_CPP_MIN_LOG_LEVEL: '3' },
    sequence: { sequencer: LongOnesNotLast },
    projects: [
      // They leave nothing behind, so each worker loads the program once.
      {
        extends: true,
        test: { name: 'unit', include: unitTests, isolate: false, maxWorkers: cores },
      },
      {
        extends: true,
        test: {
          ...{ name: 'content', include: contentTests, maxWorkers: cores },
          sequence: { groupOrder: 1 },
        },
      },
      { extends: true, test: { name: 'whole', include: wholeTests, ...waiting } },
      // The program and both platforms' SDKs take seconds to load: each worker does so once, for what comes last.
      {
        extends: true,
        test: {
          ...{ name: 'serving', include: servingTests, isolate: false, ...waiting },
          setupFiles: 'test/support/platforms-in-order.ts',
        },
      },
    ],
  },
});
