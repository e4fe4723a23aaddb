import type { BackendName } from '../../src/runs/protocol.js';
import probeBackends from '../../workers/probe-backends.js';

const { loaded, missing } = await probeBackends({ backends: ['cpu', 'wasm', 'node'] });
for (const { backend, reason } of missing) {
  console.warn(`Skipped: tests on the backend ${backend}, which does not load here (${reason}).`);
}

/** TensorFlow.js backends that load on this machine; the others are listed in the test output. */
export const tensorflowBackends = loaded;

/** Every backend that works here. */
export const backends: readonly BackendName[] = ['fused', ...loaded];
