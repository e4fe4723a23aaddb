import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contentTests, servingTests, unitTests, weightOf, wholeTests } from './projects.js';

test('each test is in one project', () => {
  const all = [...unitTests, ...contentTests, ...servingTests, ...wholeTests];
  expect(new Set(all).size).toBe(all.length);
  expect(unitTests).toContain('test/projects.test.ts');
});

test('a test that starts a browser, a process, threads or a server is not a quick one', () => {
  expect(unitTests.filter((file) => file.startsWith('test/e2e/'))).toEqual([]);
  // Through a file in test/support, through the program itself, and by the built program's path.
  expect(wholeTests).toEqual(
    expect.arrayContaining([
      'test/e2e/discord.test.ts',
      'test/runs/early-end.test.ts',
      'test/workers/threads.test.ts',
    ]),
  );
});

test('a test with a server but no process or thread is among those that share a worker', () => {
  expect(servingTests).toEqual(
    expect.arrayContaining([
      'test/adapters/discord/runs.test.ts',
      'test/adapters/slack/runs.test.ts',
      'test/adapters/web/room.test.ts',
    ]),
  );
  expect(servingTests.filter((file) => file.startsWith('test/e2e/'))).toEqual([]);
});

test('a test that mocks a module shares its worker with nobody', () => {
  expect(wholeTests).toContain('test/live/equal-runs.test.ts');
});

test('a test that only computes is a quick one', () => {
  expect(unitTests).toEqual(
    expect.arrayContaining([
      ...['test/render/progress-bar.test.ts', 'test/commands/fit.test.ts', 'test/runs/run.test.ts'],
    ]),
  );
});

test('files that import each other have the same weight, whichever is looked at first', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-circle-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, text: string): string => {
    const file = join(folder, `${name}.ts`);
    writeFileSync(file, text);
    return file;
  };
  const one = write('one', "import './other.js';\nimport 'node:http';\n");
  const other = write('other', "import './one.js';\n");
  expect([one, other].map(weightOf)).toEqual(['serving', 'serving']);
  const light = write('light', "import './lights.js';\n");
  const lights = write('lights', "import './light.js';\n");
  expect([light, lights].map(weightOf)).toEqual(['quick', 'quick']);
});
