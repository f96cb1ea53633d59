/** How a size is told apart (domain.md C3): lower bounds of small, medium, large; sales in 万元. */
export type SizeGroup = {
  readonly heads: readonly [number, number, number];
  readonly sales: readonly [number, number, number];
};

const industry: SizeGroup = { heads: [20, 300, 1000], sales: [300, 2000, 40_000] };
const construction: SizeGroup = { heads: [12, 80, 500], sales: [300, 6000, 80_000] };
const wholesale: SizeGroup = { heads: [5, 20, 200], sales: [1000, 5000, 40_000] };
const retail: SizeGroup = { heads: [10, 50, 300], sales: [100, 500, 20_000] };
const transport: SizeGroup = { heads: [20, 300, 1000], sales: [200, 3000, 30_000] };
const catering: SizeGroup = { heads: [10, 100, 300], sales: [100, 2000, 10_000] };
const software: SizeGroup = { heads: [10, 100, 300], sales: [50, 1000, 10_000] };
const services: SizeGroup = { heads: [10, 100, 300], sales: [100, 1500, 12_000] };
const farming: SizeGroup = { heads: [5, 40, 200], sales: [50, 500, 20_000] };

/** What a firm does: its GB/T 4754-2017 class, the word in its name, how its year runs. */
export type Trade = {
  readonly code: string;
  readonly word: string;
  readonly weight: number;
  readonly group: SizeGroup;
  /** VAT of a general taxpayer, percent (13 goods, 9 transport and building, 6 services). */
  readonly vat: 13 | 9 | 6;
  /** Purchases as a share of sales. */
  readonly bought: number;
  readonly season: 'factory' | 'shop' | 'project' | 'even';
  /** Goods and services on the firm's licences and penalties differ by this. */
  readonly risk: 'works' | 'food' | 'office';
};

type Manner = Omit<Trade, 'code' | 'word' | 'weight'>;

const factory: Manner = {
  group: industry,
  vat: 13,
  bought: 0.68,
  season: 'factory',
  risk: 'works',
};
const food: Manner = { ...factory, risk: 'food' };
const builder: Manner = {
  group: construction,
  vat: 9,
  bought: 0.72,
  season: 'project',
  risk: 'works',
};
const merchant: Manner = {
  group: wholesale,
  vat: 13,
  bought: 0.86,
  season: 'shop',
  risk: 'office',
};
const shop: Manner = { group: retail, vat: 13, bought: 0.78, season: 'shop', risk: 'food' };
const carrier: Manner = { group: transport, vat: 9, bought: 0.6, season: 'even', risk: 'works' };
const kitchen: Manner = { group: catering, vat: 6, bought: 0.45, season: 'shop', risk: 'food' };
const coder: Manner = { group: software, vat: 6, bought: 0.3, season: 'project', risk: 'office' };
const office: Manner = { group: services, vat: 6, bought: 0.38, season: 'even', risk: 'office' };
const grower: Manner = { group: farming, vat: 9, bought: 0.5, season: 'even', risk: 'food' };

/**
 * Weights per thousand: manufacturing-heavy as Suzhou is (electronics, machinery, metal, textiles ahead),
 * then trade, services and software. The design's own; no published table is copied.
 */
export const trades: readonly Trade[] = [
  ...of(factory, [
    ['C3982', '电子', 26],
    ['C3989', '电子元件', 18],
    ['C3974', '显示科技', 12],
    ['C3484', '精密机械', 30],
    ['C3525', '模具', 32],
    ['C3491', '机器人', 14],
    ['C3562', '半导体设备', 14],
    ['C3599', '自动化设备', 26],
    ['C3311', '金属结构', 22],
    ['C3360', '表面处理', 12],
    ['C3670', '汽车部件', 22],
    ['C3823', '电气', 18],
    ['C3841', '新能源', 10],
    ['C3581', '医疗器械', 16],
    ['C2740', '药业', 5],
    ['C2921', '塑料薄膜', 16],
    ['C2927', '塑料制品', 20],
    ['C2661', '新材料', 14],
    ['C1751', '纺织', 26],
    ['C1761', '针织', 16],
    ['C1819', '服饰', 20],
    ['C2190', '家具', 8],
    ['C2231', '包装', 16],
    ['C2319', '印务', 8],
    ['C4028', '仪器仪表', 12],
    ['C3039', '建材', 8],
    ['C3130', '钢业', 7],
  ]),
  ...of(food, [
    ['C1432', '食品', 7],
    ['C1411', '糕点食品', 5],
  ]),
  ...of(builder, [
    ['E4710', '建设工程', 14],
    ['E4813', '市政工程', 8],
    ['E4910', '机电安装', 16],
    ['E5011', '装饰工程', 22],
    ['E4862', '环保工程', 6],
  ]),
  ...of(merchant, [
    ['F5131', '纺织品贸易', 24],
    ['F5164', '金属材料', 22],
    ['F5165', '建材贸易', 20],
    ['F5174', '五金机电', 22],
    ['F5179', '电子贸易', 24],
    ['F5124', '农产品', 8],
    ['F5193', '网络科技', 12],
  ]),
  ...of(shop, [
    ['F5212', '超市', 12],
    ['F5232', '服装店', 10],
    ['F5251', '药房', 6],
    ['F5292', '电子商务', 24],
    ['F5225', '营养品', 4],
  ]),
  ...of(carrier, [
    ['G5431', '物流', 18],
    ['G5432', '冷链物流', 5],
    ['G5810', '供应链', 10],
    ['G5990', '仓储', 6],
  ]),
  ...of(kitchen, [
    ['H6210', '餐饮', 16],
    ['H6232', '咖啡', 5],
    ['H6121', '酒店', 6],
  ]),
  ...of(coder, [
    ['I6513', '软件', 26],
    ['I6520', '集成电路', 12],
    ['I6531', '信息技术', 24],
    ['I6450', '数据科技', 8],
  ]),
  ...of(office, [
    ['L7224', '供应链管理', 8],
    ['L7263', '人力资源', 12],
    ['L7251', '传媒', 12],
    ['L7272', '安防科技', 6],
    ['L7113', '机械租赁', 8],
    ['M7320', '技术开发', 18],
    ['M7340', '生物医药', 10],
    ['M7452', '检测技术', 8],
    ['M7481', '工程咨询', 10],
    ['M7491', '工业设计', 8],
    ['K7020', '物业管理', 8],
    ['N7820', '环境服务', 5],
    ['O8111', '汽车维修', 8],
    ['O8090', '生活服务', 6],
    ['P8391', '职业培训', 5],
    ['R8810', '文化', 5],
  ]),
  ...of(grower, [
    ['A0141', '蔬菜种植', 5],
    ['A0412', '水产养殖', 5],
    ['A0151', '果业', 4],
  ]),
];

function of(manner: Manner, rows: readonly (readonly [string, string, number])[]): Trade[] {
  return rows.map(([code, word, weight]) => ({ code, word, weight, ...manner }));
}
