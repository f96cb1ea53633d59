import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { encodeGb18030 } from '#cli/demo/gb18030';
import { type LocalStage, startStage } from '#test/support/local-stage';

/*
 * A department's messy file, delivered through HTTP and through `xyd`: the same verdicts, the same file back;
 * and that file, mended, is accepted in full.
 */

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const FIRM = '91320594724404238R';
const OTHER = '9132059413775230XX';
const NOBODY = '91320508MA0000269X';
const HEADER = [
  '行政相对人名称',
  '统一社会信用代码',
  '行政处罚决定书文号',
  '处罚类别',
  '违法事实',
  '罚款金额（万元）',
  '处罚决定日期',
  '处罚机关',
];
const FACTS = '未按规定公示年度报告';
const OFFICE = '苏州市市场监督管理局';
type Row = readonly [
  code: string,
  number: string,
  category: string,
  facts: string,
  fine: string,
  day: string,
];
const rows: readonly Row[] = [
  [FIRM, '苏市监罚〔2025〕1号', '罚款', FACTS, '1.5', '2025-07-18'],
  [FIRM, '苏市监罚〔2025〕2号', '罚款', FACTS, '1,234.50', '2025/7/18'],
  [FIRM, '苏市监罚〔2025〕3号', '警告;罚款', FACTS, '0.3万元', '20250718'],
  [FIRM, '苏市监罚〔2025〕4号', '警告', FACTS, '', '45856'],
  [OTHER, '苏市监罚〔2025〕5号', '罚款', FACTS, '2', '1752768000000'],
  [OTHER, '苏市监罚〔2025〕6号', '罚款', FACTS, '2', '二〇二五年七月十八日'],
  [FIRM, '苏市监罚〔2025〕1号', '罚款', FACTS, '1.50', '2025年7月18日'], // The first once more.
  [FIRM, '苏市监罚〔2025〕2号', '罚款', FACTS, '1,234.60', '2025-07-18'], // The second, put right.
  [NOBODY, '苏市监罚〔2025〕7号', '罚款', FACTS, '1', '2025-07-18'],
  [`${FIRM.slice(0, 17)}X`, '苏市监罚〔2025〕8号', '罚款', FACTS, '1', '2025-07-18'],
  [`${OTHER.slice(0, 17)}0`, '苏市监罚〔2025〕9号', '罚款', FACTS, '1', '2025-07-18'],
  [FIRM, '苏市监罚〔2025〕10号', '', FACTS, '1', '2025-07-18'],
  [FIRM, '苏市监罚〔2025〕11号', '罚款', FACTS, '一万', '2025-02-30'],
  [FIRM, '苏市监罚〔2025〕12号', '罚款', '违'.repeat(2_500_000), '1', '2025-07-18'],
  [FIRM, '苏市监罚〔2025〕13号', '罚款', '=HYPERLINK("x")', '1', '2025-07-18'],
];

const quoted = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const line = (cells: readonly string[]) => `${cells.map(quoted).join(',')}\r\n`;
const messy = encodeGb18030(
  [HEADER, ...rows.map((row) => ['苏州某某有限公司', ...row, OFFICE])].map(line).join(''),
);
const COUNTS = {
  delivered: 15,
  accepted: 6,
  warned: 0,
  corrected: 1,
  duplicate: 1,
  unlinked: 1,
  refused: 6,
};

/** As the department's clerk would: each row by what its reasons say. */
function mend(returned: string): string {
  const [header = [], ...cells] = parse(returned.replace(/^\ufeff/, '')) as string[][];
  const at = (name: string) => header.indexOf(name);
  expect(header.at(-1)).toBe('拒绝原因');
  for (const row of cells) {
    const reasons = row[at('拒绝原因')] ?? '';
    expect(reasons).not.toBe('');
    const set = (column: string, value: string) => {
      row[at(column)] = value;
    };
    if (reasons.includes('code_wrong')) set('统一社会信用代码', FIRM);
    if (reasons.includes('required')) set('处罚类别', '罚款');
    if (reasons.includes('money_wrong')) set('罚款金额（万元）', '1');
    if (reasons.includes('date_wrong')) set('处罚决定日期', '2025-02-28');
    if (reasons.includes('row_too_large') || reasons.includes('formula_in_cell'))
      set('违法事实', FACTS);
  }
  return [header, ...cells].map(line).join('');
}

