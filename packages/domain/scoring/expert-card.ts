import { complianceDimension } from './card-compliance.ts';
import { courtsDimension } from './card-courts.ts';
import { honoursDimension } from './card-honours.ts';
import { operationsDimension } from './card-operations.ts';
import { registrationDimension } from './card-registration.ts';
import { taxAndInsuranceDimension } from './card-tax-and-insurance.ts';
import type { Scorecard } from './scorecard.ts';

/**
 * The city's expert card: set by judgement from published schemes (domain.md C7, D1), fitted to no data;
 * to be replaced when some hundreds of defaults are known (D3). Indicators give 55 to 65 % where nothing
 * is known, indicators of bad events a little less than clean: missing is not zero (D1).
 */
export const expertCard = {
  id: 'expert',
  version: 2,
  zh: '企业公共信用专家评分卡',
  en: 'Expert card of public credit',
  dimensions: [
    registrationDimension,
    operationsDimension,
    taxAndInsuranceDimension,
    complianceDimension,
    courtsDimension,
    honoursDimension,
  ],
  // Caps lie in the lowest band: hard stops of C10, and C7 Guangzhou, which rates surviving firms alone.
  vetoes: [
    {
      code: 'not_operating',
      zh: '企业已注销、吊销或迁出',
      en: 'The firm is cancelled, revoked or moved out',
      fact: 'operating',
      is: false,
      cap: 300,
    },
    {
      code: 'dishonest_debtor_in_force',
      zh: '失信被执行人名单有效期内',
      en: 'Listed as a dishonest debtor, in force',
      fact: 'dishonest_debtor',
      is: true,
      cap: 400,
    },
    {
      code: 'hard_stop_list_in_force',
      zh: '严重失信主体名单（硬性禁入）有效期内',
      en: 'On a serious-dishonesty list that stops hard, in force',
      fact: 'hard_stop_listed',
      is: true,
      cap: 400,
    },
  ],
  // 优秀 as in Zhejiang (C7: 850); the lower bands are wider than there, since this card spreads small
  // firms over more points than a scheme in which most firms differ by penalties alone.
  bands: [
    { grade: 'A', from: 850 },
    { grade: 'B', from: 780 },
    { grade: 'C', from: 700 },
    { grade: 'D', from: 600 },
    { grade: 'E', from: 0 },
  ],
} as const satisfies Scorecard;
