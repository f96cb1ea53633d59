import type { Veto } from './scorecard.ts';

/** Of all the city's cards: hard stops of C10, and C7 Guangzhou, which rates surviving firms alone. */
export const vetoes = [
  {
    code: 'not_operating',
    zh: '企业已注销、吊销或迁出',
    en: 'The firm is cancelled, revoked or moved out',
    fact: 'operating',
    is: false,
    cap: 300,
    source: 'C7 Guangzhou: 注销, 吊销, 迁出 are not rated; C10',
  },
  {
    code: 'dishonest_debtor_in_force',
    zh: '失信被执行人名单有效期内',
    en: 'Listed as a dishonest debtor, in force',
    fact: 'dishonest_debtor',
    is: true,
    cap: 400,
    source: 'C10 hard stop; D1 in force 失信 ⇒ D',
  },
  {
    code: 'hard_stop_list_in_force',
    zh: '严重失信主体名单（硬性禁入）有效期内',
    en: 'On a serious-dishonesty list that stops hard, in force',
    fact: 'hard_stop_listed',
    is: true,
    cap: 400,
    source: 'C10 hard stop',
  },
] as const satisfies readonly Veto[];
