import type { ways as english } from '../en/ways.js';

/** Keys as in English (`../en/ways.ts` says what they are for). */
export const ways: Record<keyof typeof english, string> = {
  'way.file.discord': '명령에 붙이거나, 저를 멘션한 메시지에 올려 주세요',
  'way.file.discord.unheard': '명령에 붙여 주세요',
  'way.file.slack': '저를 멘션한 메시지에 올리거나, 저와의 DM에 올려 주세요',
  'way.file.web': '입력창 옆 클립으로 고르거나, 이 페이지에 끌어다 놓으세요',
  'way.file.terminal': '<code>csv:homes.csv</code>처럼 파일 경로를 적어 주세요',

  'way.table.discord':
    '<code>/data</code>의 <code>csv</code> 옵션에 CSV 파일을 넣거나, 저를 멘션한 메시지에 올려 주세요',
  'way.table.discord.unheard':
    '<code>/data</code>의 <code>csv</code> 옵션에 CSV 파일을 넣어 주세요',
  'way.table.slack':
    '저를 멘션한 메시지나 저와의 DM에 CSV 파일을 올려 주세요. 스레드 밖에서 <code>/data csv:</code>라고 쓰면 파일을 받는 창이 열려요',
  'way.table.web':
    'CSV 파일을 이 페이지에 끌어다 놓거나 입력창 옆 클립으로 고르고 <code>/data</code>를 보내세요',
  'way.table.terminal': '<code>csv:homes.csv</code>처럼 CSV 파일의 경로를 적어 주세요',

  'way.fitTable.discord':
    '<code>/fit</code>의 <code>csv</code> 옵션에 파일을 넣고, 원하는 옵션을 함께 골라 주세요',
  'way.fitTable.slack':
    '저를 멘션한 메시지에 파일을 올리고 <code>fit</code>과 원하는 옵션을 적어 주세요. 스레드 밖에서 <code>/fit csv:</code>라고 쓰면 파일을 받는 창이 열려요',
  'way.fitTable.web':
    '파일을 이 페이지에 끌어다 놓거나 입력창 옆 클립으로 고르고, <code>/fit</code>과 원하는 옵션을 함께 보내세요',
  'way.fitTable.terminal':
    '원하는 옵션 옆에 파일 경로를 적어 주세요: <code>npm run fit -- csv:homes.csv</code>',

  'way.log.discord':
    '이미 채널에 올라온 메시지는 그 메시지 메뉴의 앱에서 "이 로그 설명하기"를 고르세요',
  'way.log.slack':
    '이미 채널에 올라온 메시지는 그 메시지의 메뉴(⋮)에서 "Explain this log"를 고르세요',
  'way.log.web': '길면 입력창 옆 클립으로 텍스트 파일을 올려도 돼요',
  'way.log.terminal': '로그는 스터디룸(<code>npm start</code>)에서 읽어 드려요',

  'way.commands.discord':
    '옵션은 입력하는 동안 디스코드가 보여 줘요. 저를 멘션한 메시지에서도 명령과 질문을 받는데, 그때는 옵션을 <code>이름:값</code>으로 적으세요. 스레드에서도 채널과 똑같아요.',
  'way.commands.discord.unheard':
    '옵션은 입력하는 동안 디스코드가 보여 줘요. 궁금한 것은 <code>/ask</code>로 물어보세요. 스레드에서도 채널과 똑같아요.',
  'way.commands.slack':
    '명령은 글자만 받고 파일은 못 붙여요. 슬랙 스레드에는 명령이 없으니 저를 멘션하고 <code>fit epochs:20</code>처럼 이어서 쓰세요. DM에서는 그냥 쓰면 돼요.',
  'way.commands.web':
    '한 번에 명령이나 질문 하나를 보내요. 여러 줄을 붙여 넣어도 되고, 파일은 다음에 보내는 줄과 함께 가요.',
  'way.commands.terminal':
    '이 터미널에서는 <code>fit</code>만 돼요: <code>npm run fit -- epochs:20 batch:10</code>. 나머지는 스터디룸(<code>npm start</code>)에서 할 수 있어요.',
};
