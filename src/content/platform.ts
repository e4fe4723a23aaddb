/** The tutor's platforms. */
export const platforms = ['discord', 'slack', 'web', 'terminal'] as const;
export type PlatformName = (typeof platforms)[number];

/** Where somebody reads a message, which determines what they can do. */
export interface ReadingPlace {
  readonly platform: PlatformName;
  /** Only commands and presses reach the tutor there, so nobody is told to send it a message. */
  readonly commandsOnly?: boolean | undefined;
}
