import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Most files wait for processes, browsers and timers: with a worker for each core, half of them rest.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    // TensorFlow's C++ would talk between the results.
    env: { TF_CPP_MIN_LOG_LEVEL: '3' },
  },
});