const batchAnswer = z.object({ status: z.string(), counts: z.record(z.string(), z.number()) });
const recordPage = z.object({
  items: z.array(z.object({ catalogue: z.string(), content: z.record(z.string(), z.unknown()) })),
});

let stage: LocalStage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());

const registration = [FIRM, OTHER].map((code) => ({ code, name: `企业${code}` }));
const terms = { catalogue: 'administrative-penalty', supplier: 'supplier_regulator' };

const regulator = () => stage.as('department/supplier_regulator', 'supplier');

async function throughHttp(id: string, file: Uint8Array | string) {
  const { upload } = await regulator().put(`/v1/batches/${id}`, terms);
  const sent = await fetch(upload.url, { method: 'PUT', body: new Blob([file as string]) });
  expect(sent.status).toBe(200);
  await stage.untilIdle();
  const body = batchAnswer.parse((await regulator().get(`/v1/batches/${id}`)).body);
  expect(body.status).toBe('completed');
  return {
    counts: body.counts,
    returned: await regulator().text(`/v1/batches/${id}/refusals.csv`),
  };
}

function xyd(...args: string[]) {
  const script = fileURLToPath(new URL('../../packages/cli/xyd.ts', import.meta.url));
  const run = spawnSync(process.execPath, [script, ...args, '--json'], {
    cwd: stage.folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'zh_CN.UTF-8' },
  });
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout);
}

function throughXyd(name: string, file: Uint8Array | string) {
  writeFileSync(join(stage.folder, name), file);
  const answer = xyd(
    'ingest',
    name,
    '--catalogue',
    terms.catalogue,
    '--refused',
    `refused-${name}`,
  );
  expect(answer.status).toBe('completed');
  const counts = Object.fromEntries(Object.keys(COUNTS).map((key) => [key, answer[key]]));
  return { counts, returned: readFileSync(join(stage.folder, `refused-${name}`), 'utf8') };
}

test('both ways give the same verdicts and the same file back, and that file, mended, is accepted in full', async () => {
  await stage.as('department/supplier_registrar', 'supplier').put('/v1/batches/batch_firms', {
    catalogue: 'enterprise-registration',
    supplier: 'supplier_registrar',
    rows: registration,
  });
  writeFileSync(join(stage.folder, 'firms.json'), JSON.stringify(registration));
  xyd('ingest', 'firms.json', '--catalogue', 'enterprise-registration');

  const http = await throughHttp('batch_messy', messy);
  const command = throughXyd('messy.csv', messy);
  expect(http.counts).toEqual(COUNTS);
  expect(command).toEqual(http);
  // The text that burst the row comes back cut, not whole; what is a formula comes back harmless.
  expect(http.returned.length).toBeLessThan(20_000);
  expect(http.returned).not.toMatch(/(^|,)"?=/m);

  const mended = mend(http.returned);
  const accepted = {
    ...COUNTS,
    delivered: 6,
    accepted: 6,
    corrected: 0,
    duplicate: 0,
    unlinked: 0,
  };
  const again = await throughHttp('batch_mended', mended);
  expect(again.counts).toEqual({ ...accepted, refused: 0 });
  expect(throughXyd('mended.csv', mended).counts).toEqual(again.counts);

  const { body } = await stage
    .as(`firm/${FIRM}`, 'owner')
    .get(`/v1/enterprises/${FIRM}/records?limit=100`);
  const fines = recordPage
    .parse(body)
    .items.filter(({ catalogue }) => catalogue === terms.catalogue)
    .map(({ content }) => [content.document_number, content.fine_amount, content.decided_on]);
  expect(fines).toEqual(
    expect.arrayContaining([
      ['苏市监罚〔2025〕1号', 1_500_000, '2025-07-18'],
      ['苏市监罚〔2025〕2号', 1_234_600_000, '2025-07-18'],
      ['苏市监罚〔2025〕3号', 300_000, '2025-07-18'],
      ['苏市监罚〔2025〕4号', undefined, '2025-07-18'],
    ]),
  );
});
