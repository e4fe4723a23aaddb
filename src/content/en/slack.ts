/** Text only for Slack. */
export const slack = {
  'slack.about': 'Watch a real neural network train in a message, and ask what it means.',
  'slack.notInChannel':
    'I am not in this channel, so nothing was started. Type <code>/invite {bot}</code> here, then try again.',
  'slack.notInConversation':
    'I am not part of this conversation, so I cannot train here. Write to {bot} alone, or use a channel that I am in.',
  'slack.mayNotWrite':
    'I am not allowed to write here, so nothing was started. Try another channel, or write to {bot} alone.',
  'slack.cannotSeeChannels':
    'I am not allowed to look up channels, so nothing was changed: the app needs the scopes <code>channels:read</code> and <code>groups:read</code>; install it again from its newest manifest.',
  'slack.missingScope':
    'I cannot do that here: the app lacks Slack’s permission (scope) <code>{scope}</code>. Whoever looks after the app can add it on api.slack.com/apps and install the app again.',
  'slack.filesMissing':
    'The files that belong here could not be sent: the app lacks Slack’s permission (scope) <code>{scope}</code>. Whoever looks after the app can add it on api.slack.com/apps and install the app again.',
  'slack.button.show': 'Show to everyone',
  'slack.inLine':
    'Your answer comes in about {seconds, plural, one {# second} other {# seconds}}: you are number {place, number} in line, as Slack takes about one new message a second in a channel. In a direct message to {bot} there is no line.',
  'slack.csvForm.failed':
    'The form for your file did not open. Try again, or share the file in a message that says <code>{bot} fit</code>.',
  'slack.csvForm.title': 'Your CSV file',
  'slack.csvForm.submit': 'Send',
  'slack.csvForm.label': 'CSV file',
  'slack.csvForm.hint':
    'One row per line, column names in the first. The last column is predicted unless you gave a target.',
  'slack.install.title': 'Add the tutor to Slack',
  'slack.install.button': 'Add to Slack',
  'slack.install.how':
    'Choose your workspace at the top right of the next page. The permissions listed there let the app answer mentions and commands, send charts and read CSV files.',
  'slack.install.done': 'The tutor is in your workspace',
  'slack.install.next':
    'In a channel, type /invite {bot}, then /fit epochs:20 batch:10. The app’s Home tab shows how to begin.',
  'slack.install.open': 'Open Slack',
  'slack.install.failed': 'The tutor was not installed',
  'slack.install.again': 'Start again',
  'slack.install.cancelled': 'You cancelled it, so nothing was changed.',
  'slack.install.stale':
    'You did not start here, opened this page in another browser, or started more than ten minutes ago.',
  'slack.install.badCode':
    'Slack did not accept the code that this page came with: a code works once, within ten minutes.',
  'slack.install.noAnswer': 'Slack did not answer as it should. Try again in a minute.',
  'slack.install.notKept':
    'It could not be saved here. Whoever looks after this tutor can find the reason in its log.',
  'slack.install.noBot':
    'Slack granted less than the tutor needs. Start again, and leave the address of Slack’s page as it is.',
  'slack.install.tooMany': 'Too many installations at once. Try again in a minute.',
  'slack.install.organisation':
    'The tutor is installed by each workspace, not for a whole organisation (Enterprise Grid) at once. Choose one workspace on Slack’s page.',
  'slack.install.needed':
    'I can no longer answer in this workspace. Whoever manages it can add me again: {address}',
} as const;
