/** What a command is called behind Slack's slash: some names are Slack's own there. */

/** Slack's `/status` sets what others see beside one's name, and a manifest that takes it is refused. */
const taken: readonly string[] = ['status'];

export function slashName(command: string): string {
  return taken.includes(command) ? `tutor-${command}` : command;
}
