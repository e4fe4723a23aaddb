import type { slack as english } from '../en/slack.js';

export const slack: Record<keyof typeof english, string> = {
  'slack.about': '진짜 신경망이 학습하는 과정을 메시지 하나로 보고, 궁금한 건 바로 물어보세요.',
  'slack.notInChannel':
    '제가 아직 이 채널에 없어서 시작하지 못했어요. 여기에 <code>/invite {bot}</code>부터 입력하고 다시 해 주세요.',
  'slack.notInConversation':
    '저는 이 대화에 없어서 여기서는 학습할 수 없어요. 저({bot})에게 따로 말을 걸거나, 제가 있는 채널에서 해 주세요.',
  'slack.mayNotWrite':
    '여기에는 제가 글을 쓸 수 없어서 시작하지 못했어요. 다른 채널에서 하거나, 저({bot})에게 따로 말을 걸어 주세요.',
  'slack.cannotSeeChannels':
    '제가 채널을 찾아볼 수 없어서 바꾸지 못했어요. <code>channels:read</code>, <code>groups:read</code> 권한이 필요하니, 최신 매니페스트로 앱을 다시 설치해 주세요.',
  'slack.missingScope':
    '앱에 슬랙 권한(스코프) <code>{scope}</code> 설정이 빠져 있어서 할 수 없어요. 앱을 관리하는 분이 api.slack.com/apps에서 추가하고 앱을 다시 설치하면 돼요.',
  'slack.filesMissing':
    '앱에 슬랙 권한(스코프) <code>{scope}</code> 설정이 빠져 있어서 여기 있어야 할 파일을 못 보냈어요. 앱을 관리하는 분이 api.slack.com/apps에서 추가하고 앱을 다시 설치하면 돼요.',
  'slack.button.show': '모두에게 보여 주기',
  'slack.inLine':
    '답이 {seconds, number}초쯤 뒤에 나와요. 슬랙은 한 채널에 새 메시지를 1초에 하나쯤만 받아서, 지금 {place, number}번째로 기다리고 있어요. 저({bot})에게 따로 말을 걸면 기다리지 않아도 돼요.',
  'slack.csvForm.failed':
    '파일을 올리는 창이 열리지 않았어요. 다시 해 보거나, <code>{bot} fit</code>, 이렇게 적은 메시지에 파일을 올려 주세요.',
  'slack.csvForm.title': 'CSV 파일 올리기',
  'slack.csvForm.submit': '보내기',
  'slack.csvForm.label': 'CSV 파일',
  'slack.csvForm.hint':
    '한 줄이 한 행이고, 첫 줄에는 열 이름이 있어야 해요. 따로 적지 않으면 마지막 열을 맞혀요.',
  'slack.install.title': '슬랙에 튜터 추가하기',
  'slack.install.button': '슬랙에 추가',
  'slack.install.how':
    '다음 페이지의 오른쪽 위에서 워크스페이스를 고르세요. 거기서 묻는 권한은 튜터를 부르거나 명령을 입력한 곳에 답하고, 그래프를 보내고, CSV 파일을 읽는 데 써요.',
  'slack.install.done': '워크스페이스에 튜터를 추가했어요',
  'slack.install.next':
    '채널에서 /invite {bot}부터 입력하고, /fit epochs:20 batch:10을 입력해 보세요. 앱의 홈 탭에 시작하는 방법이 있어요.',
  'slack.install.open': '슬랙 열기',
  'slack.install.failed': '튜터를 추가하지 못했어요',
  'slack.install.again': '다시 시작하기',
  'slack.install.cancelled': '취소했어요. 바뀐 것은 없어요.',
  'slack.install.stale':
    '여기서 시작하지 않았거나, 다른 브라우저에서 열었거나, 시작한 지 10분이 넘었어요.',
  'slack.install.badCode':
    '슬랙이 이 페이지의 코드를 받아 주지 않았어요. 코드는 10분 안에 한 번만 쓸 수 있어요.',
  'slack.install.noAnswer': '슬랙에서 제대로 된 응답을 받지 못했어요. 1분쯤 뒤에 다시 해 보세요.',
  'slack.install.notKept':
    '여기에 저장하지 못했어요. 이 튜터를 관리하는 분이 로그에서 이유를 볼 수 있어요.',
  'slack.install.noBot':
    '슬랙이 튜터에 필요한 권한을 다 주지 않았어요. 처음부터 다시 시작하고, 슬랙 페이지의 주소는 바꾸지 마세요.',
  'slack.install.tooMany': '설치 요청이 한꺼번에 너무 많이 들어왔어요. 1분쯤 뒤에 다시 해 보세요.',
  'slack.install.organisation':
    '튜터는 조직 전체(Enterprise Grid)에 한꺼번에 설치할 수 없고, 워크스페이스마다 따로 설치해요. 슬랙 페이지에서 워크스페이스를 하나 고르세요.',
  'slack.install.needed':
    '이 워크스페이스에서는 더 이상 답할 수 없어요. 워크스페이스를 관리하는 분이 다시 추가하면 돼요. {address}',
};
