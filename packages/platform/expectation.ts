/** What a row of a department's file is expected to hold, as refusals put it → in Chinese. */
const ofRows: readonly (readonly [RegExp, string])[] = [
  [/^at most (\d+) characters$/, '至多 $1 个字符'],
  [/^at most (\d+) characters in a cell$/, '每格至多 $1 个字符'],
  [/^at most (\d{4}-[-\d]+)$/, '不晚于 $1'],
  [/^(\d{4}-[-\d]+) or later$/, '不早于 $1'],
  [/^(-?\d+) to (-?\d+)$/, '$1 至 $2'],
  [/^(-?\d+) fen or more$/, '不少于 $1 分'],
  [/^an amount in (元|万元), no finer than a fen$/, '以$1为单位的金额，最细到分'],
  [/^a whole number$/, '整数'],
  [/^the value itself, no formula$/, '值本身，不用公式'],
  [/^a value: copy the cells and paste them as values$/, '值：复制单元格后“粘贴为数值”'],
  [/^a value without error$/, '不含错误的值'],
  [/^the whole text: this cell was cut when it came back$/, '完整的原文：本格退回时已被截短'],
  [/^text without control characters$/, '不含控制字符的文字'],
  [/^a JSON object of texts and numbers$/, '由文字和数字组成的 JSON 对象'],
  [
    /^a local number of at most 8 digits and capital letters without I O S V Z$/,
    '至多 8 位的本地编号，由数字和大写字母组成，不含 I O S V Z',
  ],
];

/** What a cell of a file of products is expected to hold. */
const ofProducts: typeof ofRows = [
  [/^an amount$/, '金额'],
  [/^a rate$/, '利率'],
  [/^a rate such as (\S+), no finer than a basis point$/, '如 $1 的利率，最细到基点'],
  [/^whole months$/, '整月数'],
  [/^whole working days$/, '整数工作日'],
  [/^an id$/, '编号'],
  [/^a text$/, '文字'],
  [/^a day$/, '日期'],
  [/^a word$/, '选项之一'],
  [/^1 or more$/, '至少一项'],
  [/^once, as (?:line|item) (\d+)$/, '只出现一次，已见于第 $1 行'],
];

const CHOICE = /(?<=^|, )[a-z_\d]+ \(([^()]*)\)(?=, |$)/g;

/** In Chinese what is expected; a choice by its Chinese spelling alone. As it stands where it needs no words. */
export function expectationInChinese(expected: string): string {
  for (const [phrase, zh] of [...ofRows, ...ofProducts])
    if (phrase.test(expected)) return expected.replace(phrase, zh);
  const choices = expected.replace(CHOICE, '$1');
  return choices === expected ? expected : choices.replaceAll(', ', '；');
}
