import { expect, test } from 'vitest';
import { suppliersOf } from '#cli/demo/department';
import { encodeGb18030 } from '#cli/demo/gb18030';
import type { RowRead } from '#domain/credit/read-row';
import { aCity, readDelivery, textOf } from './small-city.ts';

const city = aCity(7, 2000);
const known = new Set(city.population.map(({ code }) => code));
const read = city.deliveries.map((delivery) => ({ delivery, rows: readDelivery(delivery) }));
const all = (catalogue: string): readonly RowRead[] =>
  read.filter(({ delivery }) => delivery.catalogue === catalogue).flatMap(({ rows }) => rows);
const sound = (catalogue: string) => all(catalogue).flatMap((row) => (row.ok ? [row] : []));

test('GB18030 text comes back as it was', () => {
  const text = '苏州翎穗“小巨人”（甲）；〔2025〕1号,abc\r\n';
  expect(new TextDecoder('gb18030').decode(encodeGb18030(text))).toBe(text);
});

test('a character outside the two-byte range is our own mistake', () => {
  expect(() => encodeGb18030('😀')).toThrow('two bytes in GB18030');
});

test('files that are said to be GB18030 are no UTF-8 and the others are', () => {
  for (const { form, bytes } of city.deliveries) {
    if (form === 'csv-gzip') continue;
    const decode = () => new TextDecoder('utf-8', { fatal: true }).decode(bytes());
    if (form === 'csv-gb18030') expect(decode).toThrow();
    else expect(decode).not.toThrow();
  }
});

test('every supplier delivers and every file but its faulty rows is understood by its catalogue', () => {
  expect(new Set(city.deliveries.map(({ supplier }) => supplier)).size).toBe(9);
  for (const { delivery, rows } of read) {
    const faulty = rows.filter(({ ok }) => !ok).length / rows.length;
    expect(faulty, delivery.fileName).toBeLessThan(0.06);
  }
});

test('every file is delivered by a department whose duty it is', () => {
  const duties = new Map(suppliersOf(city.deliveries).map((one) => [one.id, one.duties]));
  for (const { supplier, catalogue } of city.deliveries)
    expect(duties.get(supplier)).toContain(catalogue);
});

test('of the rows of each large supplier half a percent to two are refused', () => {
  for (const supplier of new Set(city.deliveries.map((delivery) => delivery.supplier))) {
    const rows = read.filter((one) => one.delivery.supplier === supplier).flatMap((it) => it.rows);
    if (rows.length < 1000) continue;
    const faulty = rows.filter(({ ok }) => !ok).length / rows.length;
    expect(faulty, supplier).toBeGreaterThan(0.004);
    expect(faulty, supplier).toBeLessThan(0.02);
  }
});

test('the faults are of the kinds met in the field', () => {
  const codes = new Set(
    read
      .flatMap(({ rows }) => rows)
      .flatMap((row) => (row.ok ? [] : row.refusals.map((it) => it.code))),
  );
  for (const code of [
    'code_wrong_check_digit',
    'code_wrong_length',
    'date_in_future',
    'date_wrong',
    'money_negative',
    'money_wrong',
    'not_in_list',
    'required',
    'column_count',
  ])
    expect(codes).toContain(code);
});

test('the register knows every firm, and a few rows elsewhere speak of strangers', () => {
  const registered = new Set<string>(
    sound('enterprise-registration').map(({ subject }) => subject),
  );
  expect(registered).toEqual(known);
  const strange = sound('vat-invoice').filter(({ subject }) => !known.has(subject)).length;
  expect(strange / sound('vat-invoice').length).toBeGreaterThan(0.001);
  expect(strange / sound('vat-invoice').length).toBeLessThan(0.006);
});

