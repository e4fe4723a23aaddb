/**
 * Digits that count nothing of a training: names and versions of programs and machines, shapes, dates,
 * clocks, money, ages, and the places in a book or a list of exercises.
 */

const program =
  'keras|tf|tensorflow|python|py|pytorch|torch|numpy|pandas|sklearn|scikit-learn|cuda|cudnn|ubuntu|windows|win|macos|ios|android|케라스|텐서플로우?|파이썬|파이토치|우분투|윈도우?';
const counted =
  'rows?|samples?|images?|pictures?|photos?|examples?|records?|tweets|reviews|epochs?|steps?|iterations?|batches|times|에포크|에폭|개|장|건|명|줄|행|번|회|스텝';
const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const day = String.raw`(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d,.]*\d|k|%| ?(?:${counted}))`;
const year = String.raw`(?:19[89]\d|20[0-3]\d)(?![\d,.]*\d)`;
const place =
  'chapter|page|pages|section|exercise|problem|question|task|assignment|homework|lesson|lecture|module|week|day|figure|table|cell|slide|quiz|item|(?:chap|ch|pg|sec|hw|fig)[.]?';
const placeKorean = '문제|예제|질문|연습 ?문제|과제|챕터|강의|파트|셀|슬라이드|퀴즈';

/** Without the sign behind it: in “배치 10, 원래” no money is spoken of. */
const price = String.raw`(?<![\d.,])\d+(?:[,.]\d+)*`;

const kinds: readonly string[] = [
  // Names with digits in them.
  String.raw`(?<![\p{L}\d])(?:conv[123]d|(?:float|u?int)\d+|pool[123]d|cifar-?100?|(?:${program})(?: version| 버전)?\s?v?\d+(?:\.[\dx]+)+|(?:${program})(?: version| 버전)?\s?v?[23](?![\d,.만천백])|v\d+(?:\.\d+)+|(?:version|버전)\s?\d+(?:\.\d+)*|l[12](?![\p{L}\d])|f1(?!\d)|resnet-?\d+|vgg-?\d+|gpt-?\d+|yolo-?v?\d+|[xy]\d)`,
  String.raw`(?<![\p{L}\d])(?:windows|ubuntu|ios|android|윈도우?|우분투) ?\d{1,2}(?!\d)`,
  String.raw`(?<![\p{L}\d])(?:(?:rtx|gtx|rx|ryzen|geforce|core) ?-?\d+(?: ?\d{4})?\w*|i[3579]-?\d{4,5}\w*|i[3579](?!\d)|[mtpvahkl]\d{1,3}0{0,2}(?=\b|[가-힣 ])(?! ?=)|\d{4}(?= ?ti(?!\p{L})))`,
  // Shapes: 28x28, while a shape that is flattened has been read before.
  String.raw`(?<![\d.,])\d+ ?[x*] ?\d+(?: ?[x*] ?\d+)?(?= (?:images?|pictures?|photos?|pixels?|px|rgb|grid)|(?: ?px| ?픽셀| ?이미지| ?사진| ?짜리| ?크기| ?이라| ?해상도))|\d+x\d+(?:x\d+)?(?!\d|,\d)`,
  String.raw`24/7|\d+(?:st|nd|rd)(?!\p{L})`,
  // Dates and clocks.
  String.raw`(?<!\p{L})(?:${month})\.? ${day}(?:,? ${year})?|(?<![\d.,])${day} (?:of )?(?:${month})(?!\p{L})|(?:on|by|until|till|since|before|from|is) the \d{1,2}(?:st|nd|rd|th)`,
  String.raw`(?:in|since|from|year|it's|late|early|class of) ${year}(?! ?(?:${counted}|\p{L}*s(?!\p{L})))|${year} ?(?:년|학년도)(?:산|형|식)?|${year}(?= (?:macbook|laptop|imac|pc|model|paper|edition|version))`,
  String.raw`\d{1,2}월(?: ?\d{1,2}일)?|\d{1,2}일(?=까지|부터|에 |이 ?마감|날|,)|\d{1,2}시(?:(?:간)?(?<!간))(?: ?(?:반|\d{1,2}분))?(?=에|부터|쯤|까지| ?경|,| )`,
  String.raw`(?<!\d)\d{1,2} ?(?:am|pm|a\.m\.|p\.m\.|o'clock)(?!\p{L})|(?:오전|오후|새벽|밤|아침|저녁) ?\d{1,2}시?(?: ?\d{1,2}분)?`,
  String.raw`\d+ ?(?:days?|weeks?|months?|years?|semesters?)(?: (?:ago|old|now|later|left|in|of|into))|\d+(?:년|개월|달|주|일)(?: ?(?:전|째|차|후|뒤|동안|만에))`,
  // Money, ages, marks, ports, places in a book.
  String.raw`[$€£₩] ?\d[\d,.]*k?|${price} ?(?:만|천|억)? ?(?:달러|유로|dollars?|bucks|usd|euros?|won)(?![\p{L}])|${price} ?(?:만|천|억)? ?원(?:(?!\p{L})|(?=짜리|정도|쯤|씩|어치|대|밖에|에|으?로|이(?!미)|을|은|도|의|주고|면|인데|하는|했))`,
  String.raw`(?<!\p{L})(?:i'?m|i am|he'?s|she'?s|aged?|turning) (?:almost |only )?\d{1,2}(?= (?:and|years?|yo|y\/o|so|but|now)|[,.!)]|$)|\d{1,2}(?:[- ]?years?[- ]old| ?yo(?!\p{L})|살|세(?= |,|인)|대(?= ?(?:인데|초반|후반|중반|입문|직장|주부|문과)))|(?<![\p{L}\d])(?:고|중|대)[1-4](?!\d)|[1-6]학년`,
  String.raw`[(\[] ?\d+(?:\.\d+)? ?(?:points?|pts?|marks?|점) ?[)\]]|\d+점짜리`,
  String.raw`(?:port|localhost:|포트) ?\d+|\d+번 ?포트|(?<=\p{L} )\d{4,5}(?=번 ?포트)`,
  String.raw`(?<!\p{L})(?:${place}) ?(?:no\.? ?|number )?[(\[]?\d{1,3}(?:\.\d+)?(?![\d,.]*\d)[)\]]?(?! ?(?:of|\/) ?\d|[\d,]*(?:k|%)| ?(?:${counted}))|(?<!\p{L})(?:q|ex|p|no)\.? ?\d{1,3}[).:,](?!\d)|^ ?\d{1,2}[).] (?=\p{L})`,
  String.raw`(?<!\p{L})(?:${placeKorean}) ?\d{1,2}(?:번|장|쪽)?(?![\d,.]*\d| ?(?:${counted}|만|천|%))|\d+ ?(?:번|번째|(?= ?(?!문제))) ?(?:${placeKorean})(?=이요|요|은|는|에|에서|:|\.|,| (?!중))|책 ?\d+장|\d+장(?= ?\d+(?:쪽|페이지))|\d+(?:쪽|페이지|주차|강(?!아지|화|조|도)|단원|교시|번째 ?줄)(?:까지|에|에서|의)?|(?<=(?:교재|교과서|제) ?)\d+과(?= )`,
];

const pattern = new RegExp(kinds.join('|'), 'gu');

/** @param text as `normalText` gives it */
export const withoutOtherDigits = (text: string): string => text.replace(pattern, ' ');
