import type { Choices } from '../credit/catalogue.ts';
import type { EligibilityFactName } from '../product/eligibility-facts.ts';
import {
  type CellKind,
  type CriterionSide,
  column,
  moneyColumn,
  type ProductColumn,
} from './product-column.ts';

const grades = (letters: string): Choices =>
  Object.fromEntries([...letters].map((letter) => [letter, [`${letter}级`]]));

const sizes = {
  large: ['大型'],
  medium: ['中型'],
  small: ['小型'],
  micro: ['微型'],
} as const satisfies Choices;

const lists = {
  recommended: ['推荐名单', '白名单'],
  dishonest_debtor: ['失信被执行人'],
  serious_dishonesty: ['严重失信主体'],
  abnormal_operation: ['经营异常'],
  attention: ['重点关注'],
} as const satisfies Choices;

const yesOrNo = { true: ['是', 'yes', 'Y', '1'], false: ['否', 'no', 'N', '0'] } as const;

type Names = readonly [zh: string, en: string];

const asks = (
  [fact, side]: readonly [fact: EligibilityFactName, side: CriterionSide],
  names: Names,
  cell: CellKind,
  told: { readonly example: string; readonly choices?: Choices; readonly aliases?: string[] },
): ProductColumn =>
  cell === 'money'
    ? moneyColumn(`eligibility.${fact}.${side}`, names, { ...told, criterion: { fact, side } })
    : column(`eligibility.${fact}.${side}`, names, cell, { ...told, criterion: { fact, side } });

/** What banks ask most, a column each; a criterion with two sides has two beside each other. */
export const criterionColumns: readonly ProductColumn[] = [
  asks(['points', 'atLeast'], ['信用分下限', 'Points at least'], 'whole', { example: '600' }),
  asks(['grade', 'in'], ['信用等级', 'Grades'], 'words', {
    example: 'A、B、C',
    choices: grades('ABCDE'),
  }),
  asks(['age_months', 'atLeast'], ['成立月数下限', 'Months since establishment'], 'months', {
    example: '24',
  }),
  asks(['sales_12m_fen', 'atLeast'], ['年开票额下限', 'Invoiced in a year'], 'money', {
    example: '100',
  }),
  asks(['tax_grade', 'in'], ['纳税信用等级', 'Tax grades'], 'words', {
    example: 'A、B、M',
    choices: grades('ABMCD'),
  }),
  asks(['size', 'in'], ['企业划型', 'Sizes'], 'words', { example: '小型、微型', choices: sizes }),
  asks(['industry', 'in'], ['行业', 'Industries'], 'codes', { example: 'C、I65' }),
  asks(['industry', 'except'], ['排除行业', 'Industries excluded'], 'codes', { example: 'C25、K' }),
  asks(['district', 'in'], ['所在区县', 'Districts of the firm'], 'codes', { example: '320508' }),
  asks(['district', 'except'], ['排除区县', 'Districts excluded'], 'codes', { example: '320594' }),
  asks(['lists', 'in'], ['推荐名单', 'Lists'], 'words', {
    example: '推荐名单',
    choices: lists,
    aliases: ['所在名单'],
  }),
  asks(['lists', 'except'], ['排除名单', 'Lists excluded'], 'words', {
    example: '失信被执行人',
    choices: lists,
  }),
  asks(['first_time_borrower', 'is'], ['首贷户', 'First-time borrower'], 'flag', {
    example: '是',
    choices: yesOrNo,
  }),
  asks(['existing_loans_fen', 'atMost'], ['存量贷款余额上限', 'Loans at most'], 'money', {
    example: '500',
  }),
  asks(['existing_lenders', 'atMost'], ['存量贷款机构数上限', 'Lenders at most'], 'whole', {
    example: '3',
  }),
];
