/**
 * The words of this trade in both languages, for everything in this folder that reads. Parts of
 * regular expressions over text as `normalText` gives it; a synonym is added here and nowhere else.
 */

const thing =
  'rows?|samples?|images?|imgs?|pictures?|photos?|pics?|examples?|records?|instances?|observations?|(?:data ?)?points?|entries|items|sentences|reviews|customers|people|persons|patients|houses|texts|documents|docs|e?mails|tweets|users|lines|files|datapoints|data(?! ?set)';
const thingKorean =
  '데이터(?:셋|세트)?|샘플|표본|이미지|사진|그림|행|자료|레코드|문장|예제|고객|리뷰|손님|학생|환자|줄|문서|영상|인스턴스|관측치|문제';

export const words = {
  row: `(?:(?:training|train|data|total|labell?ed|different|input|mnist|cifar|imdb|fashion|of|the|my|in) ){0,2}(?:${thing})(?![a-z_])`,
  rowKorean: `(?:(?:학습|훈련|전체|총|입력|트레이닝)(?:용)? ?)?(?:${thingKorean})`,
  counter: '(?:개|장|건|명|줄|행|샘플|row|rows)',
  batch:
    '(?:(?:(?:mini|micro)[- _]?)?batch(?:[-_ ]?sizes?)?|batches of|bs|b_s|(?:(?:미니|마이크로) ?)?(?:배치|뱃치|베치)(?:[-_ ]?(?:사이즈|싸이즈|크기|size))?)',
  epoch: '(?:epochs?|epcohs?|epohs?|(?<![a-z])eps?|에포크|에폭|에퐄|에폭스|이폭)',
  step: '(?:iterations?|itertions?|iteratons?|iters?|steps?|(?:mini-?)?batches|스텝|스탭|이터레이션|이터레이숀|이터래이션|(?<!데)이터)',
  update:
    '(?:(?:weight |parameter |gradient |optimizer )?(?:updates?|update steps?)|gradient (?:descent )?steps?|optimizer steps?|weight changes|(?:가중치 ?)?(?:업데이트|업뎃|갱신|수정))',
  perEpoch:
    '(?:(?:per|each|every|(?:in|of|for|within|during) (?:an?|one|each|every|a single|the)|an?|one|a single) (?:training |full |single )?epoch(?!s)|/ ?epoch(?!s| ?[=:#])|(?:한|one|매|각|하나의) ?(?:에포크|에폭|epoch)(?!s|스| ?=)(?: ?(?:당|마다|에서|에|가|는|은|동안|를|을|돌 ?때(?:마다)?|도는 ?데|이(?!터)|만|의))?|(?:에포크|에폭|epoch) ?(?:당|마다|하나(?:에|당)?)|(?<!#\\s?)(?:에포크|에폭|epoch) ?한 ?번(?:에|당)?)',
  validation: '(?:validation_split|val_split|validation|valid|val|검증|밸리데이션)',
  test: '(?:test(?:ing)?|테스트|시험)',
  accuracy: '(?:acc(?:uracy)?|정확도|어큐러시)',
  gpu: '(?:gpus?|지피유|그래픽 ?카드|replicas?|workers?|devices)',
} as const;
