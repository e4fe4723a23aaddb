/** Actions that differ by platform (`en/ways.ts` says how). */
export const wayNames = ['file', 'table', 'fitTable', 'log', 'commands'] as const;
export type WayName = (typeof wayNames)[number];
