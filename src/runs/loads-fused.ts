import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Whether the fused engine loads here: where WebAssembly has no SIMD, it does not. */
export function loadsFused(): boolean {
  return WebAssembly.validate(readFileSync(require.resolve('#prepared/fused.wasm')));
}
