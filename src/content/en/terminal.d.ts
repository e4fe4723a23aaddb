/** Said only in the terminal. */
export declare const terminal: {
    readonly 'terminal.noFile': "<code>csv</code> was “{path}”; there is no such file.";
    readonly 'terminal.kept': "Kept: {files}";
};
