/**
 * Rows that a question gives in parts: kinds to be added (640 cats and 360 dogs), kinds of as many each
 * (5 classes with 300 images each), and rows that are taken off (200 duplicates removed, 2,000 of them for
 * validation). They become one number before any number gets its role.
 */
import type { FoundNumber, MarkedText } from './numbers.js';
import { words } from './words.js';

export interface MadeRows {
  readonly how: 'added' | 'times' | 'removed' | 'validation' | 'test' | 'split';
  /** In the order of the sum; of a split in three: training, validation, test. */
  readonly parts: readonly number[];
  readonly rows: number;
}

export interface MarkedRows extends MarkedText {
  readonly made: MadeRows | undefined;
}

const { row, rowKorean, batch, epoch, step, update, validation, test, gpu } = words;

/** How those who do not know the words speak of batches, errors and machines. */
const strange =
  'portions?|chunks?|groups?|piles?|handfuls?|bundles?|packs?|packets?|packages?|bunch(?:es)?|blocks?|pieces?|parts?|lots?|loads?|trays?|boxes|bags?|baskets?|heaps?|stacks?|slices?|bites?|gulps?|spoonfuls?|servings?|goes|turns?|mistakes?|miss(?:es)?|errors?|failures?|fails|flops?|hits?|slips?|mis-?[a-z]+|missed|failed|bad|cards?|cores?|machines?|dimensions?|dims?|coefficients?|predictors?|bytes|classes|categories|folders|labels';

/** What is no kind of row, whatever is counted of it. */
const role = `(?:${batch}|${epoch}|${step}|${update}|${validation}|${test}|${gpu}|train(?:ing)?|each|every|per|in|at|a|an|of|for|and|to|is|are|was|were|has|have|then|with|on|so|how|what|right|correct\\w*|wrong|units?|neurons?|nodes?|hidden|inputs?|outputs?|features?|columns?|layers?|filters?|parameters?|params?|weights?|percent|seconds?|minutes?|hours?|ms|gb|mb|times|done|finished|more|left|out|as|those|them|these|which|it|gets?|got|passes|rounds|laps?|loops?|cycles?|folds?|days?|weeks?|${strange})(?![a-z])`;
const noun = `(?!${role})[a-z][a-z'-]*`;
const kind = `# ?(?:(?:images|photos|pictures|pics|samples|rows|examples|reviews|tweets|drawings) (?:of |with |showing |for )?(?:a |the )?)?(?:of |labell?ed )?(?:${noun})(?: (?:images|photos|pictures|pics|samples|rows|examples|reviews))?`;
const addedEnglish = new RegExp(
  `(?<!(?:${batch}|${epoch})(?: ?(?:=|:|of|is))? ?)${kind}(?:(?:,? (?:and|plus|\\+|&)|,|\\+| \\+| &) (?:another |about |also )?${kind}(?![a-z])(?! ?(?:per|in each|in every|for each|each|every|at|a|an|apiece|together)(?![a-z])))+(?![a-z])`,
  'gu',
);
/** “640 cats and 360 dogs” belong together, “1,500 customers, 75 portions” do not. */
const joined = /(?<![a-z])(?:and|plus)(?![a-z])|[+&]|랑 |[과와] |하고 |에다|그리고/;
const inAll = '(?:in total|in all|altogether|(?:all )?together|combined)(?![a-z])';
const inAllKorean = '(?:다 |모두 |전부 )?(?:합쳐|합치|합하|합해|더하|더해)|(?:다|모두) 해서|통틀어';
/** Behind the kinds. */
const together = new RegExp(
  `^(?:을|를|은|는|이)?[ ,]*(?:${inAll}|${inAllKorean})|${row} (?:[a-z]+ ){0,3}${inAll}|(?:모두|전부|총|다) ?몇 ?${words.counter}`,
  'u',
);
/** “My pictures: 640 cats, 360 dogs”. */
const sharedNoun = new RegExp(
  `(?:${row}|data(?: ?set)?|${rowKorean})(?: are|는|은|이|가)? ?[:(=] ?$`,
  'u',
);
/** 장 and 마리 count pictures and animals, while 개 counts whatever there is. */
const pictured = /# ?(?:장|명|건|줄|행|마리|편|문장)/;

