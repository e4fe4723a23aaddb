import type { roomRefusals as english } from '../en/room-refusals.js';

export const roomRefusals: Record<keyof typeof english, string> = {
  'room.tooFast': '한 사람이 보낼 수 있는 속도보다 빨라요. {seconds}초 뒤에 다시 보내 주세요.',
  'room.busy': '지금 보내는 사람이 아주 많아요. {seconds}초 뒤에 다시 보내 주세요.',
  'room.manyFiles':
    '짧은 시간에 파일을 많이 올렸어요. 다음 파일은 {seconds}초 뒤에 올릴 수 있어요.',
  'room.filesArriving': '앞서 올린 파일이 아직 오고 있어요. 다 온 다음에 이 파일을 올려 주세요.',
  'room.filesFull': '지금은 방에 파일을 더 둘 자리가 없어요. {seconds}초 뒤에 다시 올려 주세요.',
  'room.fileInForm':
    '파일이 웹 양식 안에 담겨 왔어요. 파일 내용만 application/octet-stream으로 보내 주세요.',
  'room.fileGone': '파일이 이제 남아 있지 않아요. 한 번만 다시 넣어 주세요.',
  'room.manyPages':
    '이 방을 벌써 {max, number}번 열어 두었어요. 그중 하나를 닫으면 이 페이지가 저절로 연결돼요.',
  'room.full':
    '방이 가득 찼어요. 페이지 {max, number}개가 열려 있어요. 자리가 나면 저절로 연결돼요.',
  'room.manyOpenings':
    '짧은 시간에 방을 아주 여러 번 열었어요. {seconds}초 뒤에 이 페이지가 저절로 연결돼요.',
  'room.manyNewcomers':
    '방금 아주 많은 사람이 들어왔어요. {seconds}초 뒤에 다시 들어올 수 있고, 이 페이지가 알아서 다시 해 봐요.',
  'room.manyNames': '짧은 시간에 이름을 여러 번 바꿨어요. {seconds}초 뒤에 다시 바꿀 수 있어요.',
  'room.manyRooms': '짧은 시간에 방을 많이 만드셨어요. {seconds}초 뒤에 다시 만들 수 있어요.',
  'room.roomsFull': '이 컴퓨터에 둘 수 있는 방이 다 찼어요. 있는 방을 쓰거나 내일 다시 해 보세요.',
  'room.badRoom':
    '방 이름은 글자, 숫자, 하이픈(-)으로 40자까지 지을 수 있어요. 입력한 이름: {given}',
  'room.noRoom': '#{room} 방은 이제 없어요. 페이지를 새로고침하면 다시 열려요.',
  'room.notTeacher':
    '이 방의 선생님만 할 수 있어요. 선생님이라면 선생님 링크로 한 번 들어와 주세요.',
  'room.badKey': '이 방에 맞지 않는 선생님 링크예요. 지금은 다른 사람들과 똑같이 들어와 있어요.',
  'room.noEntry':
    '메시지 {given}에는 할 수 없어요. 이 방에 없거나, 그럴 수 있는 메시지가 아니에요.',
  'room.noMuted': '“muted”에 {given} 값이 왔어요. 목록에 나온 번호를 넣어 주세요.',
  'room.muted':
    '선생님이 이 방에서 내 입력을 막아 두었어요. 읽을 수는 있지만 글을 쓰거나 버튼을 누를 수는 없어요. 다른 방은 그대로 쓸 수 있어요.',
  'room.mutedName':
    '#{room} 방에서 선생님이 내 입력을 막아 두었어요. 풀어 줄 때까지는 이름을 바꿀 수 없어요.',
  'room.nameTaken':
    '“{wanted}”, 여기에 이미 그 이름을 쓰는 사람이 있어서 “{name}”(이)라고 부를게요.',
  'room.unknownPerson': '이 브라우저는 방에 처음이에요. 페이지를 새로 고쳐 주세요.',

  'room.notJson': '이 요청의 본문은 JSON 객체가 아니에요.',
  'room.notSentAsJson': '콘텐츠 타입은 application/json이어야 해요. 지금은 “{given}”(으)로 왔어요.',
  'room.encoded': '본문이 “{given}”(으)로 왔어요. 압축하지 않고 보내 주세요.',
  'room.incomplete': '다 오기 전에 연결이 끊겼어요. 다시 보내 주세요.',
  'room.badLine': '“line” 값이 {given}인데, 한 글자 이상의 글이어야 해요.',
  'room.badLocale': '“locale” 값이 {given}인데, "en"이나 "ko"만 쓸 수 있어요.',
  'room.badPressed': '“pressed” 값이 {given}인데, true나 false만 쓸 수 있어요.',
  'room.badFile': '“file” 값이 {given}인데, 파일을 올렸을 때 받은 id여야 해요.',
  'room.badName': '이름이 {given}인데, 눈에 보이는 글자가 하나는 있어야 해요.',
};
