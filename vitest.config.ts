import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // By default one core is left alone; here most files wait for processes and timers all the same.
    maxWorkers: '100%',
    // TensorFlow's C++ would talk between the results.
    env: { TF_CPP_MIN_LOG_LEVEL: '3' },
  },
});
