/**
 * Where the configuration comes from: the environment, `.env`, secret files; and how errors name the source.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig, variables } from '../../src/config.js';
import { secrets } from '../../src/config/secrets.js';

const root = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-env-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('one list of variables', () => {
  const exampleLines = read('.env.example')
    .split('\n')
    .flatMap((line) => /^# ([A-Z_]+)=(.*)$/.exec(line)?.slice(1, 3) ?? [])
    .reduce<[string, string][]>((pairs, word, index, words) => {
      return index % 2 === 0 ? [...pairs, [word, words[index + 1] ?? '']] : pairs;
    }, []);
  const configuration = read('README.md').split('## Configuration')[1]?.split('\n## ')[0] ?? '';
  const table = [...configuration.matchAll(/^\| `([A-Z_]+)` /gm)].map(([, name]) => name);

  test('README names the variables the program reads', () => {
    expect(table.toSorted()).toEqual([...variables].sort());
  });

  test('.env.example names the variables the program reads, each once', () => {
    expect(exampleLines.map(([name]) => name).sort()).toEqual([...variables].sort());
  });

  test('.env.example as it is, and with every default taken, changes nothing', () => {
    expect(parseEnv(read('.env.example'))).toEqual({});
    const defaults = Object.fromEntries(exampleLines);
    expect(readConfig(defaults)).toEqual(readConfig({}));
  });

  test('README and .env.example name every secret that may be in a file', () => {
    expect(secrets.every((name) => variables.includes(name))).toBe(true);
    for (const name of secrets) {
      expect(read('README.md').split('## Hosting')[1]).toContain(`\`${name}\``);
      expect(read('.env.example')).toContain(`${name}_FILE`);
    }
  });

  test('neither git nor an image includes .env', () => {
    for (const file of ['.gitignore', '.dockerignore']) {
      expect(read(file).split('\n'), file).toContain('.env');
    }
  });
});

describe('secrets in files', () => {
  const file = (text: string): string => {
    const path = join(folder, 'secret');
    writeFileSync(path, text);
    return path;
  };

  test('each is read, without the final line break that editors add', () => {
    const slack = join(folder, 'slack');
    writeFileSync(slack, ' xoxb-from-a-file\r\n');
    const config = readConfig({
      DISCORD_TOKEN_FILE: file('from-a-file\n'),
      SLACK_BOT_TOKEN_FILE: slack,
      SLACK_SIGNING_SECRET_FILE: file('from-a-file\n'),
      LLM_URL: 'http://127.0.0.1:1/v1',
      LLM_MODEL: 'm',
      LLM_API_KEY_FILE: file('from-a-file\n'),
    });
    expect(config.discord?.token).toBe('from-a-file');
    expect(config.slack).toMatchObject({
      botToken: 'xoxb-from-a-file',
      mode: { kind: 'http', signingSecret: 'from-a-file' },
    });
    expect(config.llm?.apiKey).toBe('from-a-file');
    expect(config.secretValues).toContain('from-a-file');
  });

  test('an app token too', () => {
    const env = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN_FILE: file('xapp-2\n') };
    expect(readConfig(env).slack?.mode).toEqual({ kind: 'socket', appToken: 'xapp-2' });
  });

  test('setting both gives one sentence, without the secret', () => {
    const path = file('hush-hush');
    const both = (): unknown => readConfig({ DISCORD_TOKEN: 'hush-too', DISCORD_TOKEN_FILE: path });
    expect(both).toThrow(
      `DISCORD_TOKEN_FILE=${path}: DISCORD_TOKEN is given too; give one of them`,
    );
    expect(both).not.toThrow(/hush/);
  });

  test('an empty variable counts as not set, even beside a file', () => {
    const env = { DISCORD_TOKEN: '', DISCORD_TOKEN_FILE: file('from-a-file') };
    expect(readConfig(env).discord?.token).toBe('from-a-file');
    expect(readConfig({ DISCORD_TOKEN_FILE: '' }).discord).toBeUndefined();
  });

  test('a file that is missing, is a folder, or is empty gives one sentence each', () => {
    const missing = join(folder, 'missing');
    const faults = (): unknown =>
      readConfig({
        DISCORD_TOKEN_FILE: missing,
        SLACK_BOT_TOKEN_FILE: folder,
        LLM_API_KEY_FILE: file(' \n'),
      });
    expect(faults).toThrow(`DISCORD_TOKEN_FILE=${missing}: the file cannot be read (ENOENT)`);
    expect(faults).toThrow(`SLACK_BOT_TOKEN_FILE=${folder}: the file cannot be read (EISDIR)`);
    expect(faults).toThrow(/LLM_API_KEY_FILE=.*: the file is empty/);
  });
});

describe('.env in the folder where the program is started', () => {
  const program = fileURLToPath(new URL('dist/src/main.js', root));
  /** The start fails on one variable and prints its value. */
  const start = (env: NodeJS.ProcessEnv = {}): { status: number | null; stderr: string } =>
    spawnSync(process.execPath, [program], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
      timeout: 30_000,
    });

  test('is read', () => {
    writeFileSync(join(folder, '.env'), '# a comment\nDEFAULT_LOCALE="fr"\n');
    const { status, stderr } = start();
    expect(stderr).toMatch(/^DEFAULT_LOCALE=fr: .*\n$/);
    expect(status).toBe(1);
  });

  test('the real environment takes precedence', () => {
    writeFileSync(join(folder, '.env'), 'DEFAULT_LOCALE=fr\nWEB_PORT=x\n');
    expect(start({ DEFAULT_LOCALE: 'de' }).stderr).toMatch(/^WEB_PORT=x: .*\nDEFAULT_LOCALE=de: /);
  });

  test('a missing one is fine', () => {
    expect(start({ DEFAULT_LOCALE: 'de' }).stderr).toMatch(/^DEFAULT_LOCALE=de: .*\n$/);
  });

  test('an unreadable one gives one sentence', () => {
    mkdirSync(join(folder, '.env'));
    expect(start()).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^\.env cannot be read \(\w+\)\n$/) as string,
    });
  });
});