const roleKorean =
  '(?:데이터|샘플|배치|미니배치|검증|검증용|테스트|훈련|훈련용|학습|학습용|총|전체|모두|합쳐|합쳐서|에폭|에포크|스텝|중|씩|은닉|은닉층|출력|출력층|입력|입력층|특성|뉴런|유닛|클래스|필터|층|그럼|그리고|이면|마지막|각각|각|약|대략|정도|사이즈|크기|배치사이즈|지금|이미지|사진|행|값|픽셀|정답|맞힌|맞춘|틀린|오답|실수|오류|개수|문제|나머지|남은|누적|묶음|덩어리|뭉치|조각|무더기|더미|봉지|상자|토막|그래픽카드|카드|그중|그|이|두|세|한)';
const rowsAlone =
  /#(?! ?(?:rows|samples|images|pictures|photos|pics|records|examples|entries|reviews)(?![a-z])(?! (?:of|with|showing) ))/g;
const counterKorean = '(?:장|개|명|건|줄|행|마리|편|문장)';
/** “300장 맞고 20장 …”: what ends like this is no kind of thing, unless it is a 광고 or a 사고. */
const endsVerb =
  '(?<!(?<![광사경신창])고|는데|더니|보니|에서|중에|운데|다가|[아어해여라]서|[으이하]면|[당째씩])';
const kindKorean = `(?<![가-힣])(?!${roleKorean}(?:이|가|은|는|을|를|에|의|로|만)?(?![가-힣]))[가-힣a-z]+${endsVerb}(?: ?(?:사진|이미지|데이터|그림|리뷰|문장|샘플|메일)(?:이|가|은|는)?)? ?# ?${counterKorean}`;
const counted = new RegExp(`# ?${counterKorean}`, 'g');
const addedKorean = new RegExp(
  `(?<![가-힣])${kindKorean}(?:(?:이랑|랑|과|와|하고|에다가|에다|이고|이며)?,? ?(?:그리고 )?${kindKorean})+(?!씩|당|을 ?배치)`,
  'gu',
);

const each =
  '(?:(?:in |for |from )?each(?! (?:batch|step|epoch|iteration|gpu|one of))|apiece|(?:per|in (?:each|every)|for (?:each|every)|a) (?:class|category|folder|kind|species|person|student|user|subject|label))';
/** What holds rows; of customers, cards or rows themselves so many each are batches. */
const holder =
  '(?:class(?:es)?|categor(?:y|ies)|(?:sub-?)?folders?|director(?:y|ies)|kinds?|types?|species|breeds?|labels?|albums?|students?|pupils?|kids|children|people|persons|friends|users|schools?|cities|countries|sensors?|cameras?|speakers?|authors?)';
const group = `(?:[a-z]+ )?${holder}(?![a-z])`;
const timesEnglish = new RegExp(
  `#[ -](?<group>${group})(?:,| of| with| w\\/?| x| \\*| times| having| holding| that have| that each have| who| which| drew| wrote| took| made| has| have| containing)*(?: (?:each |have |has |drew |wrote |took |made |with )*)?(?:about |exactly )?# ?(?<thing>(?!${role})[a-z]+(?: (?!${role})[a-z]+)?)? ?${each}|# (?<group2>classes|categories|folders|species|labels) (?:x|\\*|times|of|with) # (?<thing2>[a-z]+)|(?:each|every one) of (?:the |my |our )?# (?<group3>${group}) (?:has|have|holds|contains|drew|wrote|took|made|contributed)(?: about)? # (?<thing3>[a-z]+)|# (?<thing4>[a-z]+) (?:per|in each|for each|in every) (?<group4>class|category|folder|species|person|student|user|label)(?:,| and| with| for)? (?:in |across |over |there are |i have |we have |for )*# [a-z]+`,
  'gu',
);
const places = '(?:클래스|종류|폴더|반|가지|카테고리|종|품종|라벨|레이블|군데|학교|도시|센서)';
const people = '(?:학생|사람|친구|고객|환자|사용자)';
const countedBy = (group: string, counter: string): string =>
  `(?:${group}(?:가|이|은|는)? ?(?:총 )?# ?${counter}?|# ?${counter}?(?:의)? ?${group})`;
