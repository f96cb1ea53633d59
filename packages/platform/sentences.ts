import type { Refusal, RefusalCode } from '#domain/refusal';
import { accessSentences } from './sentences/access.ts';
import { auditSentences } from './sentences/audit.ts';
import { cardSentences } from './sentences/cards.ts';
import { consentSentences } from './sentences/consents.ts';
import { matchingEventSentences } from './sentences/matching-events.ts';
import { monitoringSentences } from './sentences/monitoring.ts';
import { needSentences } from './sentences/needs.ts';
import { personalSentences } from './sentences/personal.ts';
import { productSentences } from './sentences/products.ts';
import { schemeSentences } from './sentences/schemes.ts';
import { signInSentences } from './sentences/sign-in.ts';
import { at, got, type Language, type Sentences, want, 处, 实为, 应为 } from './sentences/words.ts';

export type { Language } from './sentences/words.ts';

/** What people read for each code. Codes never change; these sentences may. */
const sentences: Sentences<RefusalCode> = {
  ...accessSentences,
  ...auditSentences,
  ...signInSentences,
  ...personalSentences,
  ...consentSentences,
  ...cardSentences,
  ...schemeSentences,
  ...monitoringSentences,
  ...matchingEventSentences,
  ...needSentences,
  ...productSentences,
  required: {
    en: (r) => `${at(r)} is required${want(r)}.`,
    zh: (r) => `缺少 ${处(r)}${r.expected === r.field ? '' : 应为(r)}。`,
  },
  wrong_type: {
    en: (r) => `${at(r)} has the wrong type${want(r)}${got(r)}.`,
    zh: (r) => `${处(r)} 类型不对${应为(r)}${实为(r)}。`,
  },
  too_long: {
    en: (r) => `${at(r)} is too long${want(r)}.`,
    zh: (r) => `${处(r)} 过长${应为(r)}。`,
  },
  out_of_range: {
    en: (r) => `${at(r)} is out of range${want(r)}${got(r)}.`,
    zh: (r) => `${处(r)} 超出范围${应为(r)}${实为(r)}。`,
  },
  not_in_list: {
    en: (r) => `${at(r)} is not one of the values allowed${want(r)}${got(r)}.`,
    zh: (r) => `${处(r)} 不是可用的值${应为(r)}${实为(r)}。`,
  },
  code_wrong_length: {
    en: (r) => `The unified social credit code has the wrong length${want(r)}${got(r)}.`,
    zh: (r) => `统一社会信用代码长度不对${应为(r)}${实为(r)}。`,
  },
  code_wrong_character: {
    en: (r) =>
      `The unified social credit code holds a character that it may not hold${want(r)}${got(r)}.`,
    zh: (r) => `统一社会信用代码含有不允许的字符${应为(r)}${实为(r)}。`,
  },
  code_wrong_prefix: {
    en: (r) =>
      `The unified social credit code begins with no known kind of registration${want(r)}${got(r)}.`,
    zh: (r) => `统一社会信用代码的登记管理部门或机构类别未知${应为(r)}${实为(r)}。`,
  },
  code_wrong_check_digit: {
    en: (r) =>
      `The check character of the unified social credit code does not fit${want(r)}${got(r)}.`,
    zh: (r) => `统一社会信用代码校验码不符${应为(r)}${实为(r)}。`,
  },
  date_wrong: {
    en: (r) => `${at(r)} is no day${want(r)}${got(r)}.`,
    zh: (r) => `${处(r)} 不是有效日期${应为(r)}${实为(r)}。`,
  },
  date_in_future: {
    en: (r) => `${at(r)} lies in the future${want(r)}${got(r)}.`,
    zh: (r) => `${处(r)} 在将来${应为(r)}${实为(r)}。`,
  },
  money_wrong: {
    en: (r) => `${at(r)} is no amount of money${want(r)}${got(r)}.`,
    zh: (r) => `${处(r)} 不是金额${应为(r)}${实为(r)}。`,
  },
  money_negative: {
    en: (r) => `${at(r)} may not be negative${want(r)}${got(r)}.`,
    zh: (r) => `${处(r)} 不能为负${应为(r)}${实为(r)}。`,
  },
  number_wrong: {
    en: (r) => `${at(r)} is no such number${want(r)}${got(r)}.`,
    zh: (r) => `${处(r)} 不是所需的数字${应为(r)}${实为(r)}。`,
  },
  unknown_field: {
    en: (r) => `${at(r)} is not known here${want(r)}.`,
    zh: (r) => `不认识 ${处(r)}${应为(r)}。`,
  },
  conflicting_columns: {
    en: (r) => `${at(r)} comes from more than one place${want(r)}${got(r)}.`,
    zh: (r) => `${处(r)} 有多个来源${应为(r)}${实为(r)}。`,
  },
  column_count: {
    en: (r) => `The row has the wrong number of columns${want(r)}${got(r)}.`,
    zh: (r) => `本行列数不对${应为(r)}${实为(r)}。`,
  },
  row_too_large: {
    en: (r) => `The row is too large${want(r)}${got(r)}.`,
    zh: (r) => `本行过大${应为(r)}${实为(r)}。`,
  },
  row_not_an_object: {
    en: (r) => `The row is no object of simple values${want(r)}${got(r)}.`,
    zh: (r) => `本行不是由简单值组成的对象${应为(r)}${实为(r)}。`,
  },
  formula_in_cell: {
    en: (r) => `The cell holds a formula${want(r)}${got(r)}.`,
    zh: (r) => `单元格中是公式${应为(r)}${实为(r)}。`,
  },
  cell_error: {
    en: (r) => `The cell holds a spreadsheet error${want(r)}${got(r)}.`,
    zh: (r) => `单元格中是错误值${应为(r)}${实为(r)}。`,
  },
  missing_column: {
    en: (r) => `The file lacks the column ${at(r)}${want(r)}.`,
    zh: (r) => `文件缺少 ${处(r)} 列${应为(r)}。`,
  },
  file_empty: { en: (r) => `The file is empty${want(r)}.`, zh: (r) => `文件为空${应为(r)}。` },
  file_too_large: {
    en: (r) => `The file is too large${want(r)}${got(r)}.`,
    zh: (r) => `文件过大${应为(r)}${实为(r)}。`,
  },
  encoding_unknown: {
    en: (r) => `The text is in no known encoding${want(r)}${got(r)}.`,
    zh: (r) => `无法识别文字编码${应为(r)}${实为(r)}。`,
  },
  format_unknown: {
    en: (r) => `The file is in no known format${want(r)}${got(r)}.`,
    zh: (r) => `无法识别文件格式${应为(r)}${实为(r)}。`,
  },
  malformed_file: {
    en: (r) => `The file is damaged${want(r)}${got(r)}.`,
    zh: (r) => `文件已损坏${应为(r)}${实为(r)}。`,
  },
  malformed_mapping: {
    en: (r) => `The mapping does not fit at ${at(r)}${want(r)}${got(r)}.`,
    zh: (r) => `列对照表 ${处(r)} 处不符${应为(r)}${实为(r)}。`,
  },
  malformed_json: {
    en: (r) => `The body is no JSON${want(r)}${got(r)}.`,
    zh: (r) => `请求体不是 JSON${应为(r)}${实为(r)}。`,
  },
  body_too_large: {
    en: (r) => `The body is too large${want(r)}${got(r)}.`,
    zh: (r) => `请求体过大${应为(r)}${实为(r)}。`,
  },
  unsupported_media_type: {
    en: (r) => `The body is of a type that is not read here${want(r)}${got(r)}.`,
    zh: (r) => `不支持的内容类型${应为(r)}${实为(r)}。`,
  },
  cursor_wrong: {
    en: (r) => `The cursor is none of ours${want(r)}.`,
    zh: (r) => `游标无效${应为(r)}。`,
  },
  id_wrong: {
    en: (r) => `${at(r)} is no such id${want(r)}${got(r)}.`,
    zh: (r) => `${处(r)} 不是有效编号${应为(r)}${实为(r)}。`,
  },
  id_differs: {
    en: (r) => `The id in the body is not the one in the address${want(r)}${got(r)}.`,
    zh: (r) => `请求体中的编号与地址不一致${应为(r)}${实为(r)}。`,
  },
  period_wrong: {
    en: (r) => `${at(r)} is no period${want(r)}${got(r)}.`,
    zh: (r) => `${处(r)} 不是统计期间${应为(r)}${实为(r)}。`,
  },
  not_found: {
    en: (r) => `There is no such ${r.field || 'thing'}${got(r)}.`,
    zh: (r) => `没有找到 ${r.field || '该对象'}${实为(r)}。`,
  },
  catalogue_unknown: {
    en: (r) => `There is no such catalogue${want(r)}${got(r)}.`,
    zh: (r) => `没有这个目录${应为(r)}${实为(r)}。`,
  },
  catalogue_not_in_effect: {
    en: (r) => `This version of the catalogue may not be delivered on that day${want(r)}${got(r)}.`,
    zh: (r) => `该版本目录在当日不接收报送${应为(r)}${实为(r)}。`,
  },
  definition_unknown: {
    en: (r) => `There is no such definition of quality${want(r)}${got(r)}.`,
    zh: (r) => `没有这个质量考核口径${应为(r)}${实为(r)}。`,
  },
  enterprise_unknown: {
    en: (r) => `No firm is registered under this code${got(r)}.`,
    zh: (r) => `该代码没有登记的企业${实为(r)}。`,
  },
  enterprise_not_scored: {
    en: (r) => `The firm has no score yet${got(r)}.`,
    zh: (r) => `该企业尚无评分${实为(r)}。`,
  },
  enterprise_hard_stop: {
    en: (r) => `The firm stands on a list that stops it${got(r)}.`,
    zh: (r) => `该企业被列入禁入名单${实为(r)}。`,
  },
  need_differs: {
    en: (r) => `Another need stands under this id; they differ in ${at(r)}.`,
    zh: (r) => `该编号下已有不同的需求，差异在 ${处(r)}。`,
  },
  batch_differs: {
    en: (r) => `Another batch stands under this id; they differ in ${at(r)}.`,
    zh: (r) => `该编号下已有不同的批次，差异在 ${处(r)}。`,
  },
  whitelist_differs: {
    en: (r) => `Another recommended list stands under this id; they differ in ${at(r)}.`,
    zh: (r) => `该编号下已有不同的推荐名单，差异在 ${处(r)}。`,
  },
  verification_differs: {
    en: (r) => `Another verification stands under this id; they differ in ${at(r)}.`,
    zh: (r) => `该编号下已有不同的核实结论，差异在 ${处(r)}。`,
  },
  record_not_verifiable: {
    en: (r) => `This record is not one that is verified${want(r)}${got(r)}.`,
    zh: (r) => `该记录不在核实范围${应为(r)}${实为(r)}。`,
  },
  case_differs: {
    en: (r) => `This case was filed or moved otherwise before; it differs in ${at(r)}.`,
    zh: (r) => `该案件此前的提交或办理内容不同，差异在 ${处(r)}。`,
  },
  record_withdrawn: {
    en: (r) => `The record has been withdrawn already${got(r)}.`,
    zh: (r) => `该记录已撤出${实为(r)}。`,
  },
  case_not_possible: {
    en: (r) => `This record cannot be repaired${want(r)}${got(r)}.`,
    zh: (r) => `该记录不适用信用修复${应为(r)}${实为(r)}。`,
  },
  not_repairable_yet: {
    en: (r) => `The least time of publicity is not over; repair is possible later${want(r)}.`,
    zh: (r) => `最短公示期未满，可申请修复之日${应为(r)}。`,
  },
  promise_required: {
    en: () => 'Nothing is repaired without a public commitment.',
    zh: () => '信用修复须作出公开信用承诺。',
  },
  promise_barred: {
    en: () => 'The firm broke its word before: its commitment is not accepted for now.',
    zh: () => '该企业曾违背承诺或申报不实，限制期内不适用承诺修复。',
  },
  evidence_required: {
    en: () => 'Papers are needed that prove the duties fulfilled.',
    zh: () => '须提交已履行义务的证明材料。',
  },
  case_open: {
    en: (r) => `Another case of this kind is open on the record${got(r)}.`,
    zh: (r) => `该记录已有同类案件在办${实为(r)}。`,
  },
  case_not_filed: {
    en: (r) => `The case no longer waits for acceptance${got(r)}.`,
    zh: (r) => `该案件已不在待受理状态${实为(r)}。`,
  },
  case_not_accepted: {
    en: (r) => `The case does not wait for a decision${got(r)}.`,
    zh: (r) => `该案件不在办理状态${实为(r)}。`,
  },
  case_not_extendable: {
    en: (r) => `The case cannot be extended${want(r)}${got(r)}.`,
    zh: (r) => `该案件不能延期${应为(r)}${实为(r)}。`,
  },
  case_not_open: {
    en: (r) => `The case is closed${got(r)}.`,
    zh: (r) => `该案件已办结${实为(r)}。`,
  },
  need_not_open: {
    en: (r) => `The need is not open${want(r)}${got(r)}.`,
    zh: (r) => `该需求不在开放状态${应为(r)}${实为(r)}。`,
  },
  need_not_matched: {
    en: (r) => `The need was never matched${got(r)}.`,
    zh: (r) => `该需求从未匹配${实为(r)}。`,
  },
  whitelist_not_draft: {
    en: (r) => `The recommended list is not at the step for this${want(r)}${got(r)}.`,
    zh: (r) => `推荐名单不在相应步骤${应为(r)}${实为(r)}。`,
  },
  valid_to_passed: {
    en: (r) => `The last day of validity has passed${want(r)}${got(r)}.`,
    zh: (r) => `有效期已过${应为(r)}${实为(r)}。`,
  },
  version_differs: {
    en: (r) => `Somebody has changed this since you read it${want(r)}${got(r)}.`,
    zh: (r) => `读取之后已有人修改${应为(r)}${实为(r)}。`,
  },
  busy: {
    en: () => 'Others are changing this at the very moment: send the same again shortly.',
    zh: () => '正有他人同时修改，请稍后重发同样的请求。',
  },
  calendar_year_unknown: {
    en: (r) => `The working-day calendar does not know that year${want(r)}${got(r)}.`,
    zh: (r) => `工作日历没有该年份${应为(r)}${实为(r)}。`,
  },
};

/** A refusal as a sentence: what is wrong, where, and what was expected. */
export const sentence = (refusal: Refusal, language: Language): string =>
  sentences[refusal.code][language](refusal);
