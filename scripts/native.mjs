// Installs TensorFlow's native library where npm could not download it, from the wheel on PyPI: it extracts
// the library and its headers from the wheel and builds the addon against them. Linux on x64 or arm64; needs
// python3 with pip, make and g++. Run it after `npm ci`: `npm run native`.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
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

/** @param failed the message for a failure, after the command's own output */
function run(failed, command, args, options = {}) {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
  } catch {
    fail(failed);
  }
}

function need(command, args, what) {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
  } catch {
    fail(`npm run native needs ${what}, and it is not installed here.`);
  }
}

/** The TensorFlow version tfjs-node uses here, as reported by the library itself. */
function loadedVersion(stderr) {
  const ask = `const util = require('node:util');
util.isNullOrUndefined ??= (value) => value === null || value === undefined;
util.isArray ??= Array.isArray;
const { backend } = require('@tensorflow/tfjs-node');
process.stdout.write(backend().binding.TF_Version);`;
  try {
    return execFileSync(process.execPath, ['-e', ask], {
      encoding: 'utf8',
      env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
      stdio: ['ignore', 'pipe', stderr],
    });
  } catch {
    return undefined;
  }
}

const already = loadedVersion('ignore');
if (already) {
  console.log(`TensorFlow ${already} is in place already: TFJS_BACKEND=node works.`);
  process.exit();
}

const platform = process.platform === 'linux' ? platforms[process.arch] : undefined;
if (!platform)
  fail(`npm run native knows Linux on x64 and arm64, not ${process.platform} on ${process.arch}.`);
if (!process.report.getReport().header.glibcVersionRuntime)
  fail("npm run native needs a Linux with glibc: TensorFlow's wheels are built for no other.");
need('python3', ['--version'], 'python3');
need('python3', ['-m', 'pip', '--version'], 'pip for python3, to download TensorFlow');
need('make', ['--version'], 'make, to build the addon');
need('g++', ['--version'], 'g++, to build the addon');

const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const version = optionalDependencies['@tensorflow/tfjs-node'];

if (!existsSync(packageFolder)) {
  console.log(`npm left @tensorflow/tfjs-node out; bringing ${version} back without its download.`);
  run('npm could not install @tensorflow/tfjs-node (see above).', 'npm', [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    `@tensorflow/tfjs-node@${version}`,
  ]);
}

const wheels = join(cache, `tensorflow-cpu-${tensorflow}`);
if (!existsSync(wheels)) {
  console.log(`Downloading TensorFlow ${tensorflow}'s wheel (about 200 MB) to ${wheels}.`);
  mkdirSync(cache, { recursive: true });
  // Renamed only once complete: an interrupted download starts over.
  const partial = mkdtempSync(join(cache, 'download-'));
  process.on('exit', () => rmSync(partial, { recursive: true, force: true }));
  run("pip could not download TensorFlow's wheel (see above).", 'python3', [
    ...['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--progress-bar', 'off'],
    ...['--python-version', '311', '--platform', platform, '-d', partial],
    `tensorflow-cpu==${tensorflow}`,
  ]);
  renameSync(partial, wheels);
}
const wheel = readdirSync(wheels).find((name) => name.endsWith('.whl'));
if (!wheel) fail(`${wheels} holds no wheel; delete it and run this again.`);

const unpacked = join(packageFolder, 'deps', 'wheel');
const lib = join(packageFolder, 'deps', 'lib');
const include = join(packageFolder, 'deps', 'include');
for (const folder of [unpacked, lib, include]) rmSync(folder, { recursive: true, force: true });
mkdirSync(lib, { recursive: true });
// A wheel is a zip file; only the library and the headers are extracted.
run(`The wheel could not be opened (see above); delete ${wheels} and run this again.`, 'python3', [
  '-c',
  `import sys, zipfile
wheel = zipfile.ZipFile(sys.argv[1])
wanted = ('tensorflow/include/tensorflow/', 'tensorflow/include/tsl/', 'tensorflow/libtensorflow_')
wheel.extractall(sys.argv[2], [name for name in wheel.namelist() if name.startswith(wanted)])`,
  join(wheels, wheel),
  unpacked,
]);
cpSync(join(unpacked, 'tensorflow', 'include'), include, { recursive: true });
for (const [name, file] of [
  ['libtensorflow', 'libtensorflow_cc.so.2'],
  ['libtensorflow_framework', 'libtensorflow_framework.so.2'],
]) {
  renameSync(join(unpacked, 'tensorflow', file), join(lib, file));
  symlinkSync(file, join(lib, `${name}.so`));
}
rmSync(unpacked, { recursive: true });

// node-gyp would download Node's headers; most installations include them.
const prefix = dirname(dirname(process.execPath));
const carriesHeaders = existsSync(join(prefix, 'include', 'node', 'node_api.h'));
run(
  'The addon could not be built against TensorFlow (see above).',
  process.execPath,
  [
    join(process.cwd(), 'node_modules/@mapbox/node-pre-gyp/bin/node-pre-gyp'),
    'install',
    '--build-from-source',
  ],
  {
    cwd: packageFolder,
    env: {
      ...process.env,
      npm_config_loglevel: 'warn',
      ...(carriesHeaders && { npm_config_nodedir: prefix }),
    },
  },
);

const inPlace = loadedVersion('inherit');
if (!inPlace) fail('The library is in place, but it does not load (see above).');
console.log(`TensorFlow ${inPlace} is in place: TFJS_BACKEND=node works now.`);
