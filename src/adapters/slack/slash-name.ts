/** Slash names: Slack reserves some. */

/** `/status` is Slack's own (it sets your status), and a manifest that uses it is rejected. */
const taken: readonly string[] = ['status'];

export function slashName(command: string): string {
  return taken.includes(command) ? `tutor-${command}` : command;
}
