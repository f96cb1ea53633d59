import { seriousLists } from './serious-lists.ts';

/** What a hit means for whoever asks, gravest first: 硬性禁入 · 人工复核 · 提示 (domain.md C10). */
export const listActions = ['hard_stop', 'manual', 'information'] as const;
export type ListAction = (typeof listActions)[number];

/** A list on which a firm may stand, as data. */
export type ListType = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Who decides on entry and exit. */
  readonly authority: string;
  readonly action: ListAction;
  /** 严重失信主体名单 of 全国失信惩戒措施基础清单: delivered by the catalogue serious-dishonesty-list. */
  readonly serious?: true;
};

/** Moves whenever a type is added, or another action is given to one: every check names it. */
export const LIST_RULE_VERSION = 1;

/** Lists with a catalogue of their own, and what the register itself tells. */
const otherLists = [
  {
    id: 'dishonest_debtor',
    zh: '失信被执行人',
    en: 'Dishonest judgment debtors',
    authority: '人民法院',
    action: 'hard_stop',
  },
  {
    id: 'licence_revoked',
    zh: '吊销营业执照',
    en: 'Business licence revoked',
    authority: '市场监督管理部门',
    action: 'hard_stop',
  },
  {
    id: 'deregistered',
    zh: '注销',
    en: 'Struck off the register',
    authority: '市场监督管理部门',
    action: 'hard_stop',
  },
  {
    id: 'liquidation',
    zh: '清算（破产）',
    en: 'In liquidation or bankruptcy',
    authority: '人民法院',
    action: 'hard_stop',
  },
  {
    id: 'abnormal_operation',
    zh: '经营异常名录',
    en: 'Abnormal operation',
    authority: '市场监督管理部门',
    action: 'manual',
  },
  {
    id: 'tax_abnormal',
    zh: '税务非正常户',
    en: 'Taxpayers not to be found',
    authority: '税务机关',
    action: 'manual',
  },
  {
    id: 'tax_arrears',
    zh: '欠税公告',
    en: 'Announced tax arrears',
    authority: '税务机关',
    action: 'manual',
  },
  {
    id: 'attention_list',
    zh: '重点关注名单',
    en: 'Firms under attention',
    authority: '社会信用体系建设牵头部门',
    action: 'manual',
  },
  {
    id: 'judgment_debtor',
    zh: '被执行人',
    en: 'Judgment debtors',
    authority: '人民法院',
    action: 'manual',
  },
] as const satisfies readonly ListType[];

/** Every list that is compared: hard stops and manual looks as domain.md C10 suggests. */
export const listTypes = [...otherLists, ...seriousLists] as const satisfies readonly ListType[];
export type ListTypeId = (typeof listTypes)[number]['id'];

const byId: ReadonlyMap<string, ListType & { readonly id: ListTypeId }> = new Map(
  listTypes.map((type) => [type.id, type]),
);

/** The type of that id; undefined where a catalogue names a list that nobody knows. */
export const listTypeOf = (id: string): (ListType & { readonly id: ListTypeId }) | undefined =>
  byId.get(id);
