/** Loads TensorFlow.js backends, each on first use. */
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import util from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import type { TensorflowBackend } from '../../../src/runs/protocol.js';

const require = createRequire(import.meta.url);

// Skips checks on every call, and the advice to install tfjs-node, which we give ourselves.
tf.enableProdMode();

/** Our names mapped to TensorFlow.js' registered names. */
const registered = { node: 'tensorflow', cpu: 'cpu', wasm: 'wasm' } as const;
const loaded = new Set<TensorflowBackend>();

const loaders: Readonly<Record<TensorflowBackend, () => Promise<unknown>>> = {
  cpu: () => import('@tensorflow/tfjs-backend-cpu'),
  wasm: async () => {
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
    // The files come with the package: nothing is downloaded.
    setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
  },
  node: () => {
    giveBackOldUtil();
    // An optional package: if its library could not be installed, it is missing altogether.
    require('@tensorflow/tfjs-node');
    return Promise.resolve();
  },
};

/** tfjs-node 4.22 calls two functions that Node 23 removed. */
function giveBackOldUtil(): void {
  const old = util as { isNullOrUndefined?: unknown; isArray?: unknown };
  old.isNullOrUndefined ??= (value: unknown): boolean => value === null || value === undefined;
  old.isArray ??= Array.isArray;
}

/**
 * Makes a backend the active one in this thread.
 * @throws Error when it does not load here
 */
export async function useBackend(backend: TensorflowBackend): Promise<void> {
  if (!loaded.has(backend)) {
    await loaders[backend]();
    loaded.add(backend);
  }
  const name = registered[backend];
  if (tf.getBackend() !== name && !(await tf.setBackend(name))) {
    throw new Error(`TensorFlow.js could not start its backend ${name}`);
  }
}
