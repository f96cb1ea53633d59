import type { Chance } from './chance.ts';
import type { District } from './district.ts';
import type { LegalForm } from './firm.ts';
import type { Trade } from './trade.ts';

/**
 * Coined pairs of seldom-met characters, so that the names sound right and are nobody's; any likeness to
 * a real firm is chance. All stand in the two-byte range of GB18030.
 */
const FIRST = [...'霁翎澹筠珩栩岫漪蘅槿桉珞楸檀钰砚汀荻蔚昀皓澍沅湄峤翊骥绮瑾琮'];
const SECOND = [...'穗屿笺棹舸昶葳禾轲霖澜泓骁铎炜烁辰衡彦祺骞煦垚淼晟瀚沣沐稷钊'];

/** 昆山 + 霁禾 + 精密机械 + 有限公司; sole proprietors trade as 店, 部 or 厂, co-operatives say so. */
export function makeName(
  chance: Chance,
  who: { readonly district: District; readonly trade: Trade; readonly form: LegalForm },
): string {
  const coined = `${chance.pick(FIRST)}${chance.pick(SECOND)}`;
  const { place, zh } = who.district;
  if (who.form === 'cooperative') return `${place}市${coined}${who.trade.word}专业合作社`;
  if (who.form === 'sole_proprietor')
    return `${zh}${coined}${who.trade.word}${chance.pick(soleEnding(who.trade))}`;
  const start = chance.happens(0.25) && place !== '苏州' ? '苏州' : place;
  const tail = chance.happens(0.03) ? '股份有限公司' : '有限公司';
  const science = chance.happens(0.2) && who.trade.season !== 'shop' ? '科技' : '';
  const word = who.trade.word.endsWith('科技') ? who.trade.word : `${who.trade.word}${science}`;
  return `${start}${coined}${word}${tail}`;
}

/** A trading partner from outside the city. */
export const makeOutsider = (chance: Chance, trade: Trade): string =>
  `${chance.pick(['上海', '无锡', '嘉兴', '杭州', '南通', '宁波', '常州'])}${chance.pick(FIRST)}${chance.pick(SECOND)}${trade.word}有限公司`;

const soleEnding = (trade: Trade) => {
  if (/店|超市|药房/.test(trade.word)) return [''];
  if (trade.code.startsWith('C')) return ['厂', '加工厂'];
  return trade.risk === 'food' ? ['店', '商行'] : ['经营部', '服务部', '工作室'];
};
