/** Health checks and metrics on separate ports. */
import type { Probe } from './health.js';
import type { Meter } from './meter.js';
import { startProbeServer } from './probe-server.js';
import type { WorkerMetrics } from './worker-metrics.js';

interface Address {
  readonly host: string;
  readonly port: number;
}

/** All metrics, in Prometheus' text format. */
export interface MetricsPage {
  text(): Promise<{ readonly type: string; readonly body: string }>;
}

/** @returns its URL @throws ProbeAddressError */
export function serveHealth(at: Address, { probe }: { readonly probe: Probe }): Promise<string> {
  return startProbeServer({
    ...{ ...at, variable: 'HEALTH_PORT' },
    answer: async (path) => {
      const found = await probe(path);
      return found && { status: found.status, type: 'application/json', body: text(found.body) };
    },
  });
}

/** The metrics library is loaded only if metrics are on. @throws ProbeAddressError */
export async function serveMetrics(
  at: Address,
): Promise<{ readonly meter: Meter; readonly address: string }> {
  const { Metrics } = await import('./metrics.js');
  const metrics = new Metrics();
  return { meter: metrics, address: await servePage(at, metrics) };
}

/** The same for a worker. @throws ProbeAddressError */
export async function serveWorkerMetrics(
  at: Address,
  threads: number,
): Promise<{ readonly metrics: WorkerMetrics; readonly address: string }> {
  const { WorkerMetrics } = await import('./worker-metrics.js');
  const metrics = new WorkerMetrics(threads);
  return { metrics, address: await servePage(at, metrics) };
}

function servePage(at: Address, metrics: MetricsPage): Promise<string> {
  return startProbeServer({
    ...{ ...at, variable: 'METRICS_PORT' },
    answer: async (path) =>
      path === '/metrics' ? { status: 200, ...(await metrics.text()) } : undefined,
  });
}

function text(body: object): string {
  return `${JSON.stringify(body)}\n`;
}
