import type { errors as english } from '../en/errors.js';

export const errors: Record<keyof typeof english, string> = {
  'error.twoRuns':
    '한 사람이 한 번에 돌릴 수 있는 학습은 {max, number}개까지예요. 지금 {ids} 학습이 진행 중이니, <code>/stop</code>으로 하나를 멈추거나 끝날 때까지 기다려 주세요.',
  'error.runTooLarge':
    '{rows, number}행을 <code>epochs:{epochs}</code>만큼 학습하는 건 함께 쓰는 이 컴퓨터에 너무 커요. 이 데이터에서는 <code>epochs</code>를 {largest, number} 이하로 정해 주세요(행 수 × 에포크는 {max, number}까지).',
  'error.closing':
    '튜터가 곧 다시 시작돼서 지금은 새 학습을 시작할 수 없어요. 잠시 뒤에 다시 해 주세요.',
};
