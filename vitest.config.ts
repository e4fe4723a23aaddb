import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // TensorFlow's C++ would talk between the results.
    env: { TF_CPP_MIN_LOG_LEVEL: '3' },
  },
});
