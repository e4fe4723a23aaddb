/** Loaded into the program that is measured, before it: tells what the process has taken whenever asked. */
export interface Taken {
  /** Of all its threads, user and system. */
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
// Whoever measures must not keep it from ending.
process.channel?.unref();
