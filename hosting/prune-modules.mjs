// Takes out of folders what the program never loads: types, maps, builds for browsers, binaries for
// another libc, data and fonts besides its own. It more than halves what goes into an image.
//   node prune-modules.mjs node_modules
import { lstatSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const needless = [
  /\.map$/,
  /\.[cm]?ts$/,
  /\.tsbuildinfo$/,
  /\.md$/i,
  // The engine and the drawing library come for both; the image has glibc.
  /\/@[^/]+\/[^/]*-musl(eabihf)?$/,
  // Of TensorFlow.js, Node loads one bundle a package.
  /\/@tensorflow\/[^/]+\/dist\/.*(?<!\.node)\.js$/,
  /\/nanum-gothic\/(?!400Regular|700Bold).*\.ttf$/,
  /\/sample-datasets\/(?!penguins|cars).*\.(csv|json)(?<!package\.json)$/,
];

let bytes = 0;

function visit(path) {
  if (needless.some((pattern) => pattern.test(path))) {
    bytes += sizeOf(path);
    rmSync(path, { recursive: true });
    return;
  }
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) visit(join(path, name));
}

function sizeOf(path) {
  const stats = lstatSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

for (const folder of process.argv.slice(2)) {
  statSync(folder);
  visit(folder);
}
process.stdout.write(`${Math.round(bytes / 1e6)} MB that are never loaded are gone.\n`);
