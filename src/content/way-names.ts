/** What each platform has its own way of doing (`en/ways.ts` says which). */
export const wayNames = ['file', 'table', 'fitTable', 'log', 'commands'] as const;
export type WayName = (typeof wayNames)[number];
