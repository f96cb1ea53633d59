import type { UnlawfulPurpose } from '../product/vocabulary.ts';

type Row = {
  /** The rule that forbids it. */
  readonly source: string;
  /** How firms say it: a verb with its object, since nouns alone name firms and goods. Global, for `matchAll`. */
  readonly phrases: readonly RegExp[];
  /** What may stand right behind a phrase, or right before it, that makes it speak of something else. */
  readonly notBefore?: readonly string[];
  readonly notAfter?: readonly string[];
};

/** What no loan may be for → the rule (domain.md C11), and how firms say it. */
export const unlawfulPurposes: Readonly<Record<UnlawfulPurpose, Row>> = {
  securities: {
    source: '流动资金贷款管理办法 2024: 不得用于金融资产投资',
    phrases: [
      /炒(?:股票?|期货|外汇|汇|基金)/g,
      /(?:购买|投资|买入|申购|买)(?:股票|期货|证券|外汇|债券)/g,
      /(?:股票|股市|证券|期货)(?:投资|投机|配资)/g,
      /投资(?:股市|二级市场)/g,
      /(?:购买|申购|认购|买入)基金/g,
      /打新股|场外配资/g,
    ],
  },
  wealth_products: {
    source: '流动资金贷款管理办法 2024: 不得用于金融资产投资',
    phrases: [
      /(?:购买|买入|投资|申购|认购|买)(?:银行)?理财(?:产品)?/g,
      /(?:购买|买入|存入)(?:结构性存款|大额存单)/g,
    ],
  },
  property_speculation: {
    source: '银保监办发〔2021〕39号: 经营用途贷款不得流入房地产领域',
    phrases: [
      /[购买炒]房/g,
      /(?:购买|买)(?:商品房|住房|住宅|别墅|学区房|二手房)/g,
      /(?:房地产|房产|楼市)投[资机]/g,
      /投资(?:房地产|房产|楼市)/g,
      /还(?:个人)?(?:房贷|住房贷款)/g,
    ],
    notBefore: ['采', '收', '选', '团'],
    notAfter: [
      ...['车', '间', '顶', '源', '屋租', '屋维修', '屋保险'],
      ...['电梯', '家具', '装修', '用品', '建材', '配套', '材料', '工程', '保险', '租赁', '维修'],
    ],
  },
  equity: {
    source: '流动资金贷款管理办法 2024: 不得用于股东分红, 股权等投资',
    phrases: [
      /股权投资/g,
      /(?:收购|购买|受让|投资)[^、，,。；;]{0,12}股权/g,
      /股东分红/g,
      /(?:缴纳|补足|增加|认缴)注册资本/g,
    ],
    // Money that a firm was given by its own investors is no purpose.
    notBefore: ['获', '获得', '引入', '引进', '接受', '完成', '收到'],
    notAfter: ['款', '方', '协议', '质押'],
  },
  unlawful: {
    source: '刑法 §175, §303; 银发〔2021〕237号: 高利转贷, 赌博, 虚拟货币',
    phrases: [
      /(?:参与|网络|聚众)赌博|赌债|赌资|赌球/g,
      /(?:购买|投资|买入|炒|买)(?:比特币|以太坊|虚拟货币|虚拟币|加密货币)|炒币|比特币/g,
      /高利转贷|转贷[牟套]利|放高利贷/g,
    ],
  },
};

/** A phrase before one of these names a trade, which is lawful: 炒股软件 is written and sold. */
const TRADES = [
  ...['者', '人', '客户', '群体', '机构', '公司', '业务', '服务', '咨询', '顾问', '平台', '系统'],
  ...['软件', '小程序', '培训', '课程', '教育', '门店', '销售', '营销', '代理', '风险', '诈骗'],
];
/** What is over is no purpose. */
const OVER = ['已', '已经', '曾', '曾经'];

const SENTENCES = /[。；;！!？?\n]+/;
const NEGATIONS =
  /不(?:得|会|能|可|再|做|用|将|拿|投|流|进|参|涉|买|炒|购|从事|存在)|未(?:用|参|投|流|涉)|并?非|[绝决]不|严禁|禁止|杜绝/g;
const AFFIRMATIONS =
  /(?<![不未非得会能可再禁止绝])(?:用于|用来|投向|拿去|而是|需要?|拟|计划|准备|打算)/g;

/** An unlawful purpose that a text speaks of, and the phrase in which it does. */
export type SpokenPurpose = { readonly purpose: UnlawfulPurpose; readonly phrase: string };

/**
 * The first unlawful purpose that a firm's own words name as what the money is for. Blanks between characters do not
 * hide it; what is denied (不用于购房、炒股), over (已购房) or somebody's trade (炒股软件) is not said. A screen, not a
 * judge: the bank asks again.
 */
export function unlawfulPurposeIn(text: string): SpokenPurpose | undefined {
  for (const sentence of text.normalize('NFKC').split(SENTENCES)) {
    const found = saidIn(sentence.replace(/\s/g, ''));
    if (found) return found;
  }
  return undefined;
}

function saidIn(sentence: string): SpokenPurpose | undefined {
  for (const [purpose, row] of rows)
    for (const phrase of row.phrases)
      for (const { 0: said, index } of sentence.matchAll(phrase)) {
        const before = sentence.slice(0, index);
        const after = sentence.slice(index + said.length);
        const otherwise =
          [...OVER, ...(row.notBefore ?? [])].some((word) => before.endsWith(word)) ||
          [...TRADES, ...(row.notAfter ?? [])].some((word) => after.startsWith(word));
        if (!otherwise && !denied(before)) return { purpose, phrase: said };
      }
  return undefined;
}

const rows = Object.entries(unlawfulPurposes) as readonly [UnlawfulPurpose, Row][];

/** The last word that denies stands behind the last one that affirms. */
function denied(before: string): boolean {
  const last = (words: RegExp) => [...before.matchAll(words)].at(-1)?.index ?? -1;
  return last(NEGATIONS) > last(AFFIRMATIONS);
}
