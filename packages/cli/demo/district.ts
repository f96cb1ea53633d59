/** One of Suzhou's ten: as the register writes it, with the place that its firms' names begin with. */
export type District = {
  readonly code: string;
  readonly zh: string;
  readonly place: string;
  /** As departments and courts of the district call themselves, e.g. 昆山市. */
  readonly short: string;
  /** Firms in a thousand: rough shares of the city's register, Kunshan and the Park ahead. */
  readonly weight: number;
  /** Divisions abolished in 2012 whose codes live on inside old firms' codes (domain.md C5). */
  readonly former: readonly string[];
};

export const districts: readonly District[] = [
  row('320583', '昆山市', '昆山', 170),
  row('320594', '苏州工业园区', '苏州工业园区', 145),
  row('320509', '吴江区', '苏州', 130, ['320584']),
  row('320506', '吴中区', '苏州', 115),
  row('320581', '常熟市', '常熟', 110),
  row('320582', '张家港市', '张家港', 85),
  row('320507', '相城区', '苏州', 75),
  row('320508', '姑苏区', '苏州', 65, ['320502', '320503', '320504']),
  row('320585', '太仓市', '太仓', 55),
  row('320505', '虎丘区', '苏州', 50),
];

function row(
  code: string,
  zh: string,
  place: string,
  weight: number,
  former: readonly string[] = [],
): District {
  return { code, zh, place, short: zh.replace('苏州', ''), weight, former };
}
