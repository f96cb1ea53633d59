import { parseUnifiedCode } from '../enterprise/unified-code.ts';
import type { RecordId } from '../ids.ts';
import { catalogueOf } from './catalogues.ts';
import { recordId } from './record.ts';

/** A sort key of the store holds 1,024 bytes. */
const MAX_RECORD_ID = 1000;

/** `<catalogue>/<code>/<key>` as clients send it back; undefined where no record can be named so. */
export function parseRecordId(text: string): RecordId | undefined {
  const [, name = '', subject = '', key = ''] =
    /^([a-z-]+)\/([0-9A-Z]{18})\/(.*)$/su.exec(text) ?? [];
  const catalogue = catalogueOf(name);
  const code = parseUnifiedCode(subject);
  return catalogue && code.ok && text.length <= MAX_RECORD_ID
    ? recordId(catalogue.id, code.value, key)
    : undefined;
}
