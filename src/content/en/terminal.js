/** Said only in the terminal. */
export const terminal = {
    'terminal.noFile': '<code>csv</code> was “{path}”; there is no such file.',
    'terminal.kept': 'Kept: {files}',
};
//# sourceMappingURL=terminal.js.map