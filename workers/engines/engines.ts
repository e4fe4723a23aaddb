/** Engines by backend name, each loaded on first use in a thread. */
import type { BackendName } from '../../src/runs/protocol.js';
import type { Engine } from './engine.js';

let fused: Engine | undefined;

/** @throws Error when it does not load here */
export async function engineFor(backend: BackendName): Promise<Engine> {
  if (backend === 'fused') {
    fused ??= (await import('./fused/fused-engine.js')).fusedEngine();
    return fused;
  }
  const [{ useBackend }, { tensorflowEngine }] = await Promise.all([
    import('./tensorflow/backends.js'),
    import('./tensorflow/tensorflow-engine.js'),
  ]);
  await useBackend(backend);
  return tensorflowEngine(backend);
}
