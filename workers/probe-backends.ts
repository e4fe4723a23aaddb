/** The task: which TensorFlow.js backends load in a thread on this machine, and why the others do not. */
import type { TensorflowBackend } from '../src/runs/protocol.js';
import { engineFor } from './engines/engines.js';

interface ProbeResult {
  readonly loaded: readonly TensorflowBackend[];
  readonly missing: readonly { readonly backend: TensorflowBackend; readonly reason: string }[];
}

export default async function probeBackends(task: {
  readonly backends: readonly TensorflowBackend[];
}): Promise<ProbeResult> {
  const loaded: TensorflowBackend[] = [];
  const missing: { backend: TensorflowBackend; reason: string }[] = [];
  for (const backend of task.backends) {
    try {
      await engineFor(backend);
      loaded.push(backend);
    } catch (error) {
      // Module errors include the whole require stack; the first line says what is missing.
      const reason = String(error).split('\n', 1)[0] ?? '';
      missing.push({ backend, reason });
    }
  }
  return { loaded, missing };
}
