import { expect, test } from 'vitest';
import { standInCode } from '#domain/enterprise/unified-code';
import { aDesk } from './a-desk.ts';

const { xyd, put } = aDesk();
const code = standInCode('L1') ?? '';

const day = ['--as-of', '2026-03-02'] as const;

test('a fine is repaired at the desk', () => {
  const rows = `统一社会信用代码,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关\n${code},1号,罚款,2025-11-03,市监局\n`;
  put('penalties.csv', rows);
  xyd('ingest', 'penalties.csv', '--catalogue', 'administrative-penalty', ...day);
  const terms = {
    id: 'case_one',
    kind: 'repair',
    code,
    record: `administrative-penalty/${code}/1号|市监局`,
    statement: '罚款已缴清。',
    evidence: [{ name: '缴款书', proves: '罚款已缴清' }],
    promised: true,
  };
  put('case.json', JSON.stringify(terms));
  expect(xyd('case', 'file', '--file', 'case.json', ...day).stdout).toContain('by 2026-03-05');
  expect(xyd('case', 'due', ...day).stdout).toContain('case_one  repair  filed');
  expect(xyd('case', 'accept', '--id', 'case_one', ...day).stdout).toContain('by 2026-03-05');
  const granted = xyd(
    'case',
    'grant',
    '--id',
    'case_one',
    '--note',
    '已核实',
    ...day,
    '--reason',
    'conditions_met',
    '--json',
  );
  expect(JSON.parse(granted.stdout)).toMatchObject({
    status: 'granted',
    decided: { reasons: [{ code: 'conditions_met', note: '已核实' }], on: '2026-03-02' },
  });
  const late = xyd('case', 'cancel', '--id', 'case_one', ...day);
  expect(late).toMatchObject({ status: 1, stdout: '' });
  expect(late.stderr).toContain('The case is closed');
  expect(xyd('case', 'due', ...day).stdout).toContain('No case waits.');
});

test.each([
  [['case'], /takes file, accept/],
  [['case', 'accept'], /--id is case_/],
  [['case', 'file'], /needs --file/],
  [['case', 'deny', '--id', 'case_one', '--note', 'x'], /--note goes with --reason/],
  [['case', 'deny', '--id', 'case_one', '--reason', 'No!'], /--reason/],
])('%j is bad usage', (args, sentence) => {
  const run = xyd(...args);
  expect(run).toMatchObject({ status: 2, stdout: '' });
  expect(run.stderr).toMatch(sentence);
});
