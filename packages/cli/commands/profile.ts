import type { CatalogueId } from '#domain/credit/catalogue';
import type { CreditRecord } from '#domain/credit/record';
import type { Enterprise } from '#domain/enterprise/enterprise';
import type { Platform } from '#platform/platform';
import { allItems, allPages } from '../all-pages.ts';
import { asker } from '../asker.ts';
import { type Command, DONE } from '../command.ts';
import { moneyWords } from '../demo/wording.ts';
import { granted } from '../granted.ts';
import { readDay, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { writeJson, writeOut } from '../write-out.ts';
import { readCode } from './score.ts';
import { type InvoiceTotals, totalInvoices } from './total-invoices.ts';

const USAGE = `xyd profile [--code C]

What the store holds of every firm, or of one: its status, records per catalogue (an
invoice record holds a quarter), and its invoices: void ones are counted apart, red-letter
ones take back what they take back. Money is net of tax, in fen.

  --code C      this firm alone
${STORE_OPTIONS}

Example: xyd profile --json`;

type Profile = {
  readonly code: string;
  readonly name: string;
  readonly status: string;
  readonly records: Readonly<Partial<Record<CatalogueId, number>>>;
  readonly invoices: InvoiceTotals;
};

export const profile: Command = {
  about: 'what the store holds of each firm',
  usage: USAGE,
  run: async (args) => {
    const options = readOptions(args, { ...storeOptions, code: { type: 'string' } });
    const code = options.code === undefined ? undefined : readCode(options.code);
    const asOf = readDay('--as-of', options['as-of']);
    await withPlatform(storeOf(options.data, asOf), async ({ platform }) => {
      const show = async (enterprise: Enterprise) => {
        const found = await profileOf(platform, enterprise);
        await (options.json ? writeJson(found) : writeOut(render(found)));
      };
      if (code !== undefined)
        return show(granted(await platform.readEnterprise(asker, { code })).enterprise);
      for await (const page of allPages((at) => platform.listEnterprises(asker, at)))
        for (const { enterprise } of page) await show(enterprise);
    });
    return DONE;
  },
};

async function profileOf(platform: Platform, { code, name, status }: Enterprise): Promise<Profile> {
  const records = await allItems<CreditRecord>((page) =>
    platform.readRecords(asker, { ...page, code }),
  );
  const counts: Partial<Record<CatalogueId, number>> = {};
  for (const { catalogue } of records) counts[catalogue] = (counts[catalogue] ?? 0) + 1;
  return { code, name, status, records: counts, invoices: totalInvoices(records) };
}

function render({ code, name, status, records, invoices }: Profile): string {
  const counted = Object.entries(records).map(([catalogue, count]) => `${catalogue} ${count}`);
  const directions = Object.entries(invoices).map(
    ([direction, total]) =>
      `  ${direction}: ${total.invoices.toLocaleString('en')} invoices, ` +
      `${moneyWords(total.amountFen)}, ${total.void.toLocaleString('en')} void`,
  );
  return [`${code}  ${name} (${status})`, `  ${counted.join(', ')}`, ...directions].join('\n');
}
