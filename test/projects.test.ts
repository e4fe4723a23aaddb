import { expect, test } from 'vitest';
import { contentTests, unitTests, wholeTests } from './projects.js';

test('each test is in one project', () => {
  const all = [...unitTests, ...contentTests, ...wholeTests];
  expect(new Set(all).size).toBe(all.length);
  expect(unitTests).toContain('test/projects.test.ts');
});

test('what starts a browser, a process, threads or a server is not among the quick ones', () => {
  expect(unitTests.filter((file) => file.startsWith('test/e2e/'))).toEqual([]);
  // Through a file of test/support, through the program itself, by the built program's path.
  expect(wholeTests).toEqual(
    expect.arrayContaining([
      'test/adapters/web/room.test.ts',
      'test/runs/early-end.test.ts',
      'test/workers/threads.test.ts',
    ]),
  );
});

test('what only computes is among them', () => {
  expect(unitTests).toEqual(
    expect.arrayContaining([
      ...['test/render/progress-bar.test.ts', 'test/commands/fit.test.ts', 'test/runs/run.test.ts'],
    ]),
  );
});
