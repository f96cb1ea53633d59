import { supplierId } from '#domain/ids';
import { definitionOf, definitionOn } from '#domain/quality/definition';
import { parsePeriod } from '#domain/quality/period';
import { type Grouping, groupings } from '#domain/quality/quality-table';
import type { Outcome } from '#domain/refusal';
import { sentence } from '#platform/sentences';
import { allItems } from '../all-pages.ts';
import { asker } from '../asker.ts';
import { type Command, DONE } from '../command.ts';
import { granted } from '../granted.ts';
import { language } from '../language.ts';
import { Misuse } from '../misuse.ts';
import { readDay, readId, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { writeJson, writeOut } from '../write-out.ts';
import { renderQuality } from './render-quality.ts';

const USAGE = `xyd quality --period P [--definition ID] [--by ROWS] [--supplier ID]

How well suppliers delivered in a period: 及时率, 入库率, 合规率 and 上报率 with the targets of
a definition, ranks and weak points. It is reckoned from what was delivered, so that any
past period can be measured again, by any definition.

  --period P       a month, a quarter or a year: 2023-07, 2023-Q3, 2023
  --definition ID  how suppliers are graded: suzhou-2020, gusu-2023 and so on (the
                   city's in force on the last day of the period)
  --by ROWS        supplier, catalogue, district or supplier_catalogue (supplier)
  --supplier ID    its figures alone
${STORE_OPTIONS}

Example: xyd quality --period 2023-07 --definition gusu-2023`;

export const quality: Command = {
  about: 'how well suppliers delivered in a period',
  usage: USAGE,
  run: async (args) => {
    const { data, json, asOf, definition, ...asked } = readTerms(args);
    await withPlatform(storeOf(data, asOf), async ({ platform }) => {
      const table = granted(
        await platform.measureQuality(asker, { ...asked, definition: definition.id }),
      );
      if (json) return writeJson(table);
      const suppliers = await allItems((page) => platform.listSuppliers(asker, page));
      const names = new Map(suppliers.map(({ id, name }) => [id, name]));
      return writeOut(renderQuality(table, { definition, names, language: language() }));
    });
    return DONE;
  },
};

function readTerms(args: readonly string[]) {
  const options = readOptions(args, {
    ...storeOptions,
    period: { type: 'string' },
    definition: { type: 'string' },
    by: { type: 'string', default: 'supplier' },
    supplier: { type: 'string' },
  });
  if (options.period === undefined)
    throw new Misuse('Say which period with --period, such as 2023-07, 2023-Q3 or 2023');
  const period = lawful(parsePeriod(options.period));
  return {
    data: options.data,
    json: options.json,
    asOf: readDay('--as-of', options['as-of']),
    period: period.name,
    definition: lawful(
      options.definition === undefined ? definitionOn(period.to) : definitionOf(options.definition),
    ),
    by: readGrouping(options.by),
    ...(options.supplier !== undefined && {
      supplier: readId('--supplier', 'supplier', supplierId, options.supplier),
    }),
  };
}

/** What was typed, or what is wrong with it, as over HTTP. */
function lawful<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Misuse(sentence(outcome.refusal, language()));
}

function readGrouping(text: string): Grouping {
  const grouping = groupings.find((known) => known === text);
  if (grouping !== undefined) return grouping;
  throw new Misuse(`--by is one of ${groupings.join(', ')}, not ${text}`);
}
