/** Loaded into the measured program before it starts: reports the process's usage on request. */
export interface Taken {
  /** All its threads, user and system time. */
  readonly cpuMs: number;
  readonly rssMb: number;
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const taken: Taken = {
    cpuMs: (user + system) / 1000,
    rssMb: process.memoryUsage.rss() / 2 ** 20,
  };
  process.send?.(taken);
});
// The measurement must not keep the process alive.
process.channel?.unref();
