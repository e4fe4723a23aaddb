/** /settings: what the people who manage a server or workspace decide for it. */
export const settings = {
  'command.settings':
    'For people who manage this server: where I answer, and how much each person may ask for',
  'command.settings.action': 'show: the settings as they are now, as with no option at all',
  'command.settings.channels':
    'The only channels I answer in, such as #study #help; all for everywhere',
  'command.settings.runs': 'Runs that one person may have going at once; 0 for my own limit',
  'command.settings.rows': 'The most rows that a CSV to train on may have; 0 for my own limit',
  'command.settings.language':
    'Used with people whose language the chat does not give; auto for my own default',
  'command.settings.ends':
    'on: a run that is over says so in a reply under its message (off by default)',

  'settings.title':
    'Settings {platform, select, discord {of this server} slack {of this workspace} other {of this room}}',
  'settings.channels.all': '<code>channels</code>: I answer in every channel.',
  'settings.channels':
    '<code>channels</code>: I answer only in <channel>{channels}</channel>, their threads, and direct messages.',
  'settings.runs':
    '<code>runs</code>: one person may have {runs, plural, one {# run} other {# runs}} going at once{own, select, yes { (my own limit)} other {}}.',
  'settings.rows':
    '<code>rows</code>: a CSV may have up to {rows, number} rows{own, select, yes { (my own limit)} other {}}.',
  'settings.language':
    '<code>language</code>: I speak {language, select, ko {Korean} other {English}} with people whose language the chat does not give{own, select, yes { (my own default)} other {}}.',
  'settings.ends':
    '<code>ends</code>: a run that is over says so in a short reply {platform, select, slack {in its thread} other {under its message}} that mentions nobody.',
  'settings.ends.off': '<code>ends</code>: the end of a run shows only in its own message.',
  'settings.how':
    'To change something: <code>/settings runs:1 rows:20000 language:ko ends:on</code>; list the channels after <code>channels:</code>, one after another. <code>channels:all</code>, <code>runs:0</code>, <code>rows:0</code>, <code>language:auto</code> and <code>ends:off</code> bring back my own defaults.',
  'settings.changed': 'Changed: {names}. To undo it: <code>{undo}</code>',
  'settings.unchanged': 'Nothing has changed: it was set that way already.',
  'settings.button.undo': 'Undo',

  'error.settingsManagers':
    '{platform, select, slack {The settings of this workspace are for its admins and owners} other {The settings of this server are for people who can manage it}}; please ask one of them if something should be different.',
  'error.settingsNobody':
    '{platform, select, discord {Settings belong to a server that I was added to; please use <code>/settings</code> there.} other {Nobody manages this room, so nothing can be changed here; the person who starts the program decides.}}',
  'error.settingsStrangers':
    '<code>channels</code> was “{channels}”; {platform, select, slack {I cannot find such a channel in this workspace: invite me if it is private} other {that is not a text channel of this server: for a thread, name its channel}}.',
  'error.notInThisChannel':
    'I may not answer in this channel; please ask me in <channel>{channels}</channel>{more, plural, =0 {} one { and # more channel} other { and # more channels}} or in a direct message.',
  'error.channels':
    '<code>{option}</code> was “{given}”; choose channels from the list that appears when you type #, or say <code>all</code>.',
  'error.tooManyChannels':
    '<code>{option}</code> names {count, number} channels; it may name at most {max, number}.',
  'error.tableTooLarge':
    '<code>{file}</code> has {rows, number} rows; a table may have at most {max, number} here.',
  'error.predictOneRun':
    '<code>/predict batches</code> trains two networks side by side, and one person may have only one run going here; ask about <code>iterations</code> or <code>updates</code> instead.',
} as const;
