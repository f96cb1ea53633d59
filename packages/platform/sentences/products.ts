import { at, got, type Sentences, want, 处, 实为, 应为 } from './words.ts';

/** What is said no to about products. */
export const productSentences: Sentences<
  'repeated' | 'contradiction' | 'product_status_wrong' | 'product_suspended_by_office'
> = {
  repeated: {
    en: (r) => `${at(r)} stands there before${want(r)}.`,
    zh: (r) => `${处(r)} 重复${应为(r)}。`,
  },
  contradiction: {
    en: (r) => `${at(r)}${got(r)} cannot stand together with ${r.expected ?? 'the rest'}.`,
    zh: (r) => `${处(r)}${实为(r)} 与 ${r.expected ?? '其余内容'} 相互矛盾。`,
  },
  product_status_wrong: {
    en: (r) => `This version of the product is not in a state for this${want(r)}${got(r)}.`,
    zh: (r) => `该产品版本当前状态不允许此操作${应为(r)}${实为(r)}。`,
  },
  product_suspended_by_office: {
    en: () => 'The credit office has suspended the product and alone can resume it.',
    zh: () => '该产品由信用办暂停，仅信用办可恢复。',
  },
};
