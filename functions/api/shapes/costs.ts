import * as z from 'zod';
import { costCycles, costKinds } from '#domain/cost/cost-items';
import { namesIn } from '#domain/names-in';
import { feeMethods, feePayers, repaymentKinds } from '#domain/product/vocabulary';
import { count, day, money, rate, refusal, term } from './values.ts';

const payment = z.strictObject({
  month: count.meta({ description: 'After disbursement, which is 0.' }),
  dueOn: day.exactOptional(),
  principal: money,
  interest: money,
  fees: money,
  total: money,
  balance: money,
});

const item = z
  .strictObject({
    kind: z.enum(namesIn(costKinds)),
    payer: z.enum(namesIn(feePayers)),
    payee: z.string(),
    method: z.enum(namesIn(feeMethods)),
    cycle: z.enum(namesIn(costCycles)),
    times: count,
    amount: money,
    share: rate,
  })
  .meta({ description: 'Interest or one fee over the whole term, whoever pays it.' });

const row = z.strictObject({
  product: z.string(),
  version: count,
  name: z.string(),
  bank: z.strictObject({ id: z.string(), name: z.string(), branch: z.string().exactOptional() }),
  price: z
    .strictObject({ min: rate, max: rate })
    .exactOptional()
    .meta({ description: 'Absent where it hangs on a loan prime rate that is not known.' }),
  rateFrom: z.enum(['asked', 'price']).meta({
    description: '`price`: reckoned at its upper end, so that nobody is promised too much.',
  }),
  principal: money,
  term,
  rate,
  repayment: z.enum(namesIn(repaymentKinds)),
  drawnOn: day.exactOptional(),
  received: money.meta({ description: 'Paid out: the principal less what is deducted from it.' }),
  interest: money,
  fees: money.meta({ description: 'What the enterprise pays beside interest.' }),
  cost: money.meta({ description: 'Interest and fees.' }),
  share: rate.meta({ description: 'The cost, of the principal.' }),
  nominal: rate.meta({ description: 'All in, yearly: twelve times the monthly rate of return.' }),
  effective: rate.meta({ description: 'The same with interest on interest.' }),
});

export const productCost = row
  .extend({ items: z.array(item), payments: z.array(payment) })
  .meta({ description: 'What a loan costs, told before it is signed (贷款明白纸).' });

export const costComparison = z
  .strictObject({
    items: z.array(row.extend({ largestPayment: money })),
    refused: z.array(z.strictObject({ product: z.string(), refusal })),
  })
  .meta({ description: 'Cheapest first, then the products that lend no such loan, and why.' });