/** People must have what there is of each: of “고객 900명을 20개씩” as many are taken. */
const timesKorean = new RegExp(
  `(?:(?:${countedBy(places, '(?:개|가지|종|군데)')}|# ?(?:가지|군데))(?:에서|마다|당|별로|이고|인데|이|가|에)?,? ?(?:각각|각|서로)? ?|(?:${countedBy(people, '명')}|# ?명)(?:(?:한테서?|에게서?|마다|당|이|가)|,? ?각[각자]),? ?(?:각[각자])? ?)(?:[a-z가-힣]+(?:을|를)? ){0,2}# ?(?:장|개|건|문장|줄|편)(?:씩|(?<=각 ?#.?.?))`,
  'gu',
);

const removing =
  '(?<![a-z])(?:dropp?(?:ed|ing)?|remov(?:ed?|ing)|delet(?:ed?|ing)|discard(?:ed|ing)?|exclud(?:ed?|ing)|filter(?:ed|ing)? out|thr[eo]w(?:ing)?(?: out| away)?|toss(?:ed|ing)?(?: out)?|los[et]|minus|without|clean(?:ed|ing)? out|g[eo]t rid of|leav(?:e|ing) out|left out|subtract(?:ed|ing)?)';
const removedEnglish = new RegExp(
  `# (?:[a-z]+ ){0,2}?(?:${row})[^#?]{0,44}?${removing} (?:out |away |the |about |all |another )*#(?! ?(?:%|percent))(?: (?:of them|(?!(?:${epoch}|${step}|${batch})(?![a-z]))[a-z]+))?|${removing} (?:the |about |all )*#(?: [a-z]+){0,3}? (?:from|of|out of) (?:the |my |our |all )*# ?(?:${row})?|(?:${row})? ?# ?, (?:of which |of them )?# (?:of them |of those )?(?:were |was |got |are )?(?:dropped|removed|deleted|discarded|excluded|thrown out)`,
  'gu',
);
const removingKorean =
  '(?:제거|지우|지웠|지워|지운|삭제|버리|버렸|버려|제외|날렸|날리|걸러|거르|뺐|빼|뺀|탈락)';
const removedKorean = new RegExp(
  `# ?${counterKorean}(?:의 ?데이터)?(?: ?중에?서?|에서|인데|있는데|이었는데|였는데|,|이고)*[^#?]{0,20}# ?${counterKorean}(?:를|을|은|는|가)? ?(?:[가-힣]{1,6}(?:라서|이라|여서|어서|으로) )?${removingKorean}[가-힣]*`,
  'gu',
);

const keeping =
  '(?<![a-z])(?:keep|kept|keeping|hold|held|holding|set|setting|put|leave|left|sav(?:e|ed|ing)|reserv(?:e|ed|ing)|take|took|taking|move|moved|use|used)';
const forChecking = `(?:aside |out |back |over |off )?(?:as|for|to|in|into) (?:my |the |a )?(?:${validation}|${test}|val)(?![a-z_]*_data)`;
const asideEnglish = new RegExp(
  `# (?:[a-z]+ ){0,2}?(?:${row})?[^#?]{0,30}?(?:${keeping} )?(?:aside |out |back )?# ?(?:of (?:which|them|those|these) )?(?:(?:${row}) )?(?:(?:i |we )?(?:will )?(?:go|goes|are|is|were|was|being)? ?(?:used |kept |held |set |saved |reserved |taken )?)(?<for1>${forChecking})|${keeping} (?:aside |out |back )?#(?: of (?:the |my |our )?|(?: [a-z]+)? (?:from|out of) (?:the |my |our )?)# ?(?:${row})? ?(?<for2>${forChecking}|aside|out|back)|# (?:[a-z]+ ){0,2}?(?:${row})[^#?]{0,30}?${keeping} (?:aside |out |back )?# (?:[a-z]+ ){0,2}?(?<for3>aside|out|back)(?! of)`,
  'gu',
);
const asideKorean = new RegExp(
  `(?<!(?:${batch}|${epoch}|${step})(?:는|은|가|이|를|을|=|:)? ?)# ?${counterKorean}?(?:의 ?데이터)?(?: ?(?:중에?서?|가운데|에서|있는데|인데|있고|이고|이|가|있음|,|\\.))+ ?(?![^#]*(?:훈련|학습)[^#]*#)[^#?]{0,16}?# ?${counterKorean}(?:를|을|은|는|만|로)? ?(?:따로 )?(?<for>검증|밸리데이션|validation|val|테스트|test|빼|뺐|떼|따로|남겨)[가-힣]*(?: ?(?:셋|세트|데이터))?(?:으로|로|용으로|에)? ?(?:빼[가-힣]*|뺐[가-힣]*|쓰고|쓰는|두고|남겨[가-힣]*|떼[가-힣]*|넘기고|사용하고|돌리고)?`,
  'gu',
);

