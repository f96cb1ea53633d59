import { at, got, type Sentences, want, 处, 实为, 应为 } from './words.ts';

/** What is said no to about the registry of cards. */
export const cardSentences: Sentences<
  'card_faulty' | 'card_differs' | 'card_status_wrong' | 'card_same_person' | 'card_in_use'
> = {
  card_faulty: {
    en: (r) => `The card has a fault at ${at(r)}${got(r)}.`,
    zh: (r) => `评分卡在 ${处(r)} 处有误${实为(r)}。`,
  },
  card_differs: {
    en: (r) => `This version of the card is kept with other content (${at(r)})${got(r)}.`,
    zh: (r) => `该版本的评分卡已存在且内容不同（${处(r)}）${实为(r)}。`,
  },
  card_status_wrong: {
    en: (r) => `The card is not in a state for this${want(r)}${got(r)}.`,
    zh: (r) => `评分卡当前状态不允许此操作${应为(r)}${实为(r)}。`,
  },
  card_same_person: {
    en: () => 'Who approves a card has neither drafted nor checked it.',
    zh: () => '批准评分卡的人不得是起草或校验该卡的人。',
  },
  card_in_use: {
    en: (r) => `The segment rules need this card${got(r)}.`,
    zh: (r) => `分群规则仍需使用该评分卡${实为(r)}。`,
  },
};
