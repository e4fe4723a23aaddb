/** Where the tutor is talked to. */
export const platforms = ['discord', 'slack', 'web', 'terminal'] as const;
export type PlatformName = (typeof platforms)[number];
