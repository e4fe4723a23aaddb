/** A person's stored data: exporting and deleting it. */
export const personal = {
  'command.forget': 'Delete everything I keep about you; asks first',
  'command.mydata': 'Everything I keep about you, as a file for you alone',

  'error.forgetNotYours':
    'That button is for the person who asked; <code>/forget</code> shows what I keep about you.',

  'personal.runs': '{count, plural, one {# run} other {# runs}}, with all their numbers',
  'personal.files': '{count, plural, one {# file} other {# files}} that you sent',
  'personal.quizAnswers':
    'your quiz: {count, plural, one {# answer} other {# answers}}, your round, and the questions that are to come back',
  'personal.games':
    '{count, plural, one {# prediction game} other {# prediction games}} you asked for',
  'personal.guesses': '{count, plural, one {# guess} other {# guesses}} at predictions',
  'personal.challengeAnswers': '{count, plural, one {# answer} other {# answers}} to challenges',
  'personal.slowMotions': '{count, plural, one {# training} other {# trainings}} in slow motion',
  'personal.boards': '{count, plural, one {# board} other {# boards}} of several runs',
  'personal.classes':
    '{count, plural, one {# class} other {# classes}} you opened, with what was dealt',
  'personal.classRounds':
    'what you were dealt and expected in {count, plural, one {# round} other {# rounds}} of classes',
  'personal.invitations': '{count, plural, one {# invitation} other {# invitations}} to a duel',
  'personal.settings': 'your settings (language, view)',
  'personal.remembered': 'what I told you last, which I remember for an hour',
  'personal.messages':
    '{count, plural, one {# message} other {# messages}} in the study room: what you wrote and what I answered',

  'forget.ask':
    'This is all I keep about you {platform, select, discord {on Discord} slack {on Slack} other {here}}. Shall I delete it? This cannot be undone.',
  'forget.ask.chat':
    '{platform, select, discord {Messages in the chat stay: Discord keeps those, and you can delete yours there.} slack {Messages in the chat stay: Slack keeps those, and you can delete yours there.} other {In the room, “deleted” will replace your messages. Where a teacher has muted you, you stay muted.}}',
  'forget.going':
    '{going, plural, one {One of the runs is still going; it is stopped first.} other {# of the runs are still going; they are stopped first.}}',
  'forget.button': 'Delete all of it',
  'forget.button.first': 'Give me the file first',
  'forget.nothing':
    'I keep nothing about you {platform, select, discord {on Discord} slack {on Slack} other {here}}.',
  'forget.done':
    'Done. This was all I kept about you {platform, select, discord {on Discord} slack {on Slack} other {here}}, and it is deleted:',
  'forget.done.chat':
    '{platform, select, discord {Messages in the chat stay: Discord keeps those.} slack {Messages in the chat stay: Slack keeps those.} other {This answer itself stays until newer messages push it out.}}',
  'forget.gone': '(deleted)',

  'mydata.here':
    'Everything I keep about you {platform, select, discord {on Discord} slack {on Slack} other {here}} is in this file, as JSON. Only you get it.',
  'mydata.button.forget': 'Delete all of it…',

  'whisper.press':
    'Others can read along here. Press the button: then only you can see the answer.',
  'whisper.button.forget': 'Delete my data…',
  'whisper.button.mydata': 'Give me my data',
} as const;
