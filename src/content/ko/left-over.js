export const leftOver = {
    'leftOver.offer': '<code>{asked}</code>: 답하기 전에 제가 다시 시작하느라 답을 못 했어요. 지금 할까요?',
    'leftOver.button': '지금 하기',
    'leftOver.send': '<code>{asked}</code>: 답하기 전에 제가 다시 시작하느라 답을 못 했어요. 한 번 더 보내 주세요.',
    'leftOver.sendWithFile': '<code>{asked}</code>: 답하기 전에 제가 다시 시작하느라 답을 못 했어요. 파일과 함께 한 번 더 보내 주세요.',
};
//# sourceMappingURL=left-over.js.map