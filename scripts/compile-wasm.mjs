// Compiles the AssemblyScript programs to WebAssembly, dist/prepared/*.wasm: the engine that trains networks,
// and the learner with which the build learns which answer a question wants. It takes some seconds, so each is
// compiled only when its source or the compiler has changed.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const programs = {
  fused: 'workers/engines/fused/assembly',
  learner: 'src/tutor/questions/chooser/assembly',
};
const to = 'dist/prepared';

for (const [name, from] of Object.entries(programs)) await compile(name, from);

async function compile(name, from) {
  const [file, keyFile] = [join(to, `${name}.wasm`), join(to, `${name}.key`)];
  const options = [
    ...[join(from, 'index.ts'), '--outFile', file],
    // No garbage collector and no imports: all memory is handed out by hand.
    ...['--runtime', 'stub', '--enable', 'simd', '-O3', '--converge', '--noAssert'],
    // Four floats cannot cross to JavaScript; they never do.
    ...['--disableWarning', '112'],
  ];
  const key = await keyOf(from, options);
  if (existsSync(file) && (await readFile(keyFile, 'utf8').catch(() => '')) === key) return;
  const { default: asc } = await import('assemblyscript/asc');
  await mkdir(to, { recursive: true });
  const { error, stderr } = await asc.main(options);
  if (error) {
    process.stderr.write(`${stderr.toString()}\n${error.message}\n`);
    process.exit(1);
  }
  await writeFile(keyFile, key);
}

async function keyOf(from, options) {
  const hash = createHash('sha256').update(JSON.stringify(options));
  const compiler = new URL('../node_modules/assemblyscript/package.json', import.meta.url);
  hash.update(JSON.parse(await readFile(compiler, 'utf8')).version);
  for (const file of (await readdir(from)).sort()) hash.update(await readFile(join(from, file)));
  return hash.digest('hex');
}
