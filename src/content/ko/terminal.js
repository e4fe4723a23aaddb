export const terminal = {
    'terminal.noFile': '<code>csv</code> 값이 “{path}”인데, 그런 파일이 없어요.',
    'terminal.kept': '저장한 파일: {files}',
};
//# sourceMappingURL=terminal.js.map