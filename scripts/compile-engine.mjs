// Compiles the fused engine to WebAssembly, dist/prepared/fused.wasm. It takes several seconds, so it runs
// only when the source or the compiler has changed.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const from = 'workers/engines/fused/assembly';
const to = 'dist/prepared';
const keyFile = join(to, 'fused.key');

const options = [
  ...[join(from, 'index.ts'), '--outFile', join(to, 'fused.wasm')],
  // No garbage collector and no imports: all memory is managed by hand.
  ...['--runtime', 'stub', '--enable', 'simd', '-O3', '--converge', '--noAssert'],
  // Silences the warning that v128 values cannot cross to JavaScript; ours never do.
  ...['--disableWarning', '112'],
];

const key = await keyOfSource();
const isThere = existsSync(join(to, 'fused.wasm'));
if (!isThere || (await readFile(keyFile, 'utf8').catch(() => '')) !== key) {
  const { default: asc } = await import('assemblyscript/asc');
  await mkdir(to, { recursive: true });
  const { error, stderr } = await asc.main(options);
  if (error) {
    process.stderr.write(`${stderr.toString()}\n${error.message}\n`);
    process.exit(1);
  }
  await writeFile(keyFile, key);
}

async function keyOfSource() {
  const hash = createHash('sha256').update(JSON.stringify(options));
  const compiler = new URL('../node_modules/assemblyscript/package.json', import.meta.url);
  hash.update(JSON.parse(await readFile(compiler, 'utf8')).version);
  for (const file of (await readdir(from)).sort()) hash.update(await readFile(join(from, file)));
  return hash.digest('hex');
}
