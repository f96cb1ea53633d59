import type { BrokenLink } from '#domain/audit/audit-fault';
import type { RefusalCode } from '#domain/refusal';
import type { Language, Sentences } from './words.ts';

export const auditSentences = {
  audit_broken: {
    en: (r) =>
      `The audit is broken${r.field ? ` at ${r.field}` : ''}, so that its day cannot be sealed.`,
    zh: (r) => `审计链${r.field ? `在 ${r.field} 处` : ''}断裂，当日无法封存。`,
  },
} satisfies Partial<Sentences<RefusalCode>>;

const faults: Readonly<Record<BrokenLink['why'], Record<Language, string>>> = {
  entry_missing: { en: 'the entry is missing', zh: '缺少该条审计记录' },
  entry_altered: { en: 'the entry is not what was written', zh: '审计记录内容被改动' },
  entry_unreadable: { en: 'the entry cannot be read', zh: '审计记录无法读取' },
  link_broken: {
    en: 'the entry does not follow the one before it',
    zh: '审计记录与前一条不相衔接',
  },
  item_altered: {
    en: 'the entry is read, but its item is not the one that was written',
    zh: '审计记录的存储项被改动',
  },
  day_differs: {
    en: 'the entries of the day are not those that were sealed',
    zh: '当日审计记录与封存时不符',
  },
  checkpoint_missing: { en: 'the checkpoint of the day is missing', zh: '缺少当日封存' },
  checkpoint_altered: { en: 'the checkpoint is not what was written', zh: '当日封存被改动' },
  signature_wrong: { en: 'the signature is not ours', zh: '当日封存签名无效' },
};

/** The first broken link of the audit as people read it: where, and what is wrong there. */
export function brokenLinkSentence(
  { why, stream, seq, day }: BrokenLink,
  language: Language,
): string {
  const entry = stream === undefined ? [] : [`${stream} #${seq}`];
  const place = [...entry, ...(day === undefined ? [] : [day])].join(', ');
  const fault = faults[why][language];
  return language === 'zh' ? `审计链断裂：${place}，${fault}` : `Broken at ${place}: ${fault}`;
}
