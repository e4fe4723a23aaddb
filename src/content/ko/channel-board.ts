import type { channelBoard as english } from '../en/channel-board.js';

export const channelBoard: Record<keyof typeof english, string> = {
  'board.channel.title': '이 채널에서 하는 학습',
  'board.channel.intro':
    '지금 여럿이 함께 학습하고 있어서, 이 메시지 하나에 한 줄씩 모아 보여 드려요. 학습이 끝나면 저마다 그래프, 파일, 버튼이 든 메시지를 따로 받아요.',
  'board.channel.over': '여기 있는 학습은 모두 끝났어요. 결과는 아래에 저마다 따로 올라와 있어요.',
  'board.joined':
    '지금 여럿이 함께 학습하고 있어서, <code>{run}</code> 학습은 이 채널의 “이 채널에서 하는 학습” 메시지에서 볼 수 있어요. 지금은 {place, number}번째 줄이에요. 끝나면 그래프, 파일, 버튼이 든 메시지를 따로 올려 드려요. <code>/runs</code>를 쓰면 혼자서도 볼 수 있어요.',
  'board.button.runs': '내 학습 보기',
};
