// Builds the Dockerfile without Docker, for machines that lack it: every stage is a folder, COPY copies (what
// .dockerignore lets through), RUN runs there. Then it starts the last stage as a container would: with its
// ENV and CMD, its user, its HEALTHCHECK. Reports the image's size.
//     node .ci/replay.mjs SCRATCH [amd64|arm64]
// Only an image this machine can run is started; for the other architecture it is built and measured.
/* global fetch, setTimeout */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join, relative } from 'node:path';

const [scratch, wanted] = process.argv.slice(2);
const here = { x64: 'amd64', arm64: 'arm64' }[process.arch];
const arch = wanted ?? here;
/** libc, OpenSSL, time zones as Debian installs them, and Node 24's binary: what distroless has. */
const BASE_BYTES = 26_000_000 + 127_000_000;
const MOST_BYTES = 250_000_000;

const fail = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const steps = readFileSync('Dockerfile', 'utf8')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => /^(\w+)\s+(.*)$/.exec(line).slice(1));

const ignored = dockerignore(readFileSync('.dockerignore', 'utf8'));
for (const secret of ['.env', '.git/config', 'node_modules/a', 'data/tutor.db']) {
  if (!ignored(secret)) fail(`${secret} would go into the image`);
}

const stages = [];
let stage;
for (const [instruction, rest] of steps) {
  if (instruction === 'FROM') {
    const name = / AS (\w+)$/.exec(rest)?.[1] ?? 'image';
    stage = { name, root: join(scratch, arch, name), cwd: '/', env: {}, args: {} };
    mkdirSync(stage.root, { recursive: true });
    stages.push(stage);
  } else if (!stage) continue;
  else if (instruction === 'WORKDIR') {
    stage.cwd = rest;
    mkdirSync(join(stage.root, rest), { recursive: true });
  } else if (instruction === 'ARG') stage.args[rest] = { TARGETARCH: arch }[rest];
  else if (instruction === 'ENV') {
    Object.assign(stage.env, Object.fromEntries(rest.split(/\s+/).map((pair) => pair.split('='))));
  } else if (instruction === 'COPY') copy(rest);
  else if (instruction === 'RUN') run(rest);
  else if (instruction === 'USER') stage.user = Number(rest.split(':')[0]);
  else if (instruction === 'CMD') stage.cmd = JSON.parse(rest);
  else if (instruction === 'ENTRYPOINT') stage.entrypoint = JSON.parse(rest);
  else if (instruction === 'HEALTHCHECK') stage.health = JSON.parse(/CMD (.*)$/.exec(rest)[1]);
  else if (!['VOLUME', 'EXPOSE'].includes(instruction)) fail(`what does ${instruction} do?`);
}

const bytes = sizeOf(stage.root);
const all = bytes + BASE_BYTES;
const inMb = (size) => `${Math.round(size / 1e6)} MB`;
console.log(`${arch}: ${inMb(bytes)} of ours on ${inMb(BASE_BYTES)} = ${inMb(all)}`);
if (all >= MOST_BYTES) fail(`an image is to stay under ${inMb(MOST_BYTES)}`);
if (arch === here) await probe();

function copy(rest) {
  const words = rest.split(/\s+/);
  const flags = words.filter((word) => word.startsWith('--'));
  const paths = words.filter((word) => !word.startsWith('--'));
  const to = paths.pop();
  const from = flags.find((flag) => flag.startsWith('--from='))?.slice('--from='.length);
  const source = from === undefined ? process.cwd() : stages.find(({ name }) => name === from).root;
  const target = to.startsWith('/') ? join(stage.root, to) : join(stage.root, stage.cwd, to);
  for (const path of paths) {
    const isFile = lstatSync(join(source, path)).isFile();
    const into = isFile && to.endsWith('/') ? join(target, basename(path)) : target;
    mkdirSync(dirname(into), { recursive: true });
    cpSync(join(source, path), into, {
      recursive: true,
      filter: (file) => from !== undefined || isLetThrough(relative(source, file)),
    });
    const owner = /--chown=(\d+):(\d+)/.exec(rest);
    if (owner && process.getuid() === 0) chownSync(into, Number(owner[1]), Number(owner[2]));
  }
}

