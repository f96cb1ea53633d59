import { costSheet } from '#domain/cost/cost-sheet';
import { dueDays } from '#domain/cost/due-days';
import type { CostAsked } from '#domain/cost/product-cost';
import { productId } from '#domain/ids';
import type { Fee } from '#domain/product/product';
import { comparePlain, costPlain } from '#platform/cost-plain';
import { type Command, DONE } from '../command.ts';
import { language } from '../language.ts';
import { Misuse } from '../misuse.ts';
import { misuseOf } from '../parsed.ts';
import { readFee, readLoan } from '../read-loan.ts';
import { readDay, readId, readOptions } from '../read-options.ts';
import { writeJson, writeOut } from '../write-out.ts';
import { renderCostSheet } from './render-cost-sheet.ts';
import { renderCosts } from './render-costs.ts';

const USAGE = `xyd cost --principal YUAN --term MONTHS --repayment KIND --rate RATE [--fee FEE …]
xyd cost --principal YUAN --term MONTHS --repayment KIND --products FILE [--product ID …]

What a loan costs all in (贷款明白纸): interest and every fee, every payment, and the yearly
cost with all fees that the firm pays. Of products in a file: the cost sheet of one, or the
same loan of several, cheapest first. No store is needed.

  --principal YUAN  such as 1000000
  --term MONTHS     such as 12
  --repayment KIND  equal_instalments, equal_principal, interest_monthly,
                    interest_quarterly, bullet, stepped, revolving (drawn whole at once) or
                    renewal_without_repayment
  --rate RATE       yearly, such as 3.85%; of products the upper end of their price unless
                    told, so that nobody is promised too much
  --fee FEE         KIND:PRICE:CYCLE[:METHOD[:PAYER]], as often as there are fees: a kind
                    (guarantee, insurance, appraisal, registration, notary, intermediary,
                    commitment, other), a share of the principal or yuan each time, when it
                    is due (upfront, monthly, yearly, maturity), how it is paid (transfer,
                    deducted, included), who pays it (enterprise, bank, government)
  --drawn-on DATE   the day of disbursement: payments have days, and interest that is not
                    level counts them, of 360
  --products FILE   products as \`xyd match\` reads them
  --product ID      this product; several are compared, all of the file unless told
  --grade G         of the firm, where prices hang on it
  --as-of DATE      the day of the prices, YYYY-MM-DD (today)
  --json            for machines: money in fen, rates in basis points

Example: xyd cost --principal 1000000 --rate 3.85% --term 12 --repayment equal_instalments \\
  --fee guarantee:1%:upfront`;

export const cost: Command = {
  about: 'what a loan costs all in, with every fee',
  usage: USAGE,
  run: async (args) => {
    const terms = readTerms(args);
    await (terms.products === undefined ? tellLoan(terms) : tellProducts(terms, terms.products));
    return DONE;
  },
};

type Terms = ReturnType<typeof readTerms>;

function readTerms(args: readonly string[]) {
  const options = readOptions(args, {
    principal: { type: 'string' },
    term: { type: 'string' },
    repayment: { type: 'string' },
    rate: { type: 'string' },
    fee: { type: 'string', multiple: true, default: [] },
    'drawn-on': { type: 'string' },
    products: { type: 'string' },
    product: { type: 'string', multiple: true, default: [] },
    grade: { type: 'string' },
    'as-of': { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const { products, product, fee, grade } = options;
  if (products === undefined && (product.length > 0 || grade !== undefined))
    throw new Misuse('--product and --grade ask for --products FILE');
  if (products !== undefined && fee.length > 0)
    throw new Misuse('Products have their own fees: --fee goes without --products');
  const drawnOn = readDay('--drawn-on', options['drawn-on']);
  const asked: CostAsked = {
    ...readLoan(options),
    ...(grade !== undefined && { grade }),
    ...(drawnOn && { drawnOn }),
  };
  return {
    asked,
    fees: fee.map(readFee),
    products,
    chosen: product.map((id) => readId('--product', 'product', productId, id)),
    asOf: readDay('--as-of', options['as-of']),
    json: options.json,
  };
}

async function tellLoan({ asked, fees, json }: Terms): Promise<void> {
  const sheet = sheetOf(asked, fees);
  await (json ? writeJson(sheet) : writeOut(renderCostSheet(sheet, language())));
}

const LENDER = { zh: '贷款银行', en: 'the bank' } as const;

function sheetOf({ principal, term, repayment, rate, drawnOn }: CostAsked, fees: readonly Fee[]) {
  if (rate === undefined) throw new Misuse('Say the yearly rate with --rate, such as 3.85%');
  const days = drawnOn && dueDays({ drawnOn, term });
  if (days?.ok === false) throw misuseOf('--drawn-on', [days.refusal]);
  const sheet = costSheet(
    { principal, term, rate, repayment, fees },
    { lender: LENDER[language()], ...(days && { days: days.value }) },
  );
  if (!sheet.ok) throw misuseOf('The loan', [sheet.refusal]);
  return sheet.value;
}

async function tellProducts(terms: Terms, path: string): Promise<void> {
  const products = await productsIn(path, terms.chosen);
  const [only] = products;
  if (terms.chosen.length !== 1 || only === undefined) {
    const compared = comparePlain(products, terms);
    return terms.json ? writeJson(compared) : writeOut(renderCosts(compared, language()));
  }
  const told = costPlain(only, terms);
  if (!told.ok) throw misuseOf(only.id, [told.refusal]);
  return terms.json ? writeJson(told.value) : writeOut(renderCostSheet(told.value, language()));
}

/** The readers of tables take a while to load: a loan that is typed does not wait for them. */
async function productsIn(path: string, chosen: Terms['chosen']) {
  const { readProductFile } = await import('../market-file.ts');
  const all = await readProductFile(path);
  if (chosen.length === 0) return all;
  return chosen.map((id) => {
    const product = all.find((one) => one.id === id);
    if (!product) throw new Misuse(`There is no product ${id} in ${path}`);
    return product;
  });
}
