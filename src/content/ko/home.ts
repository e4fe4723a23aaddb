import type { home as english } from '../en/home.js';

export const home: Record<keyof typeof english, string> = {
  'home.guide': '진짜 신경망이 배우는 걸 지켜보세요',
  'home.guide.ask':
    '학습에 대해 궁금한 건 메시지 탭에 편하게 적어 주세요. "에포크가 뭐예요?", "6만 행에 배치 128이면 이터레이션이 몇 번이에요?"처럼요. 버튼을 누르면 답도 거기에 나와요.',
  'home.language':
    '{chosen, select, en {<b>영어</b>로} ko {<b>한국어</b>로} other {<b>여기 설정의 언어</b>로, 질문은 물어본 언어로}} 답해요.',
  'home.button.language.en': 'English',
  'home.button.language.ko': '한국어',
  'home.button.language.auto': '여기 설정대로',
  'home.view':
    '학습 과정을 {view, select, compact {휴대폰에 맞게 <b>짧은 줄로</b>} other {<b>Keras가 찍는 그대로</b>}} 보여 줘요.',
  'home.data':
    '내 학습, 보낸 파일, 퀴즈와 예측의 답, 고른 설정을 보관하고 있어요. 언제든 받거나 지울 수 있어요.',
};
