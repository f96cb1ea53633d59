import { gzipSync } from 'node:zlib';
import { MAX_PARTS } from '../../packages/adapters/tabular/xlsx/parts.ts';
import { columnName, parts, sheetXml, zipped } from '../adapters/tabular/xlsx.ts';
import type { Chance } from './chance.ts';

const book = parts({
  sheets: [
    {
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
    },
    { rows: [['c'], ['3']] },
  ],
  strings: ['<t>x</t>', '<t>y</t>'],
  formats: [0, 14],
});
const SHEET = 'xl/worksheets/sheet1.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const NAMES = Object.keys(book);
const withSheet = (inner: string) => zipped({ ...book, [SHEET]: sheetXml(inner) });
const header = '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>';
const strange = [
  '',
  '0',
  '-1',
  '1.5',
  '1e9',
  'NaN',
  '99999999999999999999',
  'A',
  '\u0000',
  '__proto__',
  'constructor',
  '../../x',
  'x'.repeat(70_000),
] as const;
const references = [
  'A1',
  'A2',
  'B2',
  'XFD1048577',
  'XFE2',
  'A0',
  'A-1',
  '$A$2',
  'ZZZ2',
  '２',
  'a2',
] as const;
const types = ['s', 'b', 'n', 'e', 'd', 'str', 'inlineStr', 'x', ''] as const;
const tags = ['row', 'c', 'v', 'f', 'is', 't', 'rPh', 'sheetData', 'x:row', 'r', 'si'] as const;

const clean = (text: string) => text.replaceAll('\u0000', '&#0;');
/** Mostly what it should be: whoever is wrong everywhere is refused before he does harm. */
const seldom = (chance: Chance, strange: string, proper: string) =>
  chance.below(12) === 0 ? strange : proper;
const aCell = (chance: Chance, proper: string) => {
  const value = clean(chance.of(strange));
  const inner = chance.of([
    `<v>${value}</v>`,
    `<f>${value}</f><v>1</v>`,
    `<is><t>${value}</t><rPh><t>z</t></rPh></is>`,
    '<v>1</v><v>2</v>',
    `<v><![CDATA[${value}]]></v>`,
    '<v>1</v>',
    '<v>1</v>',
    '<f/>',
    '',
  ]);
  const reference = seldom(chance, chance.of(references), proper);
  const style = seldom(chance, clean(chance.of(strange)), '1');
  return `<c r="${reference}" t="${chance.of(types)}" s="${style}">${inner}</c>`;
};
const aRow = (chance: Chance, line: number) => {
  const number = seldom(chance, clean(chance.of(strange)), String(line));
  const cells = ['A', 'B', 'C'].slice(chance.below(4));
  return `<row r="${number}">${cells.map((name) => aCell(chance, `${name}${line}`)).join('')}</row>`;
};
const aTag = (chance: Chance) =>
  `<${chance.of(['', '/'])}${chance.of(tags)}${chance.of(['', '/'])}>`;
const aBomb = (chance: Chance) => {
  const filler = chance.of([' ', '<a/>', '<si/>', '<row/>', '<!---->', '&amp;', 'x', '<a>']);
  return Buffer.concat([Buffer.from('<a>'), Buffer.alloc(1 << (10 + chance.below(15)), filler)]);
};
/** Overwrites some bytes of the directory at the end of the archive, where sizes and places are told. */
const lying = (file: Uint8Array, chance: Chance) => {
  const copy = Uint8Array.from(file);
  const directory = Math.floor(copy.length * 0.7);
  for (let change = 0; change <= chance.below(6); change += 1)
    copy[directory + chance.below(copy.length - directory)] = chance.below(256);
  return copy;
};

