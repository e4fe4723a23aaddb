import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Whether the fused engine loads here: it needs WebAssembly with SIMD. */
export function loadsFused(): boolean {
  return WebAssembly.validate(readFileSync(require.resolve('#prepared/fused.wasm')));
}
