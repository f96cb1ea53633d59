export type District = { readonly code: string; readonly zh: string; readonly en: string };

/**
 * The ten districts (板块) of Suzhou: GB/T 2260 (domain.md C5), and 320594 under which the market
 * regulator registers firms in the Industrial Park, which has no GB/T 2260 code.
 */
export const suzhouDistricts = [
  { code: '320505', zh: '虎丘区', en: 'Huqiu (Suzhou New District)' },
  { code: '320506', zh: '吴中区', en: 'Wuzhong' },
  { code: '320507', zh: '相城区', en: 'Xiangcheng' },
  { code: '320508', zh: '姑苏区', en: 'Gusu' },
  { code: '320509', zh: '吴江区', en: 'Wujiang' },
  { code: '320581', zh: '常熟市', en: 'Changshu' },
  { code: '320582', zh: '张家港市', en: 'Zhangjiagang' },
  { code: '320583', zh: '昆山市', en: 'Kunshan' },
  { code: '320585', zh: '太仓市', en: 'Taicang' },
  { code: '320594', zh: '工业园区', en: 'Suzhou Industrial Park' },
] as const satisfies readonly District[];
