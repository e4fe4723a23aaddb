/** Requests in Korean: the object, then a verb that asks for it (`-아/어 줘`, `-하고 싶어요`, `부탁해요`). */
import { any, listed, oneOf } from './phrases.js';
import type { ComparedOption } from './side-by-side.js';
import type { Language, Wish } from './wish.js';

const opening = any`안녕(?:하세요)?, 저기요?, 야, 자, 네, 응, 튜터야?, 봇아?, 혹시, 제발, 그럼, 그러면`;
const closing = listed`요, 좀요?, 제발, 지금, 바로, 당장, 고마워요?, 감사합니다, 이제, 빨리`;

/** After `-아/어`: give, will you give, could you give; try; let us. */
const asking = any`
    \s?(?:주|줄) ?(?:실|시겠|실래|시면)? ?(?:수)? ?(?:있(?:을까|어|나|니|으세|으실까|습니까|을지)요?|있으세요|있으실까요),
    \s?주(?:세요|세욤|셈|십시오|시죠|실래요?|시겠어요|라|면 (?:안 )?(?:돼|될까)요?|시면 (?:안 )?(?:돼|될까|좋겠어|감사하겠습니)(?:요|다)?),
    \s?줄(?:래|래요|까|까요), \s?줘(?:요|라|봐|봐요)?, \s?봐(?:요|라)?(?: ?줘요?| ?주세요)?,
    \s?(?:보자|볼까요?|보고 싶어요?|보고 싶습니다|볼래요?), (?:라|라고|자)`;
/** After a noun: 학습 부탁해요. */
const begging = any`
    \s?부탁(?:해요?|드려요|드립니다|드릴게요|합니다|이요)?, \s?좀요?, \s?ㄱㄱ+, \s?고고, \s?요망, \s?ㄱ`;
const wanting = '(?:하고|시키고|돌리고) ?싶(?:어요?|습니다|은데요?)';
/** Nouns that become verbs: 학습해 줘, 학습시켜 줘, 학습 시작, 학습하자. */
const verbal = (noun: string): string =>
  any`
    ${noun}(?: ?(?:을|를))?(?: ?(?:한 ?번|좀|한번만))* ?(?:해|시켜|하여|해줘|시켜줘)(?:${asking})?,
    ${noun} ?${wanting}, ${noun} ?(?:하자|하라|할게요?|할래요?), ${noun}${begging}`;
const particle = '(?:을|를|은|는|이|가|로|으로|의|에|만|도|들|들을|에서|에게)?';

const quietWords = [
  ...listed`좀, 한 ?번(?:만)?, 하나(?:만)?, 지금, 바로, 당장, 이제, 그냥, 제발, 혹시, 새로, 빨리`,
  ...listed`나, 나도, 저, 저도, 내가, 제가, 우리, 여기서?, 다음, 그만큼`,
];
const setting = any`
    해서, 하고, 하여, 설정(?:해서|하고), 맞춰서?, 맞추고, 두고, 놓고, 넣고, 넣어서, 써서, 쓰고, 사용해서, 사용하고, 이용해서, 가지고, 갖고,
    바꿔서, 바꾸고, 추가해서, 주고, 정해서, 잡고, 랑, 이랑, 와, 과, 에다`;
/** Without subject particles: “학습이 멈춰” is a statement. */
const done = '(?:을|를|로|으로|의|에|만|도|들|에서)?';
const trainingNoun = any`학습, 훈련, 트레이닝, 모델, 신경망, 네트워크, 런, 실행, 실험, 예제`;

const mine = any`
    내, 제, 나의, 저의, 내가, 제가, 나에 ?대(?:한|해서?), 저에 ?대(?:한|해서?), 나에 관한, 저에 관한, 나와 관련된, 저와 관련된, 나 관련,
    제 모든, 내 모든`;
const records = any`
    데이터, 기록, 정보, 개인 ?정보, 자료, 파일, 거, 것, 걸, 게, 계정, 점수, 퀴즈, 학습, 실행, 내용, 흔적, 내역, 설정, 결과, 사본, 복사본`;
const all = any`다, 전부(?:다)?, 모두, 모든, 싹, 몽땅, 모조리, 죄다, 전체, 완전히, 깨끗이, 깨끗하게`;
const showing = any`
    보여(?:${asking}), 알려(?:${asking}), 보고 ?싶(?:어요?|습니다), 볼래요?, 보자, 띄워(?:${asking}),
    나열해(?:${asking}), 줘(?:요|봐)?, 주세요, 말해(?:${asking}), 좀요?, 부탁(?:해요?|드려요|드립니다)`;

