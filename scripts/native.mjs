// Puts TensorFlow's native library in place where npm could not download it, from the wheel that
// PyPI has: the library and its headers come out of the wheel, the addon is built against them.
// Linux on x64 or arm64; needs python3 with pip, make and g++. Run it after `npm ci`: `npm run native`.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

// The newest C API that tfjs-node 4.22's addon builds against.
const tensorflow = '2.15.1';
const packageFolder = 'node_modules/@tensorflow/tfjs-node';
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'epoch-tutor');
const platforms = { x64: 'manylinux_2_17_x86_64', arm64: 'manylinux_2_17_aarch64' };

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function run(command, args, options = {}) {
  execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
}

function need(command, why) {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
  } catch {
    fail(`npm run native needs ${command} ${why}, and it is not installed here.`);
  }
}

const platform = process.platform === 'linux' ? platforms[process.arch] : undefined;
if (!platform)
  fail(`npm run native knows Linux on x64 and arm64, not ${process.platform} on ${process.arch}.`);
need('python3', 'to open the wheel');
need('make', 'to build the addon');
need('g++', 'to build the addon');

const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const version = optionalDependencies['@tensorflow/tfjs-node'];

if (!existsSync(packageFolder)) {
  console.log(`npm left @tensorflow/tfjs-node out; bringing ${version} back without its download.`);
  run('npm', [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    `@tensorflow/tfjs-node@${version}`,
  ]);
}

const wheels = join(cache, `tensorflow-cpu-${tensorflow}`);
const wheelIn = () =>
  existsSync(wheels) ? readdirSync(wheels).find((name) => name.endsWith('.whl')) : undefined;
if (!wheelIn()) {
  console.log(`Downloading TensorFlow ${tensorflow}'s wheel (about 200 MB) to ${wheels}.`);
  mkdirSync(wheels, { recursive: true });
  run('python3', [
    ...['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--progress-bar', 'off'],
    ...['--python-version', '311', '--platform', platform, '-d', wheels],
    `tensorflow-cpu==${tensorflow}`,
  ]);
}

const unpacked = join(packageFolder, 'deps', 'wheel');
const lib = join(packageFolder, 'deps', 'lib');
const include = join(packageFolder, 'deps', 'include');
for (const folder of [unpacked, lib, include]) rmSync(folder, { recursive: true, force: true });
mkdirSync(lib, { recursive: true });
// A wheel is a zip; only the library and the headers are taken out of it.
run('python3', [
  '-c',
  `import sys, zipfile
wheel = zipfile.ZipFile(sys.argv[1])
wanted = ('tensorflow/include/tensorflow/', 'tensorflow/include/tsl/', 'tensorflow/libtensorflow_')
wheel.extractall(sys.argv[2], [name for name in wheel.namelist() if name.startswith(wanted)])`,
  join(wheels, wheelIn()),
  unpacked,
]);
cpSync(join(unpacked, 'tensorflow', 'include'), include, { recursive: true });
for (const [name, file] of [
  ['libtensorflow', 'libtensorflow_cc.so.2'],
  ['libtensorflow_framework', 'libtensorflow_framework.so.2'],
]) {
  cpSync(join(unpacked, 'tensorflow', file), join(lib, file));
  symlinkSync(file, join(lib, `${name}.so`));
}
rmSync(unpacked, { recursive: true });

// node-gyp would download Node's headers; most installations carry them beside the program.
const prefix = dirname(dirname(process.execPath));
const carriesHeaders = existsSync(join(prefix, 'include', 'node', 'node_api.h'));
run(
  process.execPath,
  [
    join(process.cwd(), 'node_modules/@mapbox/node-pre-gyp/bin/node-pre-gyp'),
    'install',
    '--build-from-source',
  ],
  {
    cwd: packageFolder,
    env: { ...process.env, ...(carriesHeaders && { npm_config_nodedir: prefix }) },
  },
);
console.log(`TensorFlow ${tensorflow} is in place: TFJS_BACKEND=node works now.`);