interface Rule {
  readonly how: MadeRows['how'];
  readonly pattern: RegExp;
}
const rules: readonly Rule[] = [
  { how: 'times', pattern: timesEnglish },
  { how: 'times', pattern: timesKorean },
  { how: 'validation', pattern: asideEnglish },
  { how: 'validation', pattern: asideKorean },
  { how: 'removed', pattern: removedEnglish },
  { how: 'removed', pattern: removedKorean },
  { how: 'added', pattern: addedEnglish },
  { how: 'added', pattern: addedKorean },
];

/** @param marked with `#` for each number */
export function makeRows(marked: MarkedText): MarkedRows {
  for (const rule of rules) {
    for (const found of marked.text.matchAll(rule.pattern)) {
      const made = madeOf(rule, found, marked);
      if (made) return made;
    }
  }
  return { ...marked, made: undefined };
}

function madeOf(
  { how }: Rule,
  found: RegExpExecArray,
  { text, numbers }: MarkedText,
): MarkedRows | undefined {
  const [words] = found;
  const [before, behind] = [text.slice(0, found.index), text.slice(found.index + words.length)];
  const first = countOf(before);
  const taken = numbers.slice(first, first + countOf(words));
  if (taken.some(({ form, value }) => form !== 'count' || value < 1)) return undefined;
  if (how === 'added' && (areOfTwoSorts(words) || !belongTogether(words, before, behind)))
    return undefined;
  const parts = taken.map(({ value }) => value);
  const rows = rowsOf(how, parts);
  if (rows === undefined) return undefined;
  const purpose = Object.entries(found.groups ?? {}).find(([name]) => name.startsWith('for'))?.[1];
  const isTest = /test|테스트/.test(purpose ?? '');
  const number: FoundNumber = { value: rows, form: 'count' };
  return {
    text: `${before} # rows ${behind}`,
    numbers: [...numbers.slice(0, first), number, ...numbers.slice(first + parts.length)],
    made: {
      how: how === 'validation' && isTest ? 'test' : how,
      parts:
        how === 'added' || how === 'times' ? parts : parts.toSorted((one, other) => other - one),
      rows,
    },
  };
}

/** “640 cats and 360 dogs” are rows together, “2,000 rows and 45 countries” or “GPU 2장, 묶음 100개” are not. */
function areOfTwoSorts(words: string): boolean {
  const plain = countOf(words.replace(rowsAlone, ''));
  const counters = new Set(words.match(counted)?.map((one) => one.replace(/# ?/, '')));
  return (plain > 0 && plain < countOf(words)) || counters.size > 1;
}

/** Kinds one after the other are added where something says that they belong together. */
function belongTogether(words: string, before: string, behind: string): boolean {
  return (
    pictured.test(words) || joined.test(words) || together.test(behind) || sharedNoun.test(before)
  );
}

const countOf = (text: string): number => text.split('#').length - 1;

function rowsOf(how: MadeRows['how'], parts: readonly number[]): number | undefined {
  if (how === 'added') return parts.reduce((sum, part) => sum + part, 0);
  if (how === 'times') return parts.reduce((product, part) => product * part, 1);
  const [most = 0, least = 0] = parts.toSorted((one, other) => other - one);
  return parts.length === 2 && most > least ? most - least : undefined;
}
