import { gzipSync } from 'node:zlib';
import { gb18030 } from '../adapters/tabular/gb18030.ts';
import { formula, number, shared, workbook } from '../adapters/tabular/xlsx.ts';

const table = [
  '企业名称,统一社会信用代码,处罚金额,处罚日期,备注',
  '苏州甲公司,91320583MA25NK6N1W,"1,000.5",2023-07-18,"一行\r\n二行 ""引"""',
  '苏州乙公司,91320583MA25NK6N1W,2万元,二〇二三年七月十八日,',
  ...Array.from({ length: 40 }, (_, n) => `企业${n},${n},${n}.5,2023/7/${(n % 28) + 1},"x,${n}"`),
].join('\r\n');
const objects = Array.from({ length: 30 }, (_, n) =>
  JSON.stringify({ 企业: `E${n}`, 金额: n / 3, 日期: null, ok: n % 2 === 0, 注: '"\\ud83d\\n' }),
);
const sheets = [
  {
    rows: [
      ['企业', '金额', '日期', '备注'],
      ...Array.from({ length: 60 }, (_, n) => [
        `企业${n}`,
        number(String(n * 1.1)),
        number(String(45_000 + n), 1),
        n % 10 === 0 ? formula(`B${n}*2`, String(n)) : shared(n % 3),
      ]),
    ],
  },
  { hidden: true, rows: [['x']] },
];
const book = workbook({
  sheets,
  strings: ['<t>甲 &amp; 乙</t>', '<r><t>富</t></r><r><t>文本</t></r>', '<t>a_x000D_b</t>'],
  formats: [0, 'yyyy"年"m"月"d"日"'],
});

/** A valid file of every format. */
export const samples: readonly [Uint8Array, ...Uint8Array[]] = [
  Buffer.from(table),
  Buffer.from(`\ufeff${table}`),
  gb18030(table),
  Buffer.from(table.replaceAll(',', '\t')),
  Buffer.from(objects.join('\n')),
  Buffer.from(`[${objects.join(',')}]`),
  book,
  gzipSync(table),
  gzipSync(book),
  Buffer.concat([gzipSync(table.slice(0, 500)), gzipSync(table.slice(500))]),
];
