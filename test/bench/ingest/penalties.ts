import type { Catalogue, Field } from '#domain/credit/catalogue';
import { administrativePenalty } from '#domain/credit/catalogues/administrative-penalty';
import { CUT } from '#domain/credit/raw-row';
import { checkCharacter, standInCode } from '#domain/enterprise/unified-code';
import { addDays, date } from '#domain/time';

/** The day on which the table is delivered. */
export const TODAY = date('2026-11-20');

const FIELDS = [
  ...['code', 'subject_name', 'subject_type', 'document_number', 'penalty_name', 'case_name'],
  ...['category', 'violation', 'facts', 'basis', 'content', 'fine_amount', 'confiscated_amount'],
  ...['total_amount', 'decided_on', 'display_until', 'authority', 'authority_code', 'state'],
  'severity',
];

const total: Field = { id: 'total_amount', type: 'money', zh: '罚没合计', unit: 'wan_yuan' };

const { severityOf, endOf, ...penalty } = administrativePenalty;

/**
 * Twenty columns of 行政处罚, with a sum and an order of days, so that every kind of check has work to do. What
 * a row means afterwards, severity and end, is left out: no other engine would reckon it.
 */
export const penalties: Catalogue = {
  ...penalty,
  fields: FIELDS.flatMap(
    (id) => [...administrativePenalty.fields, total].find((field) => field.id === id) ?? [],
  ),
  inOrder: [['decided_on', 'display_until']],
  sums: [{ total: 'total_amount', parts: ['fine_amount', 'confiscated_amount'] }],
};

export const header = penalties.fields.map(({ zh }) => zh);

/** Of every thousand rows: with a fault, with a warning, with cells in quotes, with days or money spelt otherwise. */
const PER_MILLE = { bad: 30, odd: 10, quoted: 50, spelt: 150 };

/** The table as CSV, header first, in pieces of a thousand rows; the same for the same seed. */
export function* penaltyTable(rows: number, seed: number): Generator<string> {
  const draw = drawsFrom(seed);
  yield `${header.join(',')}\n`;
  for (let from = 0; from < rows; from += 1_000) {
    let text = '';
    for (let row = from; row < Math.min(from + 1_000, rows); row += 1)
      text += `${rowOf(row, draw).map(quoted).join(',')}\n`;
    yield text;
  }
}

type Draw = (below: number) => number;

/** Mulberry32. */
function drawsFrom(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const offices = [
  '苏州市市场监督管理局',
  '昆山市应急管理局',
  '吴江区生态环境局',
  '常熟市卫生健康委员会',
];
const categories = ['罚款', '警告', '警告;罚款', '没收违法所得、没收非法财物', '其他'];
const states = ['正常', '有效', '', '0'];
const severities = ['一般', '轻微', '严重', '', '0'];
const facts = '当事人销售超过保质期的预包装食品货值不足一万元经检查属实';

function rowOf(row: number, draw: Draw): string[] {
  const decided = addDays(date('2019-01-01'), draw(2_800));
  const until = addDays(decided, 365);
  const [fine, confiscated] = [draw(1_000_000), draw(100_000)];
  const spelt = draw(1_000) < PER_MILLE.spelt;
  const cells = [
    standInCode(row.toString(31).toUpperCase().replace(/[IOS]/g, 'W').padStart(6, '7')) ?? '',
    `昆山第${draw(90_000)}号贸易公司`,
    '法人组织',
    `苏市监罚〔2023〕${row}号`,
    '处罚决定书',
    `第${row}号案`,
    categories[draw(categories.length)] ?? '',
    '经营过期食品',
    draw(1_000) < PER_MILLE.quoted ? `一、"${facts}"，\n二、如上, 属实。` : facts,
    '食品安全法第三十四条',
    '没收并处罚款',
    wan(fine, spelt),
    wan(confiscated, false),
    wan(fine + confiscated + (draw(1_000) < PER_MILLE.odd ? 100 : 0), false),
    spelt ? decided.replaceAll('-', draw(2) === 0 ? '/' : '') : decided,
    spelt ? `${until} 00:00:00` : until,
    offices[draw(offices.length)] ?? '',
    spelt ? '="11320500014149651Y"' : '11320500014149651Y',
    states[draw(states.length)] ?? '',
    severities[draw(severities.length)] ?? '',
  ];
  if (draw(1_000) < PER_MILLE.bad) (faults[draw(faults.length)] ?? faults[0])?.(cells);
  return cells;
}

/** Fen as 万元. */
function wan(fen: number, separated: boolean): string {
  const digits = String(fen).padStart(7, '0');
  const whole = digits.slice(0, -6);
  return `${separated ? `${whole.padStart(4, '0').slice(0, -3)},${whole.padStart(4, '0').slice(-3)}` : whole}.${digits.slice(-6)}`;
}

const set = (field: string, value: (was: string) => string) => (cells: string[]) => {
  const place = FIELDS.indexOf(field);
  cells[place] = value(cells[place] ?? '');
};

/** One of every kind of refusal that a row of CSV can meet with. */
const faults: readonly ((cells: string[]) => void)[] = [
  set('code', (code) => code.slice(0, 17) + (checkCharacter(code) === '0' ? '1' : '0')),
  set('code', (code) => code.slice(1)),
  set('code', (code) => code.replace('0', 'I')),
  set('document_number', () => ''),
  set('document_number', () => '1'.repeat(101)),
  set('subject_name', (name) => `${name}\u0007`),
  set('category', () => '训斥'),
  set('severity', () => '9'),
  set('fine_amount', () => '伍仟'),
  set('fine_amount', () => '0.1234567'),
  set('confiscated_amount', () => '-1'),
  set('decided_on', () => '2023-02-30'),
  set('decided_on', () => '31/12/2023'),
  set('decided_on', () => '2099-01-01'),
  set('display_until', () => '2018-12-31'),
  set('facts', () => '=HYPERLINK("http://example.org")'),
  set('content', (content) => content + CUT),
  (cells) => void cells.pop(),
  (cells) => void cells.push('多'),
];