/** Folders are walked into, as something inside may be let through. */
function isLetThrough(path) {
  if (path === '') return true;
  // Two minutes of learning, which the build repeats unless the key beside it matches. Docker always repeats
  // it.
  if (/^dist(\/prepared(\/chooser\.\w+)?)?$/.test(path)) return true;
  if (/^(node_modules|dist|\.git)(\/|$)/.test(path)) return false;
  return lstatSync(path).isDirectory() || !ignored(path);
}

/** The last pattern that matches a path or a folder above it decides. */
function dockerignore(text) {
  const rules = text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const pattern = line.replace(/^!/, '').replace(/[.+^${}()|[\]\\]/g, '\\$&');
      const glob = pattern.replaceAll('*', '[^/]*');
      return { keeps: line.startsWith('!'), fits: new RegExp(`^${glob}(/|$)`) };
    });
  return (path) => rules.reduce((is, { keeps, fits }) => (fits.test(path) ? !keeps : is), false);
}

function run(command) {
  console.log(`${stage.name}: ${command}`);
  const { status } = spawnSync('bash', ['-euc', command], {
    cwd: join(stage.root, stage.cwd),
    env: { ...process.env, ...stage.env, ...stage.args },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) fail(`${stage.name}: RUN ended with ${status}`);
}

function sizeOf(path) {
  const stats = lstatSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

/** Started as the image's user where possible: it can write its data and nothing else. */
async function probe() {
  const { root, cwd, cmd, entrypoint, health, user } = stage;
  const [roomPort, healthPort] = [await freePort(), await freePort()];
  const env = {
    ...stage.env,
    ...{ PATH: process.env.PATH, HOME: join(root, stage.env.HOME) },
    DATA_DIR: join(root, stage.env.DATA_DIR),
    ...{ WEB_PORT: String(roomPort), HEALTH_PORT: String(healthPort) },
  };
  const as = process.getuid() === 0 ? { uid: user, gid: user } : {};
  for (const folder of [scratch, join(scratch, arch), root]) chmodSync(folder, 0o755);
  const options = { cwd: join(root, cwd), env, ...as };
  const [program, ...args] = [...entrypoint, ...cmd];
  const started = spawn(program, args, { ...options, stdio: 'inherit' });
  let exit;
  const ended = new Promise((resolve) => {
    started.once('exit', (code, signal) => resolve((exit = code ?? signal)));
  });
  const check = () => spawnSync(health[0], health.slice(1), options).status === 0;
  try {
    await until(() => exit !== undefined || check(), 'it is healthy');
    if (exit !== undefined) fail(`it ended with ${exit}`);
    const ask = async (path) => (await fetch(`http://127.0.0.1:${roomPort}${path}`)).status;
    await until(async () => (await ask('/readyz')) === 200, 'it is ready');
    if ((await ask('/')) !== 200) fail('the room does not answer');
    if (!existsSync(join(env.DATA_DIR, 'tutor.db'))) fail('it keeps nothing in its volume');
    // The removed files are not needed: training on each engine, and a chart of both.
    for (const backend of ['auto', 'cpu', 'wasm']) {
      const fit = spawnSync(program, ['dist/src/fit.js', 'epochs:2', 'batch:100', 'pace:fast'], {
        ...options,
        env: { ...env, TFJS_BACKEND: backend },
        encoding: 'utf8',
      });
      if (fit.status !== 0) fail(`on ${backend}: ${fit.stdout}${fit.stderr}`);
      if (!/Epoch 2\/2[^]*-chart\.png/.test(fit.stdout)) fail(`on ${backend}: ${fit.stdout}`);
    }
  } finally {
    started.kill('SIGTERM');
    await ended;
  }
  if (exit !== 0) fail(`asked to end, it ended with ${exit}`);
  if (check()) fail('it is said to be healthy when it is over');
  console.log('The image’s files start, are healthy and ready, train, and end.');
}

async function until(condition, what) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await Promise.resolve(condition()).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  fail(`it took too long until ${what}`);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
