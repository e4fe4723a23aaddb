/**
 * What people say around a question: where they stand, what they fear, who told them what. The chooser
 * hears some of it beside every question that it learns, so that it does not take it for what is asked.
 */
import type { Locale } from './locale.js';

export const chatter: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    ...['hi everyone', 'hey guys', 'hello, first post here', 'sorry if this is a stupid question'],
    ...['sorry for the noob question', 'quick question', 'i am new to this', 'total beginner here'],
    ...['i have been stuck on this for days', 'i have read the docs but', 'i googled a lot but'],
    ...['my teacher says', 'my professor asked me', 'a friend told me', 'someone on youtube said'],
    ...['i read on a blog that', 'in the book it says', 'in the course they say', 'chatgpt told me'],
    ...['i have an exam tomorrow', 'my deadline is tonight', 'for my homework', 'for my thesis'],
    ...['in an interview they asked', 'i am working on a school project', 'for a kaggle competition'],
    ...['i am following a tutorial', 'i use google colab', 'on my macbook', 'on my old laptop'],
    ...['with python 3.11', 'i use tensorflow 2.15', 'with keras 3', 'in a jupyter notebook'],
    ...['my model is a simple dense network', 'i have 8000 rows of bank data', 'with 11 inputs'],
    ...['i train a small network', 'i set epochs to 20', 'i use batch size 32', 'with adam'],
    ...['it has three layers', 'the data set is mnist', 'i predict if customers leave', 'lol'],
    ...['thanks in advance', 'any help is appreciated', 'please help', 'pls explain', 'thank you'],
    ...['what am i doing wrong', 'i am so confused', 'this drives me crazy', 'is that normal'],
    ...['am i missing something', 'just curious', 'asking for a friend', 'no hurry', 'am i right'],
    ...['i tried everything', 'it worked yesterday', 'in my case', 'for example', 'btw', 'haha'],
    ...['my results are different from yours', 'i do not get it', 'can somebody explain', 'right'],
    ...['i come from excel', 'i learned pytorch first', 'i am not good at math', 'i am 14 years old'],
  ],
  ko: [
    ...['안녕하세요', '처음 질문 올려요', '초보라서 죄송한데', '기초적인 질문인데요', '질문 있습니다'],
    ...['며칠째 막혀 있어요', '검색해도 안 나와서', '구글링 해봤는데', '책을 봐도 모르겠어요', '혹시'],
    ...['선생님이 그러시는데', '교수님이 물어보셔서', '친구가 그러던데', '유튜브에서 봤는데'],
    ...['블로그에서 읽었는데', '책에는 이렇게 나와 있고', '강의에서 그러던데', '챗gpt가 그러는데'],
    ...['내일 시험이에요', '내일 발표인데', '과제 마감이 오늘인데', '면접에서 물어봤는데'],
    ...['조별 과제인데', '학교 프로젝트 하는 중이에요', '졸업 논문 때문에', '캐글 하는 중인데'],
    ...['강의 따라 하는 중인데', '코랩에서 돌리고 있어요', '맥북 쓰는데', '컴퓨터가 구려서 그런가'],
    ...['파이썬 3.11 쓰고', '텐서플로 2.15인데', '케라스 3 쓰는데', '주피터 노트북에서'],
    ...['은행 데이터 8000개로', '입력은 11개고', '간단한 Dense 모델인데', '층은 세 개예요'],
    ...['에포크는 20으로 하고', '배치는 32로 했어요', 'adam 썼어요', 'mnist로 하는데', '고객 이탈 예측인데'],
    ...['미리 감사합니다', '도와주세요', '제발 알려주세요', '설명 좀 부탁드려요', '감사합니다', '답변 부탁드려요'],
    ...['뭐가 문제일까요', '너무 헷갈려요', '미치겠어요', '정상인가요', '제가 뭘 잘못한 걸까요', '이상하네요'],
    ...['그냥 궁금해서요', '급한 건 아니에요', '맞나요', '진짜예요', '다 해봤는데', '어제는 됐는데'],
    ...['예를 들어서', '근데', '그런데', '암튼', 'ㅋㅋ', 'ㅠㅠ', '아니 근데', '그건 그렇고', '참고로'],
    ...['수학을 못해서', '비전공자인데', '중학생인데요', '고등학생입니다', '독학하고 있어요', '파이토치만 해봤어요'],
    ...['이해가 안 가서요', '누가 설명 좀', '저만 그런가요', '불안해서요', '무섭네요', '짜증나요'],
  ],
};
