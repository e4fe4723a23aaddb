import type { settings as english } from '../en/settings.js';

export const settings: Record<keyof typeof english, string> = {
  'command.settings': '서버 관리자용: 어느 채널에서 답할지, 한 사람이 얼마나 쓸 수 있을지 정해요',
  'command.settings.action': 'show: 지금 설정 보기 (아무것도 안 적어도 같아요)',
  'command.settings.channels': '이 채널들에서만 답해요. #study #help처럼, 모든 채널이면 all',
  'command.settings.runs': '한 사람이 한 번에 돌릴 수 있는 학습 수, 0이면 튜터의 기본 한도',
  'command.settings.rows': '학습할 수 있는 CSV의 최대 행 수, 0이면 튜터의 기본 한도',
  'command.settings.language':
    '채팅에서 언어를 알 수 없는 사람에게 쓸 언어, auto면 튜터의 기본 언어',
  'command.settings.ends': 'on: 학습이 끝나면 그 메시지에 짧은 답글도 남겨요 (기본은 off)',

  'settings.title':
    '{platform, select, discord {이 서버의 설정} slack {이 워크스페이스의 설정} other {지금 설정}}',
  'settings.channels.all': '<code>channels</code>: 모든 채널에서 답해요.',
  'settings.channels':
    '<code>channels</code>: <channel>{channels}</channel> 채널과 그 스레드, 다이렉트 메시지에서만 답해요.',
  'settings.runs':
    '<code>runs</code>: 한 사람이 학습을 한 번에 {runs, number}개까지 돌릴 수 있어요{own, select, yes {(튜터의 기본 한도)} other {}}.',
  'settings.rows':
    '<code>rows</code>: CSV는 {rows, number}행까지 쓸 수 있어요{own, select, yes {(튜터의 기본 한도)} other {}}.',
  'settings.language':
    '<code>language</code>: 채팅에서 언어를 알 수 없으면 {language, select, ko {한국어로} other {영어로}} 답해요{own, select, yes {(튜터의 기본 언어)} other {}}.',
  'settings.ends':
    '<code>ends</code>: 학습이 끝나면 {platform, select, slack {그 스레드에} other {그 메시지에}} 짧은 답글도 남겨요. 아무도 멘션하지 않아요.',
  'settings.ends.off': '<code>ends</code>: 학습이 끝난 것은 학습 메시지에만 보여요.',
  'settings.how':
    '바꾸려면 <code>/settings runs:1 rows:20000 language:ko ends:on</code>처럼 적고, 채널은 <code>channels:</code> 뒤에 적어 주세요. <code>channels:all</code>, <code>runs:0</code>, <code>rows:0</code>, <code>language:auto</code>, <code>ends:off</code>는 튜터의 기본값으로 되돌려요.',
  'settings.changed': '바꿨어요: {names}. 되돌리려면: <code>{undo}</code>',
  'settings.unchanged': '이미 그렇게 되어 있어서 바뀐 것이 없어요.',
  'settings.button.undo': '되돌리기',

  'error.settingsManagers':
    '{platform, select, slack {이 워크스페이스의 설정은 관리자와 소유자만} other {이 서버의 설정은 서버를 관리할 수 있는 사람만}} 보고 바꿀 수 있으니, 바꾸고 싶은 것이 있으면 관리자에게 부탁해 주세요.',
  'error.settingsNobody':
    '{platform, select, discord {설정은 튜터를 추가한 서버마다 따로 있으니, 그 서버에서 <code>/settings</code>를 써 주세요.} other {이 방에는 관리자가 없어서 여기서는 바꿀 수 없어요. 프로그램을 켜는 사람이 정해요.}}',
  'error.settingsStrangers':
    '<code>channels</code> 값이 “{channels}”인데, {platform, select, slack {이 워크스페이스에서 그런 채널을 찾지 못했어요. 비공개 채널이라면 먼저 저를 초대해 주세요} other {이 서버에서 글을 쓰는 채널이 아니에요. 스레드라면 그 스레드가 있는 채널을 적어 주세요}}.',
  'error.notInThisChannel':
    '이 채널에서는 답하지 않기로 되어 있어요. <channel>{channels}</channel>{more, plural, =0 {} other { 외 #개}} 채널이나 다이렉트 메시지로 물어봐 주세요.',
  'error.channels':
    '<code>{option}</code> 값이 “{given}”인데, #을 입력하면 나오는 목록에서 채널을 고르거나 <code>all</code>이라고 적어 주세요.',
  'error.tooManyChannels':
    '<code>{option}</code>에 채널이 {count, number}개 있어요. {max, number}개까지 적을 수 있어요.',
  'error.tableTooLarge':
    '<code>{file}</code> 파일은 {rows, number}행인데, 여기서는 {max, number}행까지 학습할 수 있어요.',
  'error.predictOneRun':
    '<code>/predict batches</code>는 신경망 두 개를 나란히 학습하는데, 여기서는 한 사람이 한 번에 하나만 돌릴 수 있어요. <code>iterations</code>나 <code>updates</code>로 물어봐 주세요.',
};
