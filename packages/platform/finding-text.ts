import { dataCategories } from '#domain/consent/data-categories';
import type { Finding, TermCode } from '#domain/matching/matching';
import type { Criterion, LeafCriterion } from '#domain/product/criterion';
import {
  type EligibilityFact,
  eligibilityFact,
  isEligibilityFact,
} from '#domain/product/eligibility-facts';
import {
  guaranteeKinds,
  purposeKinds,
  repaymentKinds,
  unlawfulPurposeKinds,
} from '#domain/product/vocabulary';
import type { Language } from './sentences.ts';

type Name = Readonly<Record<Language, string>>;

const terms = {
  hard_stop: { zh: '无一票否决情形', en: 'No hard stop' },
  enterprise_operating: { zh: '企业存续', en: 'Firm in operation' },
  product_listed: { zh: '产品在架', en: 'Product listed' },
  audience: { zh: '需求面向的机构', en: 'Audience of the need' },
  region: { zh: '服务区域', en: 'Region served' },
  principal: { zh: '贷款金额', en: 'Amount' },
  term: { zh: '贷款期限', en: 'Term' },
  purpose: { zh: '贷款用途', en: 'Purpose' },
  guarantee: { zh: '担保方式', en: 'Guarantee' },
  repayment: { zh: '还款方式', en: 'Repayment' },
  rate_ceiling: { zh: '可接受的最高利率', en: 'Highest rate accepted' },
} as const satisfies Record<TermCode, Name>;

const several = {
  any: { zh: '满足其中一项', en: 'One of these' },
  all: { zh: '同时满足', en: 'All of these' },
  not: { zh: '不得出现', en: 'None of this' },
} as const satisfies Record<'any' | 'all' | 'not', Name>;

const isTerm = (code: string): code is TermCode => Object.hasOwn(terms, code);

/** What a product asks, in a word or two. */
export function findingName(code: Finding['code'], language: Language): string {
  if (isTerm(code)) return terms[code][language];
  if (isEligibilityFact(code)) return eligibilityFact(code)[language];
  return several[code][language];
}

const words = {
  zh: {
    asks: '要求',
    has: '实为',
    unknown: '尚不清楚',
    or: '、',
    to: ' 至 ',
    atLeast: '不低于',
    atMost: '不高于',
    except: '不含',
    yes: '是',
    no: '否',
    none: '无',
    disclose: '可授权',
    record: '待归集',
    declare: '请在需求中填写',
  },
  en: {
    asks: 'asks',
    has: 'has',
    unknown: 'not known',
    or: ', ',
    to: ' to ',
    atLeast: 'at least',
    atMost: 'at most',
    except: 'except',
    yes: 'yes',
    no: 'no',
    none: 'none',
    disclose: 'disclose',
    record: 'to be delivered:',
    declare: 'say it in the need:',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;

/** `Grade: asks A, B; has C`, one sentence for people; the codes stay in the finding. */
export function findingText(finding: Finding, language: Language): string {
  const say = words[language];
  const parts = finding.of
    ?.map((part) => findingText(part, language))
    .join(language === 'zh' ? '；' : '; ');
  const name = findingName(finding.code, language);
  if (parts) return language === 'zh' ? `${name}（${parts}）` : `${name} (${parts})`;
  const required = requiredText(finding.code, finding.required, language);
  const actual =
    finding.actual === undefined
      ? say.unknown
      : `${say.has} ${toldWords(finding, finding.actual, language)}`;
  const provide = finding.provide ? provideWords(finding.provide, language) : '';
  return language === 'zh'
    ? `${name}：${say.asks} ${required}，${actual}${provide}`
    : `${name}: ${say.asks} ${required}, ${actual}${provide}`;
}

function provideWords(provide: NonNullable<Finding['provide']>, language: Language): string {
  const say = words[language];
  const what =
    provide.how === 'declare'
      ? provide.field
      : provide.categories.map((category) => dataCategories[category][language]).join(say.or);
  const told = `${say[provide.how]} ${what}`;
  return language === 'zh' ? `（${told}）` : ` (${told})`;
}

/** What is required, without whose it is. */
export const requiredText = (
  code: Finding['code'],
  required: Finding['required'],
  language: Language,
): string =>
  isCriterion(required)
    ? criterionWords(required, language)
    : toldWords({ code }, required, language);

const isCriterion = (required: Finding['required']): required is Criterion =>
  typeof required === 'object' && !Array.isArray(required);

/** A criterion as people say it, without the name of its fact. */
export function criterionWords(criterion: Criterion, language: Language): string {
  const say = words[language];
  const inner = (parts: readonly Criterion[]) =>
    parts.map((part) => `${nameOf(part, language)} ${criterionWords(part, language)}`).join(say.or);
  if ('all' in criterion) return inner(criterion.all);
  if ('any' in criterion) return inner(criterion.any);
  if ('not' in criterion) return inner([criterion.not]);
  return leafWords(criterion, language);
}

const nameOf = (criterion: Criterion, language: Language): string =>
  'fact' in criterion ? eligibilityFact(criterion.fact)[language] : '';

function leafWords(leaf: LeafCriterion, language: Language): string {
  const say = words[language];
  const fact = eligibilityFact(leaf.fact);
  if ('is' in leaf) return leaf.is ? say.yes : say.no;
  const parts: string[] = [];
  if ('atLeast' in leaf && leaf.atLeast !== undefined)
    parts.push(`${say.atLeast} ${unitWords(fact, leaf.atLeast)}`);
  if ('atMost' in leaf && leaf.atMost !== undefined)
    parts.push(`${say.atMost} ${unitWords(fact, leaf.atMost)}`);
  if ('in' in leaf && leaf.in) parts.push(leaf.in.join(say.or));
  if ('except' in leaf && leaf.except) parts.push(`${say.except} ${leaf.except.join(say.or)}`);
  return parts.join(say.or);
}

type Told = NonNullable<Finding['actual']>;

function toldWords({ code }: Pick<Finding, 'code'>, told: Told, language: Language): string {
  const say = words[language];
  const values = Array.isArray(told) ? told : [told];
  if (values.length === 0) return say.none;
  const range = values.length === 2 && values.every((value) => typeof value === 'number');
  return values.map((value) => valueWords(code, value, language)).join(range ? say.to : say.or);
}

const vocabularies: Readonly<Record<string, Readonly<Record<string, Name>>>> = {
  purpose: { ...purposeKinds, ...unlawfulPurposeKinds },
  guarantee: guaranteeKinds,
  repayment: repaymentKinds,
};

/** One value of what a code speaks of, as people say it. */
export function valueWords(
  code: Finding['code'],
  value: string | number | boolean,
  language: Language,
): string {
  if (typeof value === 'boolean') return value ? words[language].yes : words[language].no;
  if (typeof value === 'string') return vocabularies[code]?.[value]?.[language] ?? value;
  if (code === 'principal') return unitWords({ unit: 'fen' }, value);
  if (code === 'term') return unitWords({ unit: 'months' }, value);
  if (code === 'rate_ceiling') return unitWords({ unit: 'bp' }, value);
  return isEligibilityFact(code) ? unitWords(eligibilityFact(code), value) : String(value);
}

/** Fen as 万元, basis points as per cent; whatever else as it is. */
function unitWords({ unit }: Pick<EligibilityFact, 'unit'>, value: number): string {
  if (unit === 'fen')
    return `${(value / 1_000_000).toLocaleString('en', { maximumFractionDigits: 2 })} 万元`;
  return unit === 'bp' ? `${(value / 100).toFixed(2)} %` : String(value);
}
