import { at, got, type Sentences, want, 处, 实为, 应为 } from './words.ts';

/** What is said no to about the rules of the segments. */
export const schemeSentences: Sentences<
  'scheme_faulty' | 'scheme_differs' | 'scheme_status_wrong' | 'scheme_same_person'
> = {
  scheme_faulty: {
    en: (r) => `The segment rules have a fault at ${at(r)}${got(r)}.`,
    zh: (r) => `分群规则在 ${处(r)} 处有误${实为(r)}。`,
  },
  scheme_differs: {
    en: (r) => `This version of the segment rules is kept with other content${got(r)}.`,
    zh: (r) => `该版本的分群规则已存在且内容不同${实为(r)}。`,
  },
  scheme_status_wrong: {
    en: (r) => `The segment rules are not in a state for this${want(r)}${got(r)}.`,
    zh: (r) => `分群规则当前状态不允许此操作${应为(r)}${实为(r)}。`,
  },
  scheme_same_person: {
    en: () => 'Who approves segment rules has neither drafted nor checked them.',
    zh: () => '批准分群规则的人不得是起草或校验该规则的人。',
  },
};
