/** Where the tutor is talked to. */
export const platforms = ['discord', 'slack', 'web', 'terminal'] as const;
export type PlatformName = (typeof platforms)[number];

/** Where somebody reads, and so what they can do there. */
export interface ReadingPlace {
  readonly platform: PlatformName;
  /** Only commands and presses reach the tutor from there: nobody is told to send it a message. */
  readonly commandsOnly?: boolean | undefined;
}
