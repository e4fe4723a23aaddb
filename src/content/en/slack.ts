/** What only Slack needs said. */
export const slack = {
  'slack.about': 'Watch a real neural network train in a message, and ask what it means.',
  'slack.notInChannel':
    'I am not in this channel, so nothing was started. Type <code>/invite {bot}</code> here, then try again.',
  'slack.csvForm.title': 'Your CSV file',
  'slack.csvForm.submit': 'Train',
  'slack.csvForm.label': 'CSV file',
  'slack.csvForm.hint':
    'One row per line, column names in the first. The last column is predicted unless you gave a target.',
} as const;
