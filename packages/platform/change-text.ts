import { dataCategories } from '#domain/consent/data-categories';
import type { Provide } from '#domain/matching/matching';
import type { Change } from '#domain/matching/nearest/change';
import type { Debt } from '#domain/matching/nearest/remedies';
import type { Criterion } from '#domain/product/criterion';
import { eligibilityFact } from '#domain/product/eligibility-facts';
import { criterionWords, findingName, valueWords } from './finding-text.ts';
import type { Language } from './sentences.ts';

type Words = Readonly<Record<Language, string>>;

/** One change as what the firm does; the codes stay in the change. */
export const changeText = (change: Change, language: Language): string =>
  (isOfNeed(change) ? needWords(change, language) : firmWords(change, language))[language];

type OfNeed = Extract<
  Change,
  {
    kind:
      | 'audience'
      | 'district'
      | 'principal'
      | 'term'
      | 'guarantee'
      | 'repayment'
      | 'rate_ceiling'
      | 'purpose';
  }
>;

const needKinds: ReadonlySet<Change['kind']> = new Set<OfNeed['kind']>([
  'audience',
  'district',
  'principal',
  'term',
  'guarantee',
  'repayment',
  'rate_ceiling',
  'purpose',
]);
const isOfNeed = (change: Change): change is OfNeed => needKinds.has(change.kind);

function needWords(change: OfNeed, language: Language): Words {
  switch (change.kind) {
    case 'audience':
      return change.to.to === 'all'
        ? { zh: '将需求面向全部机构', en: 'Open the need to all banks' }
        : { zh: '将需求也面向该机构', en: 'Open the need to this bank too' };
    case 'district':
      return {
        zh: `如属实，在需求中填写资金使用地 ${change.to}`,
        en: `If it is so, say in the need that the money is used in ${change.to}`,
      };
    case 'guarantee': {
      const guarantee = valueWords('guarantee', change.to, language);
      return { zh: `增加担保方式：${guarantee}`, en: `Offer besides: ${guarantee}` };
    }
    default: {
      const name = findingName(change.kind, language);
      const from = valueWords(change.kind, change.from, language);
      const to = valueWords(change.kind, change.to, language);
      const really = change.kind === 'purpose';
      return {
        zh: `${name}：由 ${from} 改为 ${to}${really ? '（须为真实用途）' : ''}`,
        en: `${name}: ${to} in place of ${from}${really ? ', if the money goes there' : ''}`,
      };
    }
  }
}

const debtWords = {
  tax: { zh: '欠税', en: 'tax arrears' },
  utilities: { zh: '水电气欠费', en: 'arrears of water, power and gas' },
  wages: { zh: '拖欠的工资', en: 'wages owed' },
  judgments: { zh: '未履行的执行案款', en: 'judgment debts' },
} as const satisfies Record<Debt, Words>;

const howWords = {
  declare: { zh: '在需求中填写', en: 'say in the need' },
  disclose: { zh: '授权查询', en: 'let be read' },
  record: { zh: '请主管单位归集', en: 'have delivered' },
} as const satisfies Record<Provide['how'], Words>;

function firmWords(change: Exclude<Change, OfNeed>, language: Language): Words {
  switch (change.kind) {
    case 'disclose': {
      const category = dataCategories[change.category];
      return { zh: `授权查询：${category.zh}`, en: `Disclose: ${category.en}` };
    }
    case 'provide': {
      const { zh, en } = eligibilityFact(change.fact);
      const meets = change.meets.map((asked) => meetsWords(asked, language));
      const how = howWords[change.provide.how];
      return {
        zh: `如属实，${how.zh}：${zh} ${meets.join('，')}`,
        en: `If it is so, ${how.en}: ${en} ${meets.join(', ')}`,
      };
    }
    case 'settle': {
      const debt = debtWords[change.debt];
      const owed =
        change.owed === undefined ? '' : ` ${valueWords('principal', change.owed, language)}`;
      return { zh: `结清${debt.zh}${owed}`, en: `Pay ${debt.en}${owed}` };
    }
    case 'repair': {
      const { zh, en } = eligibilityFact(change.fact);
      const { from, to } = change;
      return typeof from === 'boolean'
        ? { zh: `申请信用修复：${zh}`, en: `Apply for repair: ${en}` }
        : {
            zh: `申请信用修复：${zh}由 ${from} 减至 ${to}`,
            en: `Apply for repair: ${en} ${from} → ${to}`,
          };
    }
    case 'join_list':
      return { zh: '争取列入推荐名单', en: 'Seek to be recommended' };
    case 'wait':
      return {
        zh: `等待 ${change.months} 个月，至 ${change.until}`,
        en: `Wait for ${change.months} months, until ${change.until}`,
      };
  }
}

const meetsWords = (criterion: Criterion, language: Language): string =>
  'not' in criterion
    ? `${{ zh: '非', en: 'not' }[language]} ${meetsWords(criterion.not, language)}`
    : criterionWords(criterion, language);
