/** The study room's answers to refused requests. */
export const roomRefusals = {
  'room.tooFast':
    'You are sending messages too fast. Please send it again in {seconds, plural, one {# second} other {# seconds}}.',
  'room.busy':
    'A lot of people are sending something right now. Please send it again in {seconds, plural, one {# second} other {# seconds}}.',
  'room.manyFiles':
    'That was a lot of files in a short time. You can add the next one in {seconds, plural, one {# second} other {# seconds}}.',
  'room.filesArriving':
    'Your other files are still on their way. Please wait until they are here, then add this one.',
  'room.filesFull':
    'The room holds as many files as it can right now. Please add yours again in {seconds, plural, one {# second} other {# seconds}}.',
  'room.fileInForm':
    'The file came inside a web form. Please send its bytes alone, as application/octet-stream.',
  'room.fileGone': 'The file is no longer here. Please add it once more.',
  'room.manyPages':
    'You have the room open {max, number} times already. Close one of those pages, and this one connects by itself.',
  'room.full':
    'The room is full: {max, number} pages are open. This one connects by itself as soon as there is a place.',
  'room.manyOpenings':
    'The room was opened too many times in a short time. This page connects by itself in {seconds, plural, one {# second} other {# seconds}}.',
  'room.manyNewcomers':
    'A lot of people have just come in. The room opens again in {seconds, plural, one {# second} other {# seconds}}; this page will try by itself.',
  'room.manyNames':
    'You have changed your name many times in a short time. You can change it again in {seconds, plural, one {# second} other {# seconds}}.',
  'room.manyRooms':
    'You have opened many rooms in a short time. You can open the next one in {seconds, plural, one {# second} other {# seconds}}.',
  'room.roomsFull':
    'There are as many rooms as this machine can hold. Please use an existing one, or try again tomorrow.',
  'room.badRoom':
    'A room’s name can have letters, digits and hyphens, up to 40 characters; {given} was given.',
  'room.noRoom': 'There is no room called #{room} any more. Reload the page to open it again.',
  'room.notTeacher':
    'Only the teacher of this room can do that. If you are, open the room once with your teacher’s link.',
  'room.badKey': 'That teacher’s link is not for this room, so you are here like everybody else.',
  'room.noEntry':
    'That cannot be done with message {given}: it is not in this room, or it is not that kind of message.',
  'room.noMuted': '“muted” was {given}; it needs a number from the list of muted people.',
  'room.muted':
    'The teacher has muted you in this room: you can read along, but not write or press buttons. Other rooms are open to you.',
  'room.mutedName':
    'The teacher of #{room} has muted you there; until they unmute you, your name stays as it is.',
  'room.nameTaken': '“{wanted}” is somebody else’s name here, so you are “{name}”.',
  'room.unknownPerson': 'The room does not know this browser yet. Please reload the page.',

  'room.notJson': 'The body of this request is not a JSON object.',
  'room.notSentAsJson': 'This needs the content type application/json; “{given}” was given.',
  'room.encoded': 'The body came as “{given}”. Please send it without compression.',
  'room.incomplete': 'The connection ended before everything had arrived. Please send it again.',
  'room.badLine': '“line” was {given}; it needs a text of at least one character.',
  'room.badLocale': '“locale” was {given}; it can be "en" or "ko".',
  'room.badPressed': '“pressed” was {given}; it can be true or false.',
  'room.badFile': '“file” was {given}; it needs the id that the upload returned.',
  'room.badName': 'The name was {given}; it needs at least one character that can be seen.',
} as const;
