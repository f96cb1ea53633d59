const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfe;
const UNUSED_TRAIL = 0x7f;
const UNKNOWN = 0;

/** UTF-16 unit → two bytes, 0 where the two-byte range has none. Made when first asked for. */
let twoBytes: Uint16Array | undefined;

/**
 * Text as GB18030. Node decodes it but does not encode, so the decoder is asked once what each pair of bytes
 * means. Characters of the four-byte range are our own mistake: nothing we write needs them.
 */
export function encodeGb18030(text: string): Uint8Array {
  twoBytes ??= invert();
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      bytes[length++] = unit;
      continue;
    }
    const pair = twoBytes[unit] ?? UNKNOWN;
    if (pair === UNKNOWN)
      throw new Error(`Broken promise: ${text[index]} has two bytes in GB18030`);
    bytes[length++] = pair >> 8;
    bytes[length++] = pair & 0xff;
  }
  return bytes.subarray(0, length);
}

function invert(): Uint16Array {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Uint16Array(0x10000);
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead += 1)
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail += 1) {
      if (trail === UNUSED_TRAIL) continue;
      const decoded = decoder.decode(new Uint8Array([lead, trail]));
      if (decoded.length === 1 && decoded !== '\ufffd')
        pairs[decoded.charCodeAt(0)] = (lead << 8) | trail;
    }
  return pairs;
}
