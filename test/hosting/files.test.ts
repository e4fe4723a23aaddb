/** The files used for hosting, as far as they can be checked without Docker; `.ci/container` does the rest. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');

/** Variables set by an image or a compose file must be ones the program knows. */
const known = [...read('.env.example').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);

describe('compose.yaml', () => {
  const { services, volumes } = parse(read('compose.yaml')) as {
    readonly services: { readonly tutor: Readonly<Record<string, unknown>> };
    readonly volumes: object;
  };
  const { tutor } = services;

  test('the room is published to this machine alone', () => {
    const ports = tutor.ports as readonly string[];
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('data outlives the container, which can write nothing else', () => {
    const environment = tutor.environment as Readonly<Record<string, unknown>>;
    expect(volumes).toHaveProperty('data');
    expect(tutor.volumes).toEqual([`data:${String(environment.DATA_DIR)}`]);
    expect(tutor).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      restart: 'unless-stopped',
      env_file: [{ path: '.env', required: false }],
    });
    expect(known).toEqual(expect.arrayContaining(Object.keys(environment)));
  });
});

describe('compose.fleet.yaml', () => {
  const text = read('compose.fleet.yaml');
  const { services, networks, volumes } = parse(text, { merge: true }) as {
    readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly networks: object;
    readonly volumes: object;
  };
  const { redis, tutor, ...workers } = services;

  test('workers run commands from the image, with variables the program knows, and have no tokens', () => {
    expect(Object.keys(workers).length).toBeGreaterThan(1);
    for (const worker of Object.values(workers)) {
      expect(worker).not.toHaveProperty('env_file');
      expect(worker).toMatchObject({ read_only: true, cap_drop: ['ALL'], networks: ['fleet'] });
      const [built = ''] = worker.command as readonly string[];
      expect(read(built.replace(/^dist\/(.*)\.js$/, '$1.ts'))).toContain('REDIS_URL');
      expect(known).toEqual(expect.arrayContaining(Object.keys(worker.environment as object)));
    }
    expect(known).toEqual(expect.arrayContaining(Object.keys(tutor?.environment as object)));
    // Compose's own variables, besides those it passes on.
    const given = [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);
    expect(known).toEqual(
      expect.arrayContaining(given.filter((name) => name !== 'REDIS_PASSWORD')),
    );
  });

  test('one service builds the image that all use', () => {
    const front = parse(read('compose.yaml')) as { services: { tutor: Record<string, unknown> } };
    const { image } = front.services.tutor;
    expect(front.services.tutor).toMatchObject({ build: '.', pull_policy: 'never' });
    for (const worker of Object.values(workers)) {
      expect(worker).toMatchObject({ image, pull_policy: 'never' });
      expect(worker).not.toHaveProperty('build');
    }
  });

  test('no volume is left behind: each has a name, and each worker its own', () => {
    for (const [name, worker] of Object.entries(workers)) {
      const { DATA_DIR } = worker.environment as Readonly<Record<string, unknown>>;
      expect(worker.volumes).toEqual([`${name}:${String(DATA_DIR)}`]);
      expect(volumes).toHaveProperty(name);
    }
  });

  test('nothing outside the fleet can reach Redis', () => {
    expect(redis).not.toHaveProperty('ports');
    expect(redis?.networks).toEqual(['fleet']);
    expect(networks).toEqual({ fleet: { internal: true } });
  });
});

describe('Dockerfile', () => {
  const image =
    read('Dockerfile')
      .split(/^FROM /m)
      .at(-1) ?? '';

  test('not root, with a health check on the liveness path', () => {
    expect(/^USER (\d+):\d+$/m.exec(image)?.[1]).toMatch(/^[1-9]/);
    expect(image).toMatch(/^HEALTHCHECK [^]*HEALTH_PORT\}\/healthz/m);
  });

  test('the variables it sets are known to the program', () => {
    const set = [...image.matchAll(/^ENV (.*)$/gm)]
      .flatMap(([, pairs = '']) => pairs.split(' '))
      .map((pair) => pair.split('=')[0])
      .filter((name) => !['PATH', 'HOME', 'NODE_ENV'].includes(name ?? ''));
    expect(set).toContain('DATA_DIR');
    expect(known).toEqual(expect.arrayContaining(set));
  });
});

test('one licence', () => {
  const { license } = JSON.parse(read('package.json')) as { readonly license: string };
  expect(read('LICENSE')).toMatch(new RegExp(`^${license} License\n`));
});

const analyzer = spawnSync('systemd-analyze', ['--version']).status === 0;
test.skipIf(!analyzer)('systemd accepts the unit', () => {
  const unit = fileURLToPath(new URL('hosting/epoch-tutor.service', root));
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
  expect({
    status,
    stderr: stderr.split('\n').filter((line) => line.includes('epoch-tutor')),
  }).toEqual({
    status: 0,
    stderr: [],
  });
});
