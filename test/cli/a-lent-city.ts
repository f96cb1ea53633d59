import { addDays, type BusinessDate, date } from '#domain/time';
import { openLocal } from '#platform/open-local';
import type { Platform } from '#platform/platform';
import { codeOf } from '#test/support/numbered-firms';
import { deliver, done, OFFICE } from '#test/support/slice';

/** A Monday. */
export const FIRST_DAY = date('2026-03-02');
const FIRMS = 120;
const LOANS = 60;
const districts = ['320508', '320506', '320594'];
const industries = ['C3484', 'F5199', 'I6513'];

const firms = Array.from({ length: FIRMS }, (_, number) => number + 1);

const penalties = (numbers: readonly number[], decidedOn: string) =>
  numbers.map((number) => ({
    code: codeOf(number),
    document_number: `${decidedOn}-${number}`,
    category: '吊销许可证',
    decided_on: decidedOn,
    authority: '市监局',
  }));

async function onDay(
  dataDir: string,
  asOf: BusinessDate,
  work: (platform: Platform) => Promise<void>,
): Promise<void> {
  const local = await openLocal({ dataDir, asOf });
  try {
    await work(local.platform);
  } finally {
    await local.close();
  }
}

/** Every third firm was punished two years ago; of those three in five default, of the others one in ten. */
export const foundCity = (dataDir: string): Promise<void> =>
  onDay(dataDir, FIRST_DAY, async (platform) => {
    await deliver(
      platform,
      'enterprise-registration',
      firms.map((number) => ({
        code: codeOf(number),
        name: `第${number}公司`,
        established_on: `${2005 + (number % 20)}-05-08`,
        industry: industries[number % 4] ?? '',
        // Too few of one district to be told.
        district: number <= 4 ? '320585' : (districts[number % 3] ?? ''),
      })),
    );
    const punished = firms.filter((number) => number % 3 === 0);
    await deliver(platform, 'administrative-penalty', penalties(punished, '2024-01-15'));
    // The second half of the register are good taxpayers, three in four of them.
    const taxpayers = firms.filter((number) => number > FIRMS / 2 && number % 4 > 0);
    await deliver(
      platform,
      'tax-grade',
      taxpayers.map((number) => ({
        code: codeOf(number),
        year: '2024',
        grade: 'A',
        published_on: '2025-04-20',
      })),
    );
    for (const number of firms.slice(0, LOANS)) await lend(platform, number);
  });

async function lend(platform: Platform, number: number): Promise<void> {
  const code = codeOf(number);
  await done(
    platform.grantConsent(OFFICE, {
      id: `consent_${number}`,
      code,
      recipient: { kind: 'bank', organisation: 'bank_gusu' },
      categories: ['score'],
      purpose: 'credit_assessment',
      validFrom: FIRST_DAY,
      validUntil: FIRST_DAY,
      frequency: { reads: 1, days: 1 },
      dataLifeDays: 1,
    }),
  );
  const isBad = number % 3 === 0 ? number % 5 < 3 : number % 10 === 1;
  const observedFrom = date('2025-02-03');
  await done(
    platform.reportOutcome(OFFICE, {
      id: `outcome_${number}`,
      code,
      bank: 'bank_gusu',
      loan: `L-${number}`,
      ...(isBad ? { daysPastDue: 120 } : { classification: 'normal' as const }),
      observedFrom,
      observedTo: isBad ? addDays(observedFrom, 200) : date('2026-02-03'),
    }),
  );
}

/** Within the week two firms in five are punished. */
export const moveCity = (dataDir: string): Promise<void> =>
  onDay(dataDir, addDays(FIRST_DAY, 6), async (platform) => {
    const punished = firms.filter((number) => number % 5 < 2);
    await deliver(
      platform,
      'administrative-penalty',
      penalties(punished, '2026-03-05'),
      'batch_later',
    );
  });