const optionNouns: Readonly<Record<ComparedOption, string>> = {
  batch: any`배치 ?(?:크기|사이즈), 배치, batch(?: ?size)?`,
  lr: any`학습 ?률, 러닝 ?레이트, learning ?rate`,
  optimizer: any`옵티마이저, 최적화 ?(?:기|알고리즘|방법), optimizer`,
  activation: any`활성화 ?함수, activation`,
  dropout: any`드롭 ?아웃(?: ?비율)?, dropout`,
};
/** “배치 크기 비교해 줘”: several values of it, side by side. */
const sweeps = Object.entries(optionNouns).map(([option, noun]): Wish => ({
  command: 'sweep',
  doing: any`
      ${verbal('비교')}, 비교 ?(?:학습|훈련|실험) ?해(?:${asking}), 비교해 ?(?:보여|봐)(?:${asking}),
      나란히 ?(?:학습|훈련)해(?:${asking})`,
  words: [
    ...quietWords,
    ...listed`
      ${noun}(?:들)?(?:을|를|별로|마다|끼리|의)?, 여러(?: ?(?:가지|개))?(?:를|을|로)?, 다양한, 서로, 다른, 값(?:들)?(?:을|를|로)?,
      바꿔(?:가며|서| 가면서), 나란히, 다`,
  ],
  needs: noun,
  compares: option as ComparedOption,
}));

