import type { status as english } from '../en/status.js';

export const status: Record<keyof typeof english, string> = {
  'command.status': '서버 관리자용: 무엇이 돌고 무엇이 기다리는지, 튜터 상태는 어떤지 봐요',

  'status.title': '지금 튜터 상태',
  'status.runs':
    '<b>학습</b>: 모두 합쳐 {going, number}개 진행 중, {waiting, number}개 차례 기다리는 중.',
  'status.run':
    '<code>{run}</code>: {phase, select, queued {차례를 기다리는 중} stopping {멈추는 중, 에포크 {done, number}/{epochs, number} 마침} paused {잠깐 멈춤, 에포크 {done, number}/{epochs, number} 마침} other {학습 중, 에포크 {done, number}/{epochs, number} 마침}}.',
  'status.runsMore': '여기서 돌고 있는 학습이 {count, number}개 더 있어요.',
  'status.threads':
    '<b>스레드</b>: {started, number}개 켜짐(최대 {most, number}개), 기다리는 작업 {waiting, number}개{state, select, hanging {. <b>몇 분째 소식이 없는 스레드가 있어요</b>} closed {. 모두 끝났어요} other {}}.',
  'status.workers':
    '<b>학습용 컴퓨터(worker)</b>: {state, select, ok {{count, number}대, 함께 쓰는 모든 프로그램의 스레드 {slots, number}개. 지금 이 프로그램이 한꺼번에 맡길 수 있는 작업은 {share, number}개} no_redis {<b>Redis에 연결되지 않아</b> 알 수 없어요. 학습은 기다려요} misfits {<b>버전이 다른 것뿐이에요</b>. 학습은 기다려요} other {<b>작업을 받는 컴퓨터가 없어요</b>. 학습은 기다려요}}.',
  'status.worker':
    '컴퓨터 {name}: 하고 있는 작업 {busy, number}개, 스레드 {slots, number}개, 켜진 지 {time}{ends, select, yes {. <b>끝나는 중이라 새 작업은 받지 않아요</b>} other {}}.',
  'status.workersMore': '이 밖에 컴퓨터가 {count, number}대 더 있어요.',
  'status.misfits':
    '컴퓨터 {count, number}대는 <b>튜터 버전이 달라서</b> 작업을 받지 못해요. 오래된 쪽을 새 버전으로 다시 시작해 주세요.',
  'status.platform':
    '<b>{name, select, discord {Discord} slack {Slack} web {스터디룸} other {터미널}}</b>: {state, select, serving {연결됨} connecting {<b>연결 안 됨</b>, 다시 시도하는 중} other {<b>거절됨</b>, 할 일은 로그에 있어요}}.',
  'status.part':
    '서버를 나눠 맡는 샤드 {total, number}개 중 이 프로그램은 {count, plural, =1 {{first, number}번을} other {{first, number}번부터 {last, number}번까지를}} 맡고 있어요(번호는 0부터예요).',
  'status.disk':
    '<b>디스크</b>: 데이터 {used}{max, select, none {} other {(튜터 한도 {max})}}, 남은 공간 {free}.',
  'status.diskSilent':
    '<b>디스크</b>: 데이터 {used}. <b>남은 공간은 디스크가 알려 주지 않아요.</b>',
  'status.versions': '<b>버전</b>: 튜터 {tutor}, Node.js {node}. 켜진 지 {time}.',

  'error.statusManagers':
    '튜터 상태는 {platform, select, slack {이 워크스페이스의 관리자와 소유자만} discord {서버를 관리할 수 있는 사람만, 그 서버에서} other {튜터가 돌아가는 컴퓨터에서만}} 볼 수 있어요.',
};
