/** axe-core in a page: what it finds, and finds again, is said in a line each. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Experimental, and off for that: what is read aloud is called as it is written. */
const alsoRun = { 'label-content-name-mismatch': { enabled: true } };

/** How long a fault may take to go, where the page comes to its next frame late. */
const LASTS_MS = 30_000;

/**
 * What lasts: between an edit and its frame, what just grew wider than its place is not yet reachable.
 * @param except what was examined before, by selectors: looking costs a second for a long page
 */
export async function violations(
  page: Page,
  except: readonly string[] = [],
): Promise<readonly string[]> {
  const fromMs = performance.now();
  for (;;) {
    const found = await violationsNow(page, except);
    if (found.length === 0 || performance.now() - fromMs > LASTS_MS) return found;
  }
}

async function violationsNow(page: Page, except: readonly string[]): Promise<readonly string[]> {
  // By the debugger, which the page's own rules for scripts do not bind. Until it is loaded anew it is there.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const results = await page.evaluate(
    ({ rules, exclude }) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({ exclude }, { rules }),
    { rules: alsoRun, exclude: [...except] },
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} ${String(target)}: ${failureSummary}`),
  );
}
