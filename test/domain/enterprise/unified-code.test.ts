import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkCharacter,
  isEnterprisePrefix,
  parseUnifiedCode,
  standInCode,
} from '#domain/enterprise/unified-code';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

// domain.md C1 and the vectors of real firms.
const valid = [
  '91350100M000100Y43', // The standard's own example.
  '914403001922038216',
  '91440300708461136T',
  '91330100799655058B',
  '91110000802100433B',
  '91100000100003962T',
  '9131000010000595XD',
  '91320000768299855B',
  '91320000137720519P',
  '91310115MA1H9YGWXX',
  '91350900587527783P',
  '91320508MA00004370', // Check character 0.
  '91320508MA0000082Y',
  '91320508MA0000269X',
  '92320505MA1ABC2DXG',
  '93320509MA1ABC2DX7',
  '91310110666007217T',
  '91110000600037341L',
  '91230184MA1BUFLT44',
  '92371000MA3MXH0E3W',
  '91441322MA4UJCMM80',
  '91610137673289953K',
  '913209810552234205',
  '91330203MA2GWEQ46F',
  '91320583MA25NK6N1W',
  '91320583MA1NMT7W5M',
  '91320583MA20P2BL4G',
  '913205057527227780',
];

const aCode = fc.constantFrom(...valid);
const refusalOf = (text: string) => {
  const parsed = parseUnifiedCode(text);
  return parsed.ok ? 'accepted' : parsed.refusal.code;
};

describe('a unified code', () => {
  test.each(valid)('%s is accepted without a warning', (code) => {
    expect(parseUnifiedCode(code)).toEqual({ ok: true, value: code, warnings: [] });
  });

  // Each line mends the fault above it.
  test.each([
    ['12345678', 'code_wrong_length'],
    ['91310115MA1K49', 'code_wrong_length'],
    ['', 'code_wrong_length'],
    ['0035010OM000100Y4Z', 'code_wrong_character'], // O and Z.
    ['00350A00M000100Y4A', 'code_wrong_character'], // A letter among the registrar's digits.
    ['00350100M000100Y4A', 'code_wrong_prefix'],
    ['91350100M000100Y4A', 'code_wrong_check_digit'],
    ['91350100M000100Y43', 'accepted'],
  ])('%s → %s', (text, expected) => {
    expect(refusalOf(text)).toBe(expected);
  });

  test.each([
    ['91350211M00013FA1N', 'code_wrong_check_digit'], // An early pilot code.
    ['91110000600037342L', 'code_wrong_check_digit'],
    ['A1110000600037341L', 'code_wrong_check_digit'],
    ['91350100M000100Y4Z', 'code_wrong_character'],
    ['９１350100M000100Y43', 'code_wrong_character'],
    ['9135O100M000100Y43', 'code_wrong_character'],
    ['91350100M000I00Y43', 'code_wrong_character'],
    ['94350100M000100Y43', 'code_wrong_prefix'],
  ])('%s is refused with %s', (text, expected) => {
    expect(refusalOf(text)).toBe(expected);
  });

  test('a refusal says what was expected', () => {
    expect(parseUnifiedCode('91350100M000100Y4A')).toEqual({
      ok: false,
      refusal: { code: 'code_wrong_check_digit', expected: '3', actual: 'A' },
    });
    expect(parseUnifiedCode('1234')).toEqual({
      ok: false,
      refusal: { code: 'code_wrong_length', expected: '18', actual: '4' },
    });
  });

  test('a made-up code that passes the check is still lawful', () => {
    expect(parseUnifiedCode('91310115591693856A')).toMatchObject({ ok: true });
  });

  test.each([' 9 1 110000 600037341L ', '91110000-60003734-1-L', '91110000600037341l'])(
    '%s is the code without separators in capitals',
    (text) => {
      expect(parseUnifiedCode(text)).toMatchObject({ ok: true, value: '91110000600037341L' });
    },
  );

  test('a wrong check digit of the organisation is a warning, and so is a body that is no firm', () => {
    const wrongInside = `91320508MA0000430`;
    const society = `51320500MA0000437`;
    expect(parseUnifiedCode(wrongInside + checkCharacter(wrongInside))).toMatchObject({
      ok: true,
      warnings: ['organisation_check_digit'],
    });
    expect(parseUnifiedCode(society + checkCharacter(society))).toMatchObject({
      ok: true,
      warnings: ['prefix_not_sme'],
    });
  });

  test.each(['11', '12', '13', '19', '31', '52', '81', 'A1', 'N2', 'Y1'])(
    'prefix %s is the standard’s own',
    (prefix) => {
      const first17 = `${prefix}320500MA0000437`;
      expect(refusalOf(first17 + checkCharacter(first17))).toBe('accepted');
      expect(isEnterprisePrefix(first17)).toBe(false);
    },
  );

  test('a registrar that was abolished or never stood in GB/T 2260 is accepted', () => {
    for (const registrar of ['320502', '320584', '320594', '999999']) {
      const first17 = `91${registrar}MA0000437`;
      expect(refusalOf(first17 + checkCharacter(first17))).toBe('accepted');
    }
  });

  test('every change of a single character is caught', () => {
    fc.assert(
      fc.property(aCode, fc.nat(17), fc.constantFrom(...ALPHABET), (code, at, character) => {
        const changed = code.slice(0, at) + character + code.slice(at + 1);
        expect(refusalOf(changed) === 'accepted').toBe(changed === code);
      }),
      { numRuns: 2_000 },
    );
  });

  test('every swap of unequal neighbours is caught', () => {
    fc.assert(
      fc.property(aCode, fc.nat(16), (code, at) => {
        const swapped =
          code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        expect(refusalOf(swapped) === 'accepted').toBe(swapped === code);
      }),
      { numRuns: 1_000 },
    );
  });

  test('any text is answered, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(parseUnifiedCode(text)).toHaveProperty('ok');
      }),
    );
  });
});

describe('a stand-in code', () => {
  test.each([
    ['E1', '91000000000000E1'],
    ['e124', '910000000000E124'],
    ['12345678', '9100000012345678'],
  ])('of %s begins with %s and is lawful', (local, head) => {
    const code = standInCode(local);
    expect(code?.slice(0, 16)).toBe(head);
    expect(parseUnifiedCode(code ?? '')).toEqual({ ok: true, value: code, warnings: [] });
  });

  test.each(['', '123456789', 'S1', 'E-1', '企业1'])('is not made for %j', (local) => {
    expect(standInCode(local)).toBeUndefined();
  });

  test('is lawful for every number that fits, and tells numbers of equal length apart', () => {
    const aNumber = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(aNumber, aNumber, (one, other) => {
        expect(parseUnifiedCode(standInCode(one) ?? '')).toMatchObject({ ok: true, warnings: [] });
        expect(standInCode(one) === standInCode(other)).toBe(one === other);
      }),
    );
  });
});