/** Spreadsheets that were made to do harm, each by its own kind of malice. */
export const adversaries: Readonly<Record<string, (chance: Chance) => Uint8Array>> = {
  rows: (chance) =>
    withSheet(header + Array.from({ length: 5 }, (_, n) => aRow(chance, n + 2)).join('')),
  tags: (chance) =>
    withSheet(chance.of(['', header]) + Array.from({ length: 8 }, () => aTag(chance)).join('')),
  bomb: (chance) =>
    zipped({ ...book, [NAMES[chance.below(NAMES.length)] ?? SHEET]: aBomb(chance) }),
  'bomb in gzip': (chance) => gzipSync(zipped({ ...book, [SHEET]: aBomb(chance) })),
  'gzip in gzip': (chance) => gzipSync(gzipSync(aBomb(chance))),
  'lying headers': (chance) => lying(zipped(book), chance),
  'missing parts': (chance) => {
    const gone = NAMES[chance.below(NAMES.length)];
    return zipped(Object.fromEntries(Object.entries(book).filter(([name]) => name !== gone)));
  },
  'thousands of parts': (chance) =>
    zipped({
      ...book,
      ...Object.fromEntries(
        Array.from({ length: chance.of([100, 1000, MAX_PARTS]) }, (_, n) => [`x/${n}`, '']),
      ),
    }),
  'deep XML': (chance) => {
    const deep = 1 + chance.below(50_000);
    return withSheet(`${'<row>'.repeat(deep)}${chance.of(['', '</row>'.repeat(deep)])}`);
  },
  'huge attribute': (chance) =>
    withSheet(`<row r="1" x="${'y'.repeat(chance.below(3_000_000))}"/>${header}`),
  'many attributes': (chance) =>
    withSheet(
      `<row ${Array.from({ length: chance.below(50_000) }, (_, n) => `a${n}=""`).join(' ')}/>`,
    ),
  'wide row': (chance) => {
    const cells = Array.from(
      { length: chance.below(17_000) },
      (_, n) => `<c r="${columnName(n)}2"><v>${n}</v></c>`,
    );
    return withSheet(`${header}<row r="2">${cells.join('')}</row>`);
  },
  doctype: (chance) => {
    const name = NAMES[chance.below(NAMES.length)] ?? SHEET;
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "&e${n};&e${n};">`);
    const xml = `<!DOCTYPE a [<!ENTITY e0 "ha">${entities.join('')}]><a>&e9;</a>`;
    return zipped({
      ...book,
      [name]: chance.of([xml, xml.slice(0, 60), `<?xml version="1.0"?>${xml}`]),
    });
  },
  relations: (chance) => {
    const targets = [
      'workbook.xml',
      '/xl/workbook.xml',
      '_rels/workbook.xml.rels',
      '../../../../etc/passwd',
      'http://example.invalid/a.xml',
      'file:///etc/passwd',
      'sharedStrings.xml',
      'worksheets/sheet1.xml',
      '',
    ] as const;
    const relation = (id: string, type: string) =>
      `<Relationship Id="${id}" Type="a/${type}" Target="${chance.of(targets)}" ${chance.of(['', 'TargetMode="External"'])}/>`;
    return zipped({
      ...book,
      [RELATIONS]: `<a>${relation('rId1', chance.of(['worksheet', 'chartsheet']))}${relation('rId2', 'worksheet')}${relation('s', 'sharedStrings')}${relation('t', 'styles')}</a>`,
      '_rels/.rels': chance.of([
        book['_rels/.rels'] ?? '',
        `<a>${relation('r', 'officeDocument')}</a>`,
      ]),
    });
  },
  'wrong parts': (chance) => {
    const name = NAMES[chance.below(NAMES.length)] ?? SHEET;
    const other = book[NAMES[chance.below(NAMES.length)] ?? SHEET] ?? '';
    return zipped({
      ...book,
      [name]: chance.of([other, '', chance.bytes(100), '\ufeff', '<a', 'a']),
    });
  },
  'a workbook in a workbook': (chance) =>
    zipped({ ...book, [NAMES[chance.below(NAMES.length)] ?? SHEET]: zipped(book) }),
  'deep JSON': (chance) => {
    const deep = '['.repeat(1 + chance.below(200_000));
    return Buffer.from(
      chance.of([
        deep,
        `[${deep}`,
        `{"a":${deep}`,
        `{"a":1e5${deep}`,
        `[1e5,${deep}${deep.replaceAll('[', ']')}]`,
      ]),
    );
  },
  'quotes and separators': (chance) =>
    Buffer.from(
      Array.from({ length: chance.below(400) }, () =>
        chance.of(['"', '""', ',', '\n', '\r', '\r\n', ';', '\t', 'a', '企', ' ', '__proto__']),
      ).join(''),
    ),
  'strange keys': (chance) =>
    Buffer.from(
      Array.from({ length: chance.below(20) }, () => {
        const key = JSON.stringify(chance.of(strange));
        return `{${key}:${chance.of(['1', '"x"', '{}', '[]', 'null', '1e999', '-0', '"\\ud800"'])},${key}:2}`;
      }).join(chance.of(['\n', ',', '\r\n'])),
    ),
};
