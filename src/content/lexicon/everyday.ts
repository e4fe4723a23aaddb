/** Everyday words that tell one question from another; spelled as in trade.ts. */
export const everyday = {
  what: 'what, whats, define, definition, 뭐-, 뭔-, 무엇-, 머에-, 머야-, 머임, 머지, 머죠, 머냐-, 머예-, 먼지, 먼가-, 뭥-, 정의, 개념',
  mean: 'how do i read, how to read, mean, means, meaning, meant, stand for, stands for, 뜻, 의미-, 무슨 뜻, 무슨 말, 무슨 소리, 나타내-',
  why: 'why, how come, reason, what causes, 왜-, 이유, 어째서, 왜케, 원인, point of, purpose, benefit, what for',
  how_many: 'how many, how often, 몇-, 몇번, 몇 번, 몇개, 몇 개, 얼마나 많-',
  count_of: 'number of, count, 갯수, 개수, 횟수, 수는',
  how_much:
    'how much, how big, how large, how long, how high, how low, how small, 얼마-, 얼만-, 어느 정도, 어느정도',
  total:
    'total, in total, altogether, overall, all together, whole run, entire, 총, 전부, 모두, 전체, 합계, 통틀어',
  calculate:
    'calculate, calculated, compute, calculation, formula, computed, work out, 계산-, 공식, 구하-, 구하는, 식은',
  each: 'each, every, per, 마다, 당, 매, 각, 매번',
  once: 'once, one time, single, 한번, 한 번, 하나, 한번에',
  end_of: 'at the end of, end of, end of each, 끝날 때, 끝날때, 끝나고, 끝에',
  start_of:
    'at the start of, begin, begins, beginning, beginning of, start of, starts over, from scratch, restart, restarts, new epoch, next epoch, between epochs, 시작할 때, 처음부터, 새 에포크, 새 에폭, 시작되-, 바뀔때, 바뀔 때, 바뀌면, 바뀔때마다, 넘어가-, 넘어갈-',
  reset:
    'reset, resets, forget, forgets, 까먹-, 잊어-, erase, erased, thrown away, lost, 리셋-, 초기화되-, 잊-, 날아가-, 지워지-, 처음으로, 새로 시작, 새로 만들-, fresh, anew',
  carry_on:
    'carry over, carry on, carries over, continue, continues, continued, continuing, resume, keep training, train more, fit twice, call fit again, second time, again, 이어서, 이어지-, 계속 학습-, 계속하-, 다시 fit, 두 번 부르-, 두번 부르-, 또 fit, 추가 학습, 추가로',
  increase:
    'increase, increases, increasing, increased, raise, raising, bigger, larger, large, big, higher, high, go up, goes up, going up, rise, rises, rising, went up, gone up, climb, climbs, climbing, grows, grow, growing, too big, too large, too high,  키우-, 키웠-, 키워-, 키우니-, 키울-, 커지-, 커질-, 커졌-, 커요, 크면, 큰-, 크게, 크면-, 큼, 올리-, 올렸-, 올라-, 오르-, 올랐-, 높-, 늘리-, 늘렸-, 늘어-, 늘려-, 증가-, 커-, 크-',
  decrease:
    'decrease, decreases, decreasing, decreased, reduce, reduces, smaller, small, lower, low, go down, goes down, going down, drop, drops, dropped, dropping, fall, falls, falling, fell, went down, gone down, shrink, tiny, less, fewer, too small, too low, 줄-, 줄이-, 작-, 낮-, 내리-, 내려-, 떨어-, 감소-, 적-, 작아-, 작은-, 덜',
  same: "same, no improvement, no improvements, no more improvement, stopped improving, stops improving, not improve, never improves, 좋아지지-, 나아지지-, 오르지-, 늘지-, unchanged, constant, stuck, flat, plateau, plateaus, plateaued, stays, stay, stayed, doesn't change, not changing, does not change, doesn't improve, not improving, no change, frozen, doesn't move, not moving, won't move, identical, stagnate, stagnates, doesn't go down, not decreasing, doesn't decrease, won't decrease, 그대로-, 안 변-, 안변-, 변하지-, 변화가, 안 줄-, 안줄-, 안 떨어-, 안떨어지-, 멈춰 있-, 정체-, 고정돼-, 똑같-, 같-, 안 오-, 안올라-, 안 올라-, 제자리, 안 움직-, 안움직-, 움직이지-, 꿈쩍-, 꼼짝-",
  differ:
    'different, differ, differs, difference, differences, diffrence, differnce, diference, distinguish, versus, vs, vs., compare, compared, confused, confuse, mix up, other than, disagree, mismatch, 다르-, 달라-, 다른-, 다릅-, 다름, 차이-, 비교-, 헷갈-, 헤깔-, 헛갈-, 구분-, 구별-',
  change:
    'change, changes, changed, changing, vary, varies, 바꾸-, 바꿔-, 바꿨-, 바뀌-, 바뀐-, 변하-, 달라지-, 변경-',
  jump: 'jump, jumps, jumped, spike, spikes, spiked, suddenly, sudden, 튀-, 튄-, 튐, 갑자기, 뛰-, 확',
  worse:
    'worse, worst, bad, hurt, hurts, degrade, poor, poorly, terrible, awful, badly, horrible, horribly, 엉망-, 망했-, 망한-, 나빠-, 나쁘-, 안 좋-, 안좋-, 떨어지-, 낮아지-, 나빠지-, 별로',
  better:
    'better, best, good, great, nice, excellent, well, 최고-, improve, improves, improved, improving, improvement, improvements, optimal, ideal, 좋-, 나은-, 낫-, 최적, 가장 좋-, 제일 좋-',
  always: 'always, never, 항상, 언제나, 늘, 무조건, 반드시, 꼭',
  more: 'more, additional, extra, 더, 많이-, 많-, 추가',
  until: 'until, till, forever, infinitely, endless, 끝없이',
  choose:
    'choose, choosing, pick, recommend, recommended, should i use, which one, what should, rule of thumb, how do i set, suitable, proper, appropriate, right value, good value, 고르-, 골라-, 정하-, 정해-, 추천-, 적당-, 적절-, 써야-, 해야-, 설정-, 몇으로, 얼마로, 적정',
  // Somebody who wants to stop, not one whose training did.
  want_stop:
    'how do i stop, how can i stop, want to stop, stop it, cancel, abort, 멈추려-, 멈추는-, 멈추고-, 멈출-, 중단하-, 그만하-, 그만두-, 취소-',
  prevent:
    'prevent, prevents, avoid, avoids, fight, against it, cure, fix, fixes, 막-, 방지-, 피하-, 예방-, 해결-',
  off: 'off, turn off, turn it off, false, without, 안 하면, 안하면, 안 넣으면, 안넣으면, 없이, 없으면, 끄면, 끄-',
  column: 'column, columns, feature, features, 열, 컬럼, 칼럼, 특성',
  you: 'you store, you save, about me, my questions, my question, 너, 너는, 넌, 니가, 네가, 내가 물어본-, 내 질문-, 물어본-',
  waste: 'waste, wastes, wasted, costly, 아깝-, 손해-, 낭비-',
  range: 'range, between 0 and 1, from 0 to 1, 0과 1 사이-, 0에서 1 사이-, 범위',
  important: 'important, more important, matter, matters, 중요-',
  result: 'result, results, outcome, 결과-',
  auto: 'auto, automatically, automatic, by itself, on its own, 자동-, 저절로, 알아서',
  quality: 'quality, performance, 성능-, 품질',
  guess: 'guess, guesses, guessed, guessing, coin, 찍는-, 찍은-, 찍고-, 찍을-',
  together: 'together, at the same time, both together, 같이, 함께, 둘 다, 둘다',
  affect: 'affect, affects, influence, influences, impact, effect, effects, 영향-',
  middle: 'middle, halfway, midway, 중간-',
  code: 'code, script, 코드',
  start: 'start, starts, started, starting, 시작-',
  run: 'run, runs, ran, rerun, 돌리-, 돌려-, 돌렸-, 돌고, 돌면-, 돌린-, 돌아가-, 실행-',
  minimise:
    'minimize, minimise, minimized, minimised, optimize, optimise, optimized, optimised, 최소화-',
  cheat: 'cheat, cheating, peek, peeking, unfair, 반칙, 커닝',
  u_shape: 'u자-, u 자-, u-shape, u-shaped, u shape',
  soon: 'too soon, too early, too quickly, 너무 일찍, 너무 빨리, 일찍',
  meaningless:
    'meaningless, useless, misleading, 의미없-, 의미 없-, 의미가 없-, 소용없-, 소용 없-, 쓸모없-',
  math: 'math, maths, mathematics, calculus, algebra, 수학',
  puzzled: '모르겠-, 모름',
  real: 'real, made up, made-up, fake, synthetic, 진짜, 실제-, 가짜-, 가상-',
  whose: 'whose, 누구 거-, 누구 데이터-, 누구꺼-',
  person: 'customer, customers, people, person, private, privacy, 고객, 사람들, 개인정보',
  stop: 'stop, stops, stopped, stopping, halt, halted, ended, ends, finished early, 멈추-, 멈췄-, 멈춤, 멈춰-, 중단-, 끊-, 끝났-, 끝나-, 끝난-, 끝남, 종료-, 그만',
  error:
    'error, errors, bug, wrong, problem, broken, mistake, incorrect, fault, issue, fail, fails, 오류-, 에러-, 버그-, 잘못-, 문제-, 이상-, 고장-',
  normal: 'normal, ok, okay, expected, fine, weird, strange, odd, 정상-, 괜찮-, 원래, 맞-, 이상한-',
  skip: 'skip, skips, skipped, skipping, ignore, ignored, missing out, not used, unused, left out, leaves out, only trains, only train, only trained, only uses, only using, whole dataset, all the data, all of the data, all data, all images, rest of, 빼먹-, 빠지-, 빠뜨-, 건너뛰-, 안 쓰-, 안쓰-, 일부만, 다 쓰-, 다 안 쓰-, 다쓰-, 빼고, 전부 쓰-, 나머지는',
  print:
    'print, prints, printed, shows, show, showing, shown, display, displayed, output, log, says, see, 나오-, 나와-, 나온-, 뜨-, 떠-, 보이-, 출력-, 찍히-, 표시-, 로그, 화면, 적혀-',
  line: '줄이, line, lines, header, 줄, 라인, 문구',
  number: 'number, numbers, value, values, figure, 숫자, 값, 수치',
  version:
    'version, versions, old, older, new version, newer, old keras, tutorial, tutorials, book, books, course, lecture, blog, video, 버전-, 옛날, 예전, 구버전, 책, 강의, 교재, 튜토리얼, 블로그, 강좌',
  first: 'first, initial, initially, 첫-, 처음-, 1번째, 첫번째, 첫 번째, 맨 처음',
  last: 'last, final, end, 마지막-, 끝, 맨 뒤, 맨뒤, 뒤쪽, 뒤에서, 뒤-',
  average: 'average, averaged, mean of, running average, running mean, mean over, 평균-',
  equal:
    'equal, equals, equivalent, same thing, same as, interchangeable, synonym, another word, 같은 말, 같은말, 같은 뜻, 같은뜻, 같은 거, 같은거, 같은건, 같은 건, 동일-, 똑같은 말, 똑같은 거, 똑같은거',
  times: 'multiply, multiplied, times, product, 곱하-, 곱-, 곱셈',
  divide: 'divide, divided, division, dividing, // , floor, 나누-, 나눠-, 나눈-, 나눗셈, 몫, 내림',
  round_up: 'round up, rounded up, rounding, ceil, ceiling, rounds up, 올림-, 반올림-',
  part: 'parts, part, pieces, chunks, groups, portions, 등분-, 조각, 묶음으로, 개로 나누-, 등분',
  use: 'use, uses, used, using, 쓰-, 사용-, 써-, 쓰여-',
  learn:
    'learn, learns, learning, learned, train, training, trains, trained, teach, 학습-, 배우-, 배운-, 훈련-, 공부-, 트레이닝',
  not_learn:
    "not learning, doesn't learn, isn't learning, does not learn, won't learn, won't train, can't learn, not training, never learns, 학습이 안-, 학습 안-, 학습이안-, 안 배우-, 못 배우-, 학습을 못-, 학습이 되지-, 훈련이 안-",
  save: 'save, saved, saving, store, export, load, reload, load_model, 저장-, 불러오-, 로드-',
  need: 'need, needs, necessary, required, have to, must, 필요-, 꼭 해야-, 있어야-',
  can: 'can i, can you, possible, is it possible, allowed, 가능-, 할 수 있-, 될까-, 되나-, 돼요',
  before: 'before, 전에, 먼저',
  after: 'after, afterwards, later, 다음에, 후에, 뒤에',
  during: 'during, while training, in training, 중에, 동안, 도중',
  half: 'half, halve, halved, double, doubled, twice, three times, 절반, 반으로, 두 배, 두배, 배로, 몇 배, 몇배, n배',
  one: 'one, 1, 하나만, 1로, 1이면, 1이',
  zero: 'zero, 0, 영, 0으로, 0이',
  fifty: '0.5, 50%, coin flip, chance level, chance, 반반, 동전',
  seven_ninety_six: '0.79, 79%, 80%, 0.8',
  percent: 'percent, percentage, %, 퍼센트, 퍼센, 퍼, 프로',
  hundred: '100%, perfect, 1.0, 1.0000, 만점, 완벽-',
  negative: 'negative, below zero, minus, 음수, 마이너스',
  above_one:
    'above 1, greater than 1, more than 1, over 1, bigger than 1, 1보다 크-, 1보다 커-, 1이 넘-, 1을 넘-, 넘는-, 넘어요, 넘는데, 넘게, 1 이상',
  gap: 'gap, 격차, 벌어-, 간격',
  enough:
    'enough, too many, too few, too much, too little, sufficient, 충분-, 너무 많-, 너무 적-, 부족-',
  example:
    'example of, for example, analogy, metaphor, simple words, eli5, like i am five, simply, easy words, 예시, 예를 들-, 비유-, 쉽게, 예제',
  relationship:
    'relationship, relation, related, relate, connection, connected, relates, 관계-, 연관-, 관련-',
  order: 'order, sequence of, sorted, sort, 순서-, 정렬-',
  trains_in:
    'inside, within, consists, consist of, contain, contains, made of, 안에, 들어 있-, 들어있-, 포함-, 이루어-, 구성-',
  place: 'line up, where, 어디-',
  when: 'when, at what point, what time, 언제-, 시점',
  exact: 'exactly, exact, precisely, precise, 정확히, 정확하게, 딱',
  than: 'than, >, <, 보다',
  add: 'add, added, adding, 넣-, 추가하-',
  repeat:
    'repeat, repeating, repeated, several times, multiple times, again and again, over and over, several epochs, 여러 번, 여러번, 반복해서, 반복하-',
  ln_two: '0.69',
  greeting: 'hi, hello, hey, hi there, good morning, good evening, 안녕-, 반가-, 하이',
  gratitude: 'thanks, thank you, thx, got it, 고마-, 고맙-, 감사-, 땡큐, 이해했-',
  self: 'who are you, human, 사람이-, 사람인-, 사람 맞-, 인간-, what are you, are you a bot, are you an ai, are you chatgpt, chatgpt, your name, 너 누구, 넌 누구, 누구야, 누구세요, 누구-, 너는 뭐, 넌 뭐, 챗지피티, 지피티',
  ask_about:
    'can i ask, can you do, can you answer, this bot for, use this bot, help me, 물어볼 수-, 물어봐도-, 할 수 있어-, 사용법-, 도와-',
  friend:
    'friend, colleague, classmate, notebook, my computer, another computer, yesterday, 친구-, 어제-, 남들-',
  front: 'front, from the start of the data, 앞에서, 앞쪽, 맨 앞',
  lap: 'lap, laps, round, rounds, full pass, passes, whole pass, 바퀴, 회차, 회독',
  input: 'input, inputs, 입력, 인풋',
  output: 'output, outputs, 출력, 아웃풋',
  argument: 'argument, arguments, keyword argument, 인자, 인수, 매개변수',
  table: 'table, tables, spreadsheet, excel, dataframe, df, 표, 엑셀, 데이터프레임',
  file: 'file, files, folder, folders, csv, 파일, 폴더',
  picture: 'picture, pictures, photo, photos, image, images, 사진, 그림, 이미지',
  price: 'price, prices, house price, house prices, salary, amount, 집값, 가격, 금액, 연봉',
  wrong:
    'wrong, incorrect, incorrectly, mistake, mistakes, mistaken, 틀리-, 틀린-, 틀렸-, 잘못-, 오답',
  correct: 'correct, correctly, hit, hits, guess right, 맞히-, 맞힌-, 맞춘-, 맞추-, 맞은-, 정답',
  kind: 'kind, kinds, type, types, sort of, 종류, 유형',
  word: 'word, words, term, terms, name, called, jargon, 단어, 용어, 이름, 부르-, 말이-',
  score: 'score, scores, grade, grades, points, 점수, 성적, 점',
  shape: 'shape, shapes, dimension, dimensions, reshape, 모양, 차원, 형태',
  hosted: 'colab, kaggle notebook, google drive, drive, 코랩, 구글 드라이브, 드라이브',
  text_data:
    'text, texts, string, strings, review, reviews, sentence, sentences, 글자, 문장, 문자열, 텍스트',
  cell: 'cell, cells, kernel, jupyter, 셀, 커널, 주피터',
  install: 'install, installed, installing, pip, conda, import, 설치-, 임포트-, 깔-',
  direction: 'direction, directions, sign, which way, 방향, 부호',
  rule: 'rule, rules, rule of thumb, law, 규칙, 법칙, 공식 같은',
  next: 'next, following, afterwards, then what, 다음, 다음에, 이후-',
  way_to: 'how to, how do, how can, way to, steps to, 어떻게-, 방법, 하는 법, 하려면',
  count_up: 'count, counts, counted, counter, counting, 세-, 세는-, 카운트-, 카운터',
  finish:
    'finish, finishes, finished, done, complete, completes, over, 끝나-, 끝난-, 완료-, 다 돌-',
  hand: 'by hand, manually, myself, 직접, 손으로, 수동-',
  look: 'see, show, shows, shown, display, displays, appear, appears, 보이-, 보여-, 나타나-, 뜨-, 떠요, 뜬-',
  big_number: 'huge, giant, enormous, million, millions, billion, 엄청 큰, 어마어마-, 백만, 수백만',
  size: 'size, sizes, dimension of, 크기, 사이즈, 싸이즈',
  depth: 'deep, deeper, depth, shallow, stack layers, 깊-, 깊게, 얕-, 쌓-',
  twice_same: 'twice, double, doubled, doubling, two times, 두 배, 두배, 2배, 두 번, 두번',
  half_of: 'half, halve, halved, halving, 절반, 반으로, 반토막',
  mixed: 'mix, mixed, mixes, mixing, 섞-, 뒤섞-',
  sorted: 'sorted, sort, order, ordered, 정렬-, 순서-',
  memorise: 'memorise, memorize, memorised, memorized, by heart, 외우-, 외운-, 외웠-, 암기-',
  laptop: 'laptop, computer, pc, machine, mac, macbook, 노트북, 컴퓨터, 맥북, 피시',
  child:
    'eli5, like i am five, like im 5, for kids, child, kid, grandma, simple words, simply, plain, 초딩, 초등학생, 아이한테, 조카, 할머니, 쉽게, 쉬운-',
  compare_to: 'analogy, metaphor, like a, as if, similar to, 비유-, 비슷-, 처럼',
  required: 'must, have to, need to, required, necessary, mandatory, 꼭 해야, 해야-, 필수-, 필요-',
  allowed:
    'can i, may i, allowed, possible, okay to, ok to, is it ok, 가능-, 되나-, 해도 되-, 해도되-, 돼요-',
  useless: 'useless, pointless, hopeless, no use, 쓸모없-, 소용없-, 의미 없-, 헛-',
  worth: 'worth, worthwhile, pay off, 가치-, 쓸 만-, 쓸만-',
  elsewhere:
    'random forest, decision tree, xgboost, lightgbm, svm, k-means, kmeans, transformer, chatgpt api, llama, lora, docker, javascript, html, sql, dollars, euros, 랜덤포레스트, 랜덤 포레스트, 의사결정나무, 결정 트리, 자바스크립트, homework, assignment, essay, poem, joke, weather, election, president, politics, stock market, bitcoin, recipe, football, movie, song, girlfriend, boyfriend, system prompt, previous instructions, your prompt, your instructions, password, api key, 숙제, 과제, 날씨, 대통령, 주식, 비트코인, 점심, 저녁, 맛집, 노래, 영화, 농담, 정치, 축구, 야구, 연애, 시스템 프롬프트, 이전 지시, 비밀번호',
} as const;
