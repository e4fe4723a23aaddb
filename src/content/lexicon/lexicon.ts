/** Every word that the tutor knows, and what it is a spelling of. */
import { everyday } from './everyday.js';
import { trade } from './trade.js';

export type Term = keyof typeof trade | keyof typeof everyday;

export interface Spelling {
  readonly term: Term;
  /** In lower case, words apart by one space. */
  readonly written: string;
  /** Whatever follows belongs to it. */
  readonly stem: boolean;
  readonly ofTheTrade: boolean;
}

export const spellings: readonly Spelling[] = [
  ...spellingsOf(trade, true),
  ...spellingsOf(everyday, false),
];

function spellingsOf(
  words: Readonly<Partial<Record<Term, string>>>,
  ofTheTrade: boolean,
): readonly Spelling[] {
  return Object.entries(words).flatMap(([term, list]) =>
    list.split(',').map((entry) => {
      const written = entry.trim().normalize('NFC');
      const stem = written.endsWith('-');
      return {
        term: term as Term,
        written: stem ? written.slice(0, -1) : written,
        stem,
        ofTheTrade,
      };
    }),
  );
}

/** Words that no question hangs on. */
export const fillers: ReadonlySet<string> = new Set(
  (
    'a an the is are am was were be been being do does did doing i im my me mine we our you your ' +
    'it its this that these those there here to of in on at by for with from as into and or but if ' +
    'so then than just also too very really actually please pls ok um how ' +
    'could would should will shall may might have has had get gets got getting give gives like ' +
    'some any such only them something set keep between thing things about still even not no dont isnt cant wont let lets tell know understand ' +
    "explain it's i'm don't all both way now already itself they he she his her someone everyone said heard reddit true right doesn't work works working happens happen going explained dummies touch over look looks down up this most much thing other another everything call everyone put makes what's that's can while because since which who whom s t m re " +
    '그 이 저 그런 이런 저런 그러면 그럼 근데 그런데 그리고 혹시 그냥 제 제가 저는 나는 내가 내 좀 것 거 건 걸 게 수 때 등 ' +
    '질문 질문이요 질문있어요 궁금해요 궁금합니다 궁금 알려주세요 알려줘 설명해줘 설명해주세요 설명 ' +
    '가르쳐줘 ㅠ ㅠㅠ ㅜㅜ ㅋㅋ ㅋㅋㅋ ㅎㅎ 하는 하면 할 한 하고 해서 했는데 했더니 하니까 인데 되는 되면 된 돼 되는건 이건 이거 한다 초 분 다 좀 정리 어떻게 하려 또 안 아닌 아님 아니에요 아닌가요 아닌가여 개 번 장 되나요 하나요 한다 있는 있나요 있어요 있습니다 ' +
    '그래서 그게 이게 저게 그건 사실 사실인가요 사실이에요 정말 정말요 어케 어케됨 어케되나요 어떻게돼 어떻게되 안됨 안돼 안되네 안되나요 ' +
    '되는거 하는거 되는건가 하는건가 되고 하는데 젤 제일 가장 자세히 잘 뭘 한다던데 던데 라던데 줘 해줘 줘야 법 이렇게 그렇게 싶어 싶어요 싶은데 봐 봐요 않아 않고 서 있는데 조금 훨씬 엄청 했 나왔는데 였는데 줬는데 썼는데 말고 너무 무슨 많이도 오히려 '
  ).split(' '),
);
