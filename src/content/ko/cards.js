export const cards = {
    'card.from.run': '<code>{run}</code> 학습의 숫자로 계산해 보면:',
    'card.from.lesson': '수업 예제({rows, number}행)의 숫자로 계산해 보면:',
    'card.mistakes': '자주 하는 오해:',
    'card.try': '직접 해 봐요:',
    'card.button.try': '해 보기',
};
//# sourceMappingURL=cards.js.map