/** Runs axe-core in a page: each violation that persists is reported on one line. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Experimental, so off by default: an element's accessible name must contain its visible label. */
const alsoRun = { 'label-content-name-mismatch': { enabled: true } };

/** How long a violation may take to disappear when the page renders its next frame late. */
const LASTS_MS = 30_000;

/**
 * Violations that persist: between an edit and its frame, a region that just became scrollable is not yet
 * reachable.
 * @param except selectors of what was examined before: checking a long page costs a second
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
  // Evaluated through the debugger, which the page's CSP does not restrict. It stays until the page reloads.
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
