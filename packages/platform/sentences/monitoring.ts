import { at, got, type Sentences, want, 处, 实为, 应为 } from './words.ts';

/** Of what became of loans, and of what banks decided. */
export const monitoringSentences: Sentences<'outcome_differs' | 'decision_differs'> = {
  outcome_differs: {
    en: (r) => `Another loan was reported under this id (${at(r)})${want(r)}${got(r)}.`,
    zh: (r) => `该编号下已报送另一笔贷款（${处(r)}）${应为(r)}${实为(r)}。`,
  },
  decision_differs: {
    en: (r) => `Another decision was reported under this id (${at(r)})${want(r)}${got(r)}.`,
    zh: (r) => `该编号下已报送另一项授信决定（${处(r)}）${应为(r)}${实为(r)}。`,
  },
};
