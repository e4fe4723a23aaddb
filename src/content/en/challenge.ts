/** Challenges: one a week in a channel, by question or by training. */
export const challenge = {
  'command.challenge':
    'This channel’s challenge and its standings; admins can start one, or one every week',
  'command.challenge.action':
    'board: the standings; for admins: weekly (one a week), now (one right away), off (no more)',
  'command.challenge.days': 'How many days each one stays open, for weekly and now (5 if left out)',

  'error.challengeManagers':
    '{platform, select, slack {Only admins and owners of this workspace can start and end challenges} web {Only the person at the machine that this room runs on can start and end challenges} other {Only people who can manage this server can start and end challenges}}; <code>/challenge board</code> shows everybody the standings.',
  'error.challengeAlone':
    'Challenges are for channels, where several people learn together; please use <code>/challenge</code> in one.',
  'error.challengeNone':
    'There has been no challenge in this channel yet. {platform, select, slack {An admin of the workspace} web {Whoever runs this room} other {Whoever manages the server}} can start one with <code>/challenge now</code>, or one a week with <code>/challenge weekly</code>.',
  'error.challengeOpen':
    'A challenge is open here until {time}; the next one can start once it has closed. <code>/challenge board</code> shows the standings.',
  'error.challengeCannotPost':
    'I am not allowed to post in this channel on my own, so I could not open or close a challenge here; please let me post here first ({platform, select, slack {invite me to it} other {permissions View Channel and Send Messages}}).',
  'error.challengeNoSuch':
    'There is no challenge <code>{challenge}</code> here; <code>/challenge board</code> shows the newest.',
  'error.challengeNoAnswer':
    '<code>pick</code> was {given, number}; this question has answers 1 to {most, number}.',
  'error.challengeNotAQuestion':
    '<code>id</code> and <code>pick</code> answer a challenge that is a question; press one of its buttons.',
  'error.challengeClosed':
    'This challenge has closed; <code>/challenge board</code> shows the newest one.',
  'error.challengeDays':
    '<code>days</code> says how long a challenge is open; it goes with <code>weekly</code> and <code>now</code>.',

  'challenge.title.goal': 'Challenge',
  'challenge.title.question': 'Challenge: a question',
  'challenge.title.standing': 'The challenge so far',
  'challenge.title.closed': 'The challenge is over',

  'challenge.goal.updates':
    '{metric, select, mae {Bring the mean error (mae) on the test rows of <b>{data}</b> down to <b>{target}</b> or less} other {Reach an accuracy (share of right answers) of <b>{target}</b> or more on the test rows of <b>{data}</b>}} with the <b>fewest weight updates</b>.',
  'challenge.goal.loss':
    'Reach the <b>lowest loss</b> on the test rows of <b>{data}</b> with no more than <b>{updates, number} weight updates</b>.',
  'challenge.how.goal':
    'Every run in this channel that starts and ends while the challenge is open takes part automatically, with any settings; your best one counts. The weights change once per iteration, so the updates are iterations per epoch × epochs. What counts is the test result under a finished run; stopped runs do not count, nor do runs in other channels or in direct messages to the tutor.',
  'challenge.how.ties':
    '{kind, select, updates {If updates are equal, the better test result wins, then the earlier run.} other {If losses are equal, fewer updates win, then the earlier run.}} The board shows the seed, and how many runs it took.',
  'challenge.how.question':
    'Press your answer: everyone gets one, and nobody sees it before the challenge closes.',
  'challenge.until': 'Open until {time}.',

  'challenge.board.row':
    '<b>{rank, number}.</b> {name}: {kind, select, updates {<b>{updates, plural, one {# update} other {# updates}}</b>, {metric} {value}} other {<b>{metric} {value}</b>, {updates, plural, one {# update} other {# updates}}}}, {tries, plural, one {# run} other {best of # runs}}. Run <code>{run}</code>: <code>{settings}</code>',
  'challenge.board.more': '{count, plural, one {and one more} other {and # more}}',
  'challenge.board.missed':
    '{kind, select, updates {{count, plural, one {One more run ended without reaching it.} other {# more runs ended without reaching it.}}} other {{count, plural, one {One more run made too many updates.} other {# more runs made too many updates.}}}}',
  'challenge.board.noneYet':
    '{runs, plural, =0 {No run has ended for it yet.} one {One run has ended, {kind, select, updates {and did not reach it} other {with too many updates}}.} other {# runs have ended, {kind, select, updates {and none reached it} other {all with too many updates}}.}}',
  'challenge.board.none':
    '{runs, plural, =0 {Nobody trained for it.} one {One run ended, {kind, select, updates {and did not reach it} other {with too many updates}}.} other {# runs ended, {kind, select, updates {and none reached it} other {all with too many updates}}.}}',

  'challenge.why': '<b>Why?</b> What these runs show:',
  'challenge.why.nearest':
    'Run <code>{run}</code> came nearest: {metric} {value} after {updates, plural, one {# update} other {# updates}}.',
  'challenge.why.fewestSpent':
    'Run <code>{run}</code> made the fewest: {updates, plural, one {# update} other {# updates}}.',
  'challenge.why.winner':
    '{name}’s run <code>{run}</code> made {steps, plural, one {# update} other {# updates}} in each epoch (batch size {batch, number}) and {epochs, plural, one {# epoch} other {# epochs}}: {steps, number} × {epochs, number} = {updates, number}.',
  'challenge.why.against':
    'The second, <code>{run}</code>, made {steps, number} × {epochs, number} = {updates, number} (batch size {batch, number}){how, select, tie {, just as many: the better test result, or the earlier run, decided.} steps {, {more, number} more: as many epochs, but more updates in each.} epochs {, {more, number} more: as many updates in each epoch, but more epochs.} both {, {more, number} more: more epochs, and more updates in each.} stepsDespiteEpochs {, {more, number} more: fewer epochs, but so many more updates in each.} other {, {more, number} more: fewer updates in each epoch, but so many more epochs.}}',
  'challenge.why.spent':
    'It came to a loss of {loss} after {updates, number} of {most, number} updates, the second, <code>{run}</code>, to {lossOther} after {other, number}.',
  'challenge.why.atLeast':
    '{well, plural, =2 {Both} other {All #}} runs {goal, select, updates {that reached it} other {with the lower losses}} had {setting, select, learning_rate {a learning rate of {value} or more} batch_size {a batch size of {value} or more} epochs {{value} epochs or more} other {{value} hidden neurons or more}}; {others, plural, =2 {both} other {all #}} others had {setting, select, learning_rate {a lower one} batch_size {a smaller one} other {fewer}}.',
  'challenge.why.atMost':
    '{well, plural, =2 {Both} other {All #}} runs {goal, select, updates {that reached it} other {with the lower losses}} had {setting, select, learning_rate {a learning rate of {value} or less} batch_size {a batch size of {value} or less} epochs {{value} epochs or fewer} other {{value} hidden neurons or fewer}}; {others, plural, =2 {both} other {all #}} others had {setting, select, learning_rate {a higher one} batch_size {a larger one} other {more}}.',
  'challenge.why.chance':
    'That is what these runs have in common, not proof: only runs that differ in a single setting can show what it does.',

  'challenge.kept':
    'Your answer is saved: <b>{answer}</b>. Everybody will see whether it is right when the challenge closes: {time}.',
  'challenge.keptBefore':
    'You have already answered: <b>{answer}</b>. That stays; everybody will see whether it is right when the challenge closes: {time}.',
  'challenge.answersSoFar':
    '{count, plural, =0 {Nobody has answered yet.} one {One person has answered so far.} other {# people have answered so far.}} Answers are private until it closes.',
  'challenge.answer.row':
    '{isRight, select, yes {<b>{answer}</b> (right)} other {{answer}}}: {count, plural, =0 {nobody} one {# person} other {# people}}',
  'challenge.answer.right':
    '{answered, plural, =0 {Nobody answered.} other {{right, plural, =0 {Nobody was right this time.} other {Right: {names}{more, plural, =0 {} one { and one more} other { and # more}}.}}}}',

  'challenge.weeklyOn':
    'On: one challenge a week in this channel, open for {days, plural, one {# day} other {# days}}. The next one: {time}. I won’t mention anybody. <code>/challenge off</code> ends it.',
  'challenge.opened': 'Opened. It closes by itself: {time}.',
  'challenge.off': 'There are no more weekly challenges in this channel.',
  'challenge.off.open': 'The open one runs until {time}.',
  'challenge.wasOff': 'It was already off: there are no weekly challenges in this channel.',

  'settings.challenge.channel':
    '<code>/challenge</code>: one a week in <channel>{channels}</channel>; the next: {time}.',
  'settings.challenge.paused':
    '<code>/challenge</code>: paused in <channel>{channels}</channel>, because I could not post there; <code>/challenge weekly</code> there starts them again.',
  'settings.challenge.here': '<code>/challenge</code>: one a week here; the next: {time}.',
  'settings.challenge.off':
    '<code>/challenge</code>: no weekly challenges; <code>/challenge weekly</code> in a channel starts them there.',

  'challenge.button.board': 'Standings',
  'challenge.button.try': 'Train on {data}',
  'challenge.button.compare': 'Compare',
} as const;
