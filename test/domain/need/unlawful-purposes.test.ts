import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unlawfulPurposeIn, unlawfulPurposes } from '#domain/need/unlawful-purposes';
import { unlawfulPurposeKinds } from '#domain/product/vocabulary';

const said = (text: string) => {
  const found = unlawfulPurposeIn(text);
  return found && `${found.purpose} ${found.phrase}`;
};

const spoken: readonly (readonly [string, string])[] = [
  ['用于炒股', 'securities 炒股'],
  ['短期资金用于股票投资', 'securities 股票投资'],
  ['买股票', 'securities 买股票'],
  ['投资期货，赚取差价', 'securities 投资期货'],
  ['申购基金', 'securities 申购基金'],
  ['闲置部分购买银行理财产品', 'wealth_products 购买银行理财产品'],
  ['投资理财', 'wealth_products 投资理财'],
  ['存入大额存单', 'wealth_products 存入大额存单'],
  ['给儿子买房', 'property_speculation 买房'],
  ['支付购房首付', 'property_speculation 购房'],
  ['购买住房一套', 'property_speculation 购买住房'],
  ['房地产投资', 'property_speculation 房地产投资'],
  ['偿还个人房贷', 'property_speculation 还个人房贷'],
  ['对外股权投资', 'equity 股权投资'],
  ['收购某某科技有限公司60%股权', 'equity 收购某某科技有限公司60%股权'],
  ['用于股东分红', 'equity 股东分红'],
  ['缴纳注册资本', 'equity 缴纳注册资本'],
  ['偿还赌债', 'unlawful 赌债'],
  ['购买比特币', 'unlawful 购买比特币'],
  ['高利转贷给他人', 'unlawful 高利转贷'],
];

test.each(spoken)('%s: %s', (text, found) => {
  expect(said(text)).toBe(found);
});

test('every unlawful purpose has its rule and is said in some way', () => {
  const kinds = Object.keys(unlawfulPurposeKinds);
  expect(Object.keys(unlawfulPurposes)).toEqual(kinds);
  expect([...new Set(spoken.map(([, found]) => found.split(' ')[0]))]).toEqual(kinds);
});

/** Firms' own words that hold such a phrase, or nearly, and mean something lawful. */
test.each([
  '采购原材料，支付货款',
  '苏州某某股份有限公司的订单，股票代码688001',
  '我司为上市公司，股票已停牌',
  '不用于购房、炒股、购买理财产品等',
  '资金不会流入股市，也不买房',
  '承诺：贷款资金严禁用于房地产投资、股权投资；全部用于采购钢材',
  '不得用于炒股，全部用于支付工资',
  '炒股软件的开发与销售',
  '期货公司办公楼装修工程垫资',
  '为证券投资机构提供服务器',
  '投资理财咨询门店的房租',
  '购买房车底盘十台',
  '采购房门、五金',
  '酒店购买房间用品',
  '购买房顶光伏组件',
  '收购房产中介的应收账款',
  '购房者的精装修订单',
  '购置厂房',
  '购买厂房及设备',
  '已购房产作为抵押',
  '去年获得股权投资5000万元',
  '股权投资款到账前的过桥',
  '以股权质押担保',
  '收购农产品、粮食，股权清晰',
  '挖矿机械的出口订单',
  '赌气',
  '比亚迪配件货款',
  '等待银行放贷前支付货款',
])('%s is lawful', (text) => {
  expect(said(text)).toBeUndefined();
});

/** An affirmation takes back a denial before it. */
test.each([
  ['不用于购房，用于炒股', 'securities 炒股'],
  ['绝不买房，计划购买理财', 'wealth_products 购买理财'],
  ['不用于购房。炒股', 'securities 炒股'],
  ['炒股软件不错，拿去炒股', 'securities 炒股'],
])('%s: %s', (text, found) => {
  expect(said(text)).toBe(found);
});

const blanks = fc.constantFrom('', ' ', '　', '\t');

test('blanks between the characters and lawful words around hide nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...spoken),
      fc.infiniteStream(blanks),
      fc.constantFrom('', '采购原材料，', '支付工资；'),
      ([text, found], between, first) => {
        const hidden = [...text].map((character) => character + between.next().value).join('');
        expect(said(first + hidden)).toBe(found);
      },
    ),
  );
});
