/** What the study room answers when it does not do what a request asks. */
export declare const roomRefusals: {
    readonly 'room.tooFast': "That came faster than one person can send here. Please send it again in {seconds, plural, one {# second} other {# seconds}}.";
    readonly 'room.busy': "Very many people are sending something just now. Please send it again in {seconds, plural, one {# second} other {# seconds}}.";
    readonly 'room.manyFiles': "Those were many files in a short time. You can add the next one in {seconds, plural, one {# second} other {# seconds}}.";
    readonly 'room.filesArriving': "Your other files are still on their way. Please wait until they are here, then add this one.";
    readonly 'room.filesFull': "The room holds as many files as it can just now. Please add yours again in {seconds, plural, one {# second} other {# seconds}}.";
    readonly 'room.fileInForm': "The file came inside a web form. Please send its bytes alone, as application/octet-stream.";
    readonly 'room.fileGone': "The file is not here any more. Please add it once more.";
    readonly 'room.manyPages': "You have the room open {max, number} times already. Close one of those pages, and this one connects by itself.";
    readonly 'room.full': "The room is full: {max, number} pages are open. This one connects by itself as soon as there is a place.";
    readonly 'room.manyOpenings': "The room was opened very often in a short time. This page connects by itself in {seconds, plural, one {# second} other {# seconds}}.";
    readonly 'room.manyNewcomers': "Very many people came in just now. The door opens again in {seconds, plural, one {# second} other {# seconds}}; this page tries by itself.";
    readonly 'room.manyNames': "Those were many names in a short time. You can change yours again in {seconds, plural, one {# second} other {# seconds}}.";
    readonly 'room.nameTaken': "“{wanted}” is somebody else’s name here, so you are “{name}”.";
    readonly 'room.unknownPerson': "The room does not know this browser yet. Please reload the page.";
    readonly 'room.notJson': "The body of this request is not a JSON object.";
    readonly 'room.notSentAsJson': "This needs the content type application/json; “{given}” was given.";
    readonly 'room.encoded': "The body came as “{given}”. Please send it without compression.";
    readonly 'room.incomplete': "The connection ended before all had arrived. Please send it again.";
    readonly 'room.badLine': "“line” was {given}; it needs a text of at least one character.";
    readonly 'room.badLocale': "“locale” was {given}; it can be \"en\" or \"ko\".";
    readonly 'room.badPressed': "“pressed” was {given}; it can be true or false.";
    readonly 'room.badFile': "“file” was {given}; it needs the id that the upload was answered with.";
    readonly 'room.badName': "The name was {given}; it needs at least one character that can be seen.";
};
