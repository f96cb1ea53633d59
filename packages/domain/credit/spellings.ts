import type { Choices } from './catalogue.ts';

/** Spellings of an end that does not come: as good as none. */
export const withoutEnd: readonly string[] = [
  ...['长期', '长期有效', '永久', '永久有效', '无固定期限', '至今', '/', '无'],
  ...['9999-12-31', '9999/12/31', '99991231', '2099-12-31', '2099/12/31', '20991231'],
];

/** The level of the authority that granted something. */
export const levels: Choices = {
  national: ['国家级', '国家', '部级'],
  province: ['省级', '省', '省部级'],
  city: ['市级', '市', '地市级', '设区市级'],
  district: ['区级', '县级', '区县级', '县（区）级', '区', '县'],
};

/** Whether what was due for a month has been paid. */
export const paidInFull: Choices = {
  yes: ['是', '已缴', '已缴清', '足额', '足额缴纳', '已到账', '1', 'Y'],
  no: ['否', '未缴', '未缴清', '欠缴', '欠费', '未到账', '0', 'N'],
};
