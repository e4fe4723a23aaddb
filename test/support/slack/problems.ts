/** A refusal as Slack words it: `{"ok": false, "error": …}`, or 429 with Retry-After in seconds. */
export class SlackProblem extends Error {
  constructor(
    readonly error: string,
    readonly retryAfterSeconds?: number,
    /** The missing scope. */
    readonly needed?: string,
  ) {
    super(error);
  }
}
