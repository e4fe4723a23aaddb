export const leftOver = {
    'leftOver.offer': 'I was restarted before I could answer <code>{asked}</code>; shall I do it now?',
    'leftOver.button': 'Do it now',
    'leftOver.send': 'I was restarted before I could answer <code>{asked}</code>; please send it once more.',
    'leftOver.sendWithFile': 'I was restarted before I could answer <code>{asked}</code>; please send it once more, with its file.',
};
//# sourceMappingURL=left-over.js.map