const wishes: readonly Wish[] = [
  ...sweeps,
  {
    command: 'class',
    doing: any`
      (?:학습|훈련)(?:을|를)? ?(?:할|시킬) ?수 ?있(?:어|나|을까|니|습니까|는지)요?,
      ${verbal(oneOf('학습', '훈련'))}, (?:열어|시작해)(?:${asking})`,
    words: [
      ...quietWords,
      ...listed`
      반 ?(?:친구|아이|애)들${particle}, (?:우리 )?반${particle}, 학급${particle}, 학생들${particle}, 스터디(?: ?(?:그룹|원들))?${particle},
      수업${particle}, 친구들(?:이랑|과|하고)?, 다, 다 ?같이, 다 ?함께, 모두, 전부, 같이, 함께, 랑, 이랑, 하고, 과, 와`,
    ],
    needs:
      '(?:반|학급|학생들|우리|친구들|스터디|모두|다).*(?:같이|함께)|(?:같이|함께).*(?:반|학급)|수업',
    compares: 'batch',
  },
  {
    command: 'stop',
    doing: any`
    (?:멈춰|세워|꺼|끝내|멈추)(?:${asking})?,
    ${verbal(oneOf('중지', '중단', '정지', '취소', '종료', '스톱', '스탑', '멈춤'))}, 중지, 중단, 정지, 취소, 종료, 스톱,
    스탑, 멈춤, stop, 그만(?: ?(?:돌려|해|학습해|학습시켜|훈련해|하|둬)(?:${asking})?| ?하자| ?할래요?| ?하고 ?싶어요?)?`,
    words: [
      ...quietWords,
      ...listed`
      ${trainingNoun}${done}, 내, 제, (?<=^|\s)[이저그](?=\s), 이거, 그거, 지금 ?돌(?:아가는|고 ?있는|리는),
      돌(?:아가는|고 ?있는|리는)(?: ?거)?, 진행 ?중인, 현재, 하던, 하고 있는, 실행 ?중인, 중인, 거, 것`,
    ],
  },
  {
    command: 'fit',
    doing: any`
    돌려(?:${asking}), 돌리고 ?싶(?:어요?|습니다), ${verbal(oneOf('학습', '훈련', '트레이닝', '실행', '시작'))},
    (?:학습|훈련|트레이닝)(?:을|를)? ?시작, 가르쳐(?:${asking}), (?:돌리자|돌릴래요?|돌려), ㄱㄱ+, 고고`,
    words: [
      ...quietWords,
      ...listed`
      ${trainingNoun}${done}, ${setting}, 번, 으로, 로, 데이터(?:셋|로)?, 같은 설정(?:으로)?,
      설정(?:으로|을)?, 옵티마이저(?:로|는)?, 인`,
    ],
    takesOptions: true,
    needs: String.raw`학습|훈련|트레이닝|모델|신경망|네트워크|실험|예제`,
  },
  {
    // “배치 20으로 해 줘”: options alone are enough.
    command: 'fit',
    doing: `해(?:${asking})`,
    words: [...quietWords, setting],
    takesOptions: true,
    needs: '(?!)',
  },
  {
    command: 'compare',
    doing: any`${verbal('비교')}, 나란히 ?(?:보여|놔|놓아|띄워)(?:${asking})`,
    words: [
      ...quietWords,
      ...listed`
      내, 제, 나의, 최근, 마지막, 방금, 직전, 돌린, 한, 했던, 학습한, (?:두|2) ?(?:개|번|가지|건)?, 둘, 이전, 지난,
      ${trainingNoun}${particle}, 결과${particle}, 나란히, 서로, 을, 를, 의, 끼리, 거, 것`,
    ],
    needs: String.raw`둘|두|2|최근|마지막|방금|지난|이전|(?:^|\s)[내제]\s`,
  },
  {
    command: 'runs',
    doing: any`${showing}, 뭐(?:가)? ?있(?:어|나|니|죠|지|더라)요?, 목록, 있(?:어|나)요`,
    words: [
      ...quietWords,
      ...listed`
      ${mine}, 지금까지, 여태(?:까지)?, 그동안, 이전, 예전, 지난, 최근, 돌린, 돌렸던, 한, 했던, 학습한, 학습했던, 훈련한, 실행한,
      (?:학습|훈련|런|실행|실험)(?:들)?${particle}, (?:기록|목록|내역|결과|리스트|이력|히스토리)${particle}, 거, 것, 뭐`,
    ],
    needs:
      '(?:^| )(?:내|제|나의|저의|내가|제가|이전|예전|지금까지|여태|그동안|지난|최근).*(?:학습|훈련|런|실행|실험|돌린|기록)',
  },
  {
    command: 'code',
    doing: showing,
    words: listed`
      내, 제, 마지막, 최근, 방금, 돌린, 한, 좀, (?:학습|런|실행)${particle}, (?:케라스|keras|파이썬|python), 코드${particle},
      스크립트${particle}`,
    needs: '코드|스크립트',
  },
  {
    command: 'data',
    doing: any`
    ${showing},
    (?:뭐|무엇|뭐뭐|어떤 ?게|무엇이|뭐가|어떤 ?것(?:이|들이)?)(?: ?들?이)? ?있(?:어|나|니|죠|지|는지|는지 ?알려 ?줘|습니까)요?,
    (?<=어떤 .*|무슨 .*)있(?:어|나|니|죠|습니까)요?, 목록`,
    words: listed`
      쓸 ?수 ?있는, 사용 ?가능한, 사용할 ?수 ?있는, 있는, 어떤, 무슨, 여기, 내장, 데이터 ?(?:셋|세트)?(?:들)?${particle},
      (?:목록|종류|리스트)${particle}, 좀, 전체, 모든, 학습할 ?수 ?있는, 학습용`,
    needs: '데이터',
    takesData: true,
  },
  {
    command: 'forget',
    doing: any`
    (?:지워|없애|잊어|날려|버려|까먹어)(?:${asking}), ${verbal(oneOf('삭제', '제거', '초기화', '탈퇴'))},
    지우고 ?싶(?:어요?|습니다)`,
    words: [
      ...quietWords,
      ...listed`
      ${mine}, ${records}${particle}, ${all}, 올린, 보낸, 저장(?:한|된), 가지고 있는, 갖고 있는, 아는, 알고 있는,
      이랑, 랑, 와, 과, 하고, 및, 너가, 네가, 당신이, 나를, 저를, 관한, 대한`,
    ],
    needs: `(?:^| )(?:${mine}|나를|저를)`,
  },
  {
    command: 'mydata',
    doing: any`
    (?:보내|내보내|넘겨)(?:${asking}), (?:내려받게|다운로드하게|받게|받을 ?수 ?있게) ?해(?:${asking}),
    ${verbal(oneOf('다운로드', '내보내기', '백업'))}, (?:받고|내려받고) ?싶(?:어요?|습니다), 보여(?:${asking}), 줘요?,
    주세요, 줄래요?, (?:주실|줄) ?수 ?있(?:어|나)요?`,
    words: [
      ...quietWords,
      ...listed`
      ${mine}, ${records}${particle}, ${all}, 저장(?:한|된|하고 있는|해 ?둔), 가지고 있는, 갖고 있는, 아는, 알고 있는,
      보관(?:한|하는|중인), 파일로, 너가, 네가, 당신이, 한, 부`,
    ],
    needs:
      '(?:^| )(?:내|제|나의|저의) ?(?:개인 ?)?(?:데이터|정보)|(?:대한|대해서?|관한|관련된?).*(?:저장|가지고|갖고|알고|아는|보관|정보|데이터)',
  },
  {
    command: 'quiz',
    doing: any`
    (?:퀴즈|문제)(?:를|을)?(?: ?(?:하나|한 ?번|좀|더))* ?(?:내|풀어|시작해)(?: ?(?:${asking})),
    퀴즈 ?(?:시작|ㄱㄱ|풀래요?|하자|하고 ?싶어요?|풀고 ?싶어요?)`,
    words: [...quietWords, '퀴즈', '문제'],
  },
];

/** “학습해요?” asks what happens; “학습해 줄래요?” asks for it. */
const question = /(?:(?<!부탁)해|시켜|돌려|춰|내|꺼|시작|그만)(?:요|요\?|\?)[\s?!.]*$/u;

export const korean: Language = { opening, closing, doingIs: 'last', wishes, question };
