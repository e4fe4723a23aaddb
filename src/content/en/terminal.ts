/** Text only for the terminal. */
export const terminal = {
  'terminal.noFile': '<code>csv</code> was “{path}”; there is no such file.',
  'terminal.kept': 'Kept: {files}',
  'terminal.again': 'The same again, anywhere, bit for bit: {line}',
} as const;
