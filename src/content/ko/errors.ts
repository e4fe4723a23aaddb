import type { errors as english } from '../en/errors.js';

export const errors: Record<keyof typeof english, string> = {
  'error.twoRuns':
    '한 사람이 한 번에 돌릴 수 있는 학습은 {max, number}개까지예요. 지금 {going, number}개({ids})가 진행 중이니, <code>/stop</code>으로 하나를 멈추거나 끝날 때까지 기다려 주세요.',
  'error.runTooLarge':
    '{rows, number}행을 <code>epochs:{epochs}</code>만큼 학습하는 건 함께 쓰는 이 컴퓨터에 너무 커요. 이 데이터에서는 <code>epochs</code>를 {largest, number} 이하로 정해 주세요(행 수 × 에포크는 {max, number}까지).',
  'error.closing': '지금 막 다시 시작하려던 참이에요. 잠시 뒤에 다시 해 주세요.',
  'error.pressedTwice':
    '방금 누른 버튼으로 <code>{run}</code> 학습을 이미 시작했어요. 하나 더 돌리려면 몇 초 뒤에 다시 눌러 주세요.',
  'error.pressedJustNow': '한 번만 눌러도 돼요. 지금 시작하고 있어요.',
  'error.overheard':
    '저를 멘션한 곳에서는 모두가 함께 봐요. <code>/{command}</code> 명령이나 저와의 DM으로 물어보면 혼자만 볼 수 있어요.',
  'error.answeredElsewhere': '이미 답한 요청이에요.',
  'error.refused.automod':
    '이 서버의 AutoMod가 제 답을 막았어요. 여기서 쓸 수 없는 말이 들어 있었나 봐요. 서버 관리자가 서버 설정 → AutoMod에서 저를 예외로 둘 수 있어요.',
  'error.refused.permissions':
    '여기에는 글을 쓸 권한이 없어요. 서버 관리자가 이 채널에서 저에게 채널 보기, 메시지 보내기, 파일 첨부 권한을 줄 수 있어요.',
  'error.refused.archived':
    '보관된 스레드라서 여기에는 쓸 수 없어요. 누군가 글을 쓰면 다시 열려요.',
  'error.refused.locked':
    '잠긴 스레드라서 여기에는 쓸 수 없어요. 관리자가 잠금을 풀어 주거나, 다른 채널에서 물어봐 주세요.',
  'error.noSpace':
    '지금은 저장할 디스크 공간이 없어서 새로 받을 수가 없어요. 조금 뒤에 다시 해 주세요. 돌고 있던 학습은 기다렸다가 저절로 이어져요.',
  'error.noWorkers':
    '지금은 학습과 계산을 맡은 컴퓨터에 연결되지 않아요. 1분쯤 뒤에 다시 해 주세요. 돌고 있던 학습은 기다렸다가 저절로 이어져요.',
  'error.storageFull':
    '지금은 새 학습이나 파일을 받을 저장 공간이 없어요. 운영자에게 알려 두었으니 나중에 다시 해 주세요.',

  'error.unknownCommand': '<code>/{command}</code> 명령은 없어요. 쓸 수 있는 명령: {commands}.',
  'error.unknownCommandNearest':
    '<code>/{command}</code> 명령은 없어요. 혹시 <code>/{close}</code>?',
  'error.unknownOption':
    '<code>/{command}</code>에는 <code>{option}</code> 옵션이 없어요. 쓸 수 있는 옵션: {options}.',
  'error.unknownOptionNearest':
    '<code>/{command}</code>에는 <code>{option}</code> 옵션이 없어요. 혹시 <code>{close}</code>?',
  'error.takesNoOptions':
    '<code>/{command}</code>에는 옵션이 없어요. <code>{option}</code> 없이 입력해 주세요.',
  'error.looseWord':
    '<code>/{command}</code> 뒤의 “{word}”, 어디에 쓰는 값인지 모르겠어요. <code>epochs:20</code>처럼 이름과 값을 함께 적어 주세요.',
  'error.twice': '<code>{option}</code>, 두 번 적혀 있어요. 한 번만 적어 주세요.',
  'error.missing': '<code>/{command}</code>에는 <code>{option}</code> 값이 꼭 있어야 해요.',
  'error.missingChoice':
    '<code>/{command}</code> 뒤에 <code>{option}</code> 값이 있어야 해요. <code>{example}</code>처럼요. 쓸 수 있는 값: {choices}.',
  'error.empty':
    '<code>{option}</code> 값이 비어 있어요. <code>epochs:20</code>처럼 콜론 바로 뒤에 적어 주세요.',
  'error.integer':
    '<code>{option}</code> 값이 “{given}”인데, {min, number}부터 {max, number}까지의 정수만 쓸 수 있어요.',
  'error.oneInteger':
    '<code>{option}</code> 값이 “{given}”인데, {min, number}부터 {max, number}까지의 정수를 하나만 쓸 수 있어요.',
  'error.number':
    '<code>{option}</code> 값이 “{given}”인데, {min}부터 {max}까지의 수만 쓸 수 있어요.',
  'error.choice':
    '<code>{option}</code> 값이 “{given}”인데, 쓸 수 있는 값은 {choices}, 이 가운데 하나예요.',
  'error.tooLong':
    '<code>{option}</code> 값이 {length, number}자예요. {max, number}자까지 쓸 수 있어요.',
  'error.needsFile': '<code>{option}</code>에는 파일이 필요해요. 파일은 {way_file}.',
  'error.oneFile':
    '<code>{option}</code>에는 파일을 하나만 쓸 수 있는데 {count, number}개가 왔어요. 하나만 올려 주세요.',
  'error.fileTooLarge': '파일이 너무 커요. 최대 {max, number}MB까지 받을 수 있어요.',
  'error.fileNotHandedOver': '파일을 받아 오지 못했어요. 한 번 더 올려 주세요.',
  'error.notAFile': '<code>{option}</code>에는 파일이 아니라 글자를 적어 주세요.',
  'error.kerasUnclosed':
    '붙여 넣은 <code>model.fit(</code>의 끝이 안 보여요. 주석은 빼고, 닫는 괄호까지 모두 붙여 넣어 주세요.',
  'code.taken': '붙여 넣은 코드에서 <code>{taken}</code>, 이렇게 읽었어요.',
  'code.ignored': '코드에 있는 {names}: 여기서는 쓸 수 없어서 빼고 학습해요.',
  'code.note.restoresBest':
    '붙여 넣은 EarlyStopping은 마지막 에포크의 가중치를 남기지만, 여기서는 <code>restore_best_weights=True</code>처럼 제일 좋았던 에포크의 가중치로 되돌려요.',
  'code.note.stopNeedsValidation':
    'EarlyStopping은 val_loss를 보고 멈추는데 검증용 행이 없으면 val_loss도 없어요. fit에 <code>validation_split=0.2</code>를 넣으면 함께 쓸 수 있어요.',
  'error.fault':
    '저희 쪽에서 문제가 생겼어요. 입력하신 내용 탓이 아니에요. 알려 주실 때 이 오류 번호가 있으면 도움이 돼요: <code>{id}</code>.',
};
