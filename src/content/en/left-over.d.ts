export declare const leftOver: {
    readonly 'leftOver.offer': "I was restarted before I could answer <code>{asked}</code>; shall I do it now?";
    readonly 'leftOver.button': "Do it now";
    readonly 'leftOver.send': "I was restarted before I could answer <code>{asked}</code>; please send it once more.";
    readonly 'leftOver.sendWithFile': "I was restarted before I could answer <code>{asked}</code>; please send it once more, with its file.";
};