test('some rows come twice, some again with other content', () => {
  const seen = new Map<string, string>();
  let repeated = 0;
  let corrected = 0;
  for (const { subject, key, content } of sound('vat-invoice')) {
    const before = seen.get(`${subject}/${key}`);
    const now = JSON.stringify(content);
    if (before === now) repeated += 1;
    else if (before !== undefined) corrected += 1;
    seen.set(`${subject}/${key}`, now);
  }
  expect(repeated).toBeGreaterThan(100);
  expect(corrected).toBeGreaterThan(100);
  expect(repeated + corrected).toBeLessThan(2500);
});

test('the city has about 130,000 invoices, a few percent void and a few negative, none without its firm', () => {
  const invoices = sound('vat-invoice');
  expect(invoices.length).toBeGreaterThan(110_000);
  expect(invoices.length).toBeLessThan(150_000);
  const shareOf = (holds: (content: (typeof invoices)[number]['content']) => boolean) =>
    invoices.filter(({ content }) => holds(content)).length / invoices.length;
  const voided = shareOf(({ status }) => status === 'void');
  expect(voided).toBeGreaterThan(0.015);
  expect(voided).toBeLessThan(0.05);
  const negative = shareOf(({ amount }) => Number(amount) < 0);
  expect(negative).toBeGreaterThan(0.005);
  expect(negative).toBeLessThan(0.03);
});

test('a firm’s invoices stand together in one file', () => {
  for (const { delivery, rows } of read.filter((it) => it.delivery.catalogue === 'vat-invoice')) {
    const order = rows.flatMap((row) => (row.ok && known.has(row.subject) ? [row.subject] : []));
    const changes = order.filter((code, index) => code !== order[index - 1]).length;
    expect(changes, delivery.id).toBe(new Set(order).size);
  }
});

test('Spring Festival is quiet and December is busy in the works', () => {
  const makers = new Set<string>(
    city.population.filter(({ trade }) => trade.season === 'factory').map(({ code }) => code),
  );
  const sales = (month: string) =>
    sound('vat-invoice')
      .filter(({ subject, content }) => makers.has(subject) && content.direction === 'sale')
      .filter(({ occurredOn }) => occurredOn.startsWith(month))
      .reduce((sum, { content }) => sum + Number(content.amount), 0);
  expect(sales('2026-02')).toBeLessThan(0.75 * sales('2026-03'));
  expect(sales('2025-12')).toBeGreaterThan(sales('2025-10'));
});

test('one to two firms of a hundred are dishonest debtors; a fifth of tax grades is A', () => {
  const debtors = new Set(sound('dishonest-debtor').map(({ subject }) => subject)).size;
  expect(debtors).toBeGreaterThan(12);
  expect(debtors).toBeLessThan(60);
  const grades = sound('tax-grade').map(({ content }) => content.grade);
  const best = grades.filter((grade) => grade === 'A').length / grades.length;
  expect(best).toBeGreaterThan(0.1);
  expect(best).toBeLessThan(0.3);
});

test('better firms have better tax grades and fewer penalties', () => {
  const quality = new Map<string, number>(city.population.map((firm) => [firm.code, firm.quality]));
  const mean = (subjects: readonly string[]) =>
    subjects.reduce((sum, code) => sum + (quality.get(code) ?? 0), 0) / subjects.length;
  const graded = (grade: string) =>
    sound('tax-grade').flatMap(({ subject, content }) =>
      content.grade === grade ? [subject] : [],
    );
  expect(mean(graded('A'))).toBeGreaterThan(mean(graded('B')) + 0.5);
  expect(mean(graded('B'))).toBeGreaterThan(mean(graded('D')) + 0.5);
  expect(mean(sound('administrative-penalty').map(({ subject }) => subject))).toBeLessThan(-0.2);
});

test('numbers of decisions and cases carry the mark of a demonstration', () => {
  const numbers = ['administrative-penalty', 'judgment-debtor', 'administrative-licence'].flatMap(
    (catalogue) =>
      sound(catalogue).map(({ content }) => content.document_number ?? content.case_number),
  );
  for (const number of numbers) expect(number).toContain('演');
});

test('a file is made anew each time and always the same', () => {
  for (const delivery of city.deliveries.slice(-5)) expect(textOf(delivery)).toBe(textOf(delivery));
});
