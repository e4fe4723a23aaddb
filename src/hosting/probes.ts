/** Health and metrics on ports of their own. */
import type { Health } from './health.js';
import type { Meter } from './meter.js';
import { startProbeServer } from './probe-server.js';

interface Address {
  readonly host: string;
  readonly port: number;
}

/** @returns where it is @throws ProbeAddressError */
export function serveHealth(at: Address, { probe }: Health): Promise<string> {
  return startProbeServer({
    ...{ ...at, variable: 'HEALTH_PORT' },
    answer: async (path) => {
      const found = await probe(path);
      return found && { status: found.status, type: 'application/json', body: text(found.body) };
    },
  });
}

/** Whoever measures nothing does not load what measures. @throws ProbeAddressError */
export async function serveMetrics(
  at: Address,
): Promise<{ readonly meter: Meter; readonly address: string }> {
  const { Metrics } = await import('./metrics.js');
  const metrics = new Metrics();
  const address = await startProbeServer({
    ...{ ...at, variable: 'METRICS_PORT' },
    answer: async (path) =>
      path === '/metrics' ? { status: 200, ...(await metrics.text()) } : undefined,
  });
  return { meter: metrics, address };
}

function text(body: object): string {
  return `${JSON.stringify(body)}\n`;
}
