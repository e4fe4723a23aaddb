import type { share as english } from '../en/share.js';

export const share: Record<keyof typeof english, string> = {
  'command.share': '학습을 짧은 코드로 바꿔요. 어디서든 비트까지 똑같이 다시 학습할 수 있어요',
  'command.share.run': '학습 id. 안 적으면 내 마지막 학습',
  'command.share.private': 'yes면 나만 볼 수 있어요',

  'share.intro':
    '<b><code>{run}</code> 학습의 코드예요.</b> 설정과 시드, 어떤 데이터로 배웠는지가 들어 있어요.',
  'share.chat': '이 튜터가 있는 곳이면 어디서든 이 한 줄로 비트까지 똑같이 다시 학습해요.',
  'share.shell': '터미널에서는 튜터 프로그램 폴더에서 이렇게 해요.',
  'share.shells': '첫 줄은 sh, bash, zsh용이고 둘째 줄은 PowerShell용이에요.',
  'share.table':
    '표는 코드에 없고 지문만 들어 있어요. 이 줄을 보낼 때는 똑같은 파일 <code>{file}</code>도 함께 보내야 해요.',
  'share.tensorflow':
    'TensorFlow.js로 계산한 학습이라 다른 컴퓨터에서는 마지막 자리가 다르게 반올림될 수 있어요. 다시 학습하면 모든 숫자가 똑같이 나왔는지 끝에서 알려 줘요.',
  'share.seed':
    '코드는 시드까지 되풀이해요. 다른 시드를 원하면 <code>seed:</code>를 함께 적으세요. <code>/fit like:{run}</code>처럼 학습 id를 쓰면 같은 설정에 새 시드로 시작해요.',
  'share.button': '똑같이 다시 학습하기',

  'share.by.fused': '튜터의 엔진',
  'share.by.node': 'TensorFlow(네이티브)',
  'share.by.cpu': 'TensorFlow.js(순수 자바스크립트)',
  'share.by.wasm': 'TensorFlow.js(WebAssembly)',

  'fit.code.otherBackend':
    '이 코드의 학습과 계산하는 엔진이 달라요(그때 {there}, 여기 {here}). 마지막 자리가 다를 수 있고, 정말 다른지는 학습이 끝날 때 알려 줘요.',
  'fit.code.otherReading':
    '이 코드는 다른 버전의 튜터가 만들었고, 그 버전은 이 파일을 다르게 읽을 수도 있어요. 모든 숫자가 똑같이 나왔는지는 학습이 끝날 때 알려 줘요.',
  'run.repeated':
    '<b>공유 코드와 비트까지 똑같아요.</b> 에포크 {epochs, number}개의 모든 숫자가 같아요.',
  'run.repeatedOtherwise':
    '<b>공유 코드와 똑같지 않아요.</b> 코드에 담긴 에포크 {epochs, number}개 가운데 다르게 나온 숫자가 있어요.{why, select, backend { 계산한 엔진도 달라요(그때 {there}, 여기 {here}).} other {}}',

  'error.codeNotWhole':
    '<code>like</code>에 적은 “{given}”은(는) 온전한 코드가 아니고, 빠지거나 바뀐 글자가 있어요. 대문자와 소문자도 구별하니 <code>/share</code>가 보여 준 코드를 통째로 다시 복사해 주세요.',
  'error.codeNewer': '더 새로운 버전의 튜터가 만든 코드라서 여기서는 읽을 수 없어요.',
  'error.codeOtherRows':
    '이 코드를 만든 곳의 <code>{data}</code> 데이터는 여기와 행이 달라서 그 학습을 되풀이할 수 없어요. 코드 옆에 <code>data:{data}</code>, 이렇게 적으면 같은 설정으로 여기 행을 학습해요.',
  'error.codeOtherFile':
    '“{given}” 파일은 이 코드가 배운 <code>{file}</code> 파일과 내용이 달라요. 바로 그 파일을 함께 보내 주세요.',
  'error.codeNeedsFile':
    '이 코드는 <code>{file}</code> 파일로 배웠는데, 그 파일은 코드에 들어 있지 않고 여기에 보낸 적도 없어요. 이 줄과 함께 파일은 {way_file}.',
  'error.codeNeedsFit':
    '이 코드는 <code>{file}</code> 파일로 배웠는데, 그 파일은 코드에 들어 있지 않고 여기에 보낸 적도 없어요. 먼저 그 파일과 함께 <code>/fit</code>으로 학습해 주세요.',
  'error.codeTooLong':
    '열 이름이 많아서 <code>{run}</code> 학습의 코드가 채팅 한 줄에 들어가는 {max, number}자를 넘어요. <code>use</code>나 <code>drop</code>에 적는 이름을 줄여 학습한 다음 공유해 주세요.',
};
