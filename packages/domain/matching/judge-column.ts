import { type AskForm, askVerdict, type ListForm, type RangeForm } from './ask.ts';
import type { Question } from './question.ts';

/** What is written for an ask that is not met, or not known to be. */
export type Mark = { readonly no: number; readonly unknown: number };

/** Writes the mark of each ask that is not met to its place, where zeros stand; whether there is any. */
export type JudgeColumn = (question: Question, mark: Mark, marks: Int32Array) => boolean;

type Forms = readonly (AskForm | undefined)[];

/** Judges all asks of one column: in typed arrays where they are of one form, else one by one. */
export function judgeColumn(forms: Forms): JudgeColumn {
  const asked = forms.filter((form) => form !== undefined);
  const ranges = asked.filter((form) => form.kind === 'range');
  const lists = asked.filter((form) => form.kind === 'list');
  if (ranges.length === asked.length) return judgeRanges(ranges);
  return lists.length === asked.length ? judgeLists(lists) : judgeOneByOne(forms);
}

const judgeOneByOne =
  (forms: Forms): JudgeColumn =>
  (question, { no, unknown }, marks) => {
    let lacking = false;
    for (let place = 0; place < forms.length; place += 1) {
      const form = forms[place];
      const verdict = form ? askVerdict(form, question) : 'yes';
      if (verdict === 'yes') continue;
      marks[place] = verdict === 'no' ? no : unknown;
      lacking = true;
    }
    return lacking;
  };

function judgeRanges(forms: readonly RangeForm[]): JudgeColumn {
  const mins = Float64Array.from(forms, ({ min }) => min);
  const maxs = Float64Array.from(forms, ({ max }) => max);
  return (question, { no, unknown }, marks) => {
    const told = forms[0]?.told(question);
    if (told === undefined) {
      marks.fill(unknown, 1);
      return true;
    }
    let lacking = false;
    for (let at = 0; at < mins.length; at += 1)
      if (!(told >= (mins[at] ?? 0) && told <= (maxs[at] ?? 0))) {
        marks[at + 1] = no;
        lacking = true;
      }
    return lacking;
  };
}

const BITS = 32;

/** Each value that lists name is judged once and is a bit; every list is read off that. */
function judgeLists(forms: readonly ListForm[]): JudgeColumn {
  const values = [
    ...new Set(forms.flatMap(({ within = [], except = [] }) => [...within, ...except])),
  ];
  const words = Math.ceil(values.length / BITS);
  const bits = new Map(values.map((value, bit) => [value, bit]));
  const within = masks(
    forms.map((form) => form.within),
    bits,
    words,
  );
  const except = masks(
    forms.map((form) => form.except),
    bits,
    words,
  );
  return (question, { no, unknown }, marks) => {
    const { yes, perhaps } = held(forms[0], values, question, words);
    let lacking = false;
    for (let at = 0; at < forms.length; at += 1) {
      let inside = within.asked[at] === 1 ? 0 : 1;
      let maybeInside = 0;
      let excluded = 0;
      let maybeExcluded = 0;
      for (let word = 0; word < words; word += 1) {
        const wanted = within.bits[at * words + word] ?? 0;
        const unwanted = except.bits[at * words + word] ?? 0;
        inside |= wanted & (yes[word] ?? 0);
        maybeInside |= wanted & (perhaps[word] ?? 0);
        excluded |= unwanted & (yes[word] ?? 0);
        maybeExcluded |= unwanted & (perhaps[word] ?? 0);
      }
      if (inside !== 0 && excluded === 0 && maybeExcluded === 0) continue;
      const lost = excluded !== 0 || (inside === 0 && maybeInside === 0);
      marks[at + 1] = lost ? no : unknown;
      lacking = true;
    }
    return lacking;
  };
}

/** Which values hold and which nobody knows of, as bits. */
function held(
  form: ListForm | undefined,
  values: readonly string[],
  question: Question,
  words: number,
) {
  const yes = new Int32Array(words);
  const perhaps = new Int32Array(words);
  const holds = form?.holds(question);
  for (let bit = 0; bit < values.length; bit += 1) {
    const verdict = holds?.(values[bit] ?? '');
    if (verdict === 'yes') setBit(yes, 0, bit);
    else if (verdict === 'unknown') setBit(perhaps, 0, bit);
  }
  return { yes, perhaps };
}

/** Lists as bits, `words` to each. */
function masks(
  lists: readonly (readonly string[] | undefined)[],
  places: ReadonlyMap<string, number>,
  words: number,
) {
  const bits = new Int32Array(lists.length * words);
  for (const [at, list = []] of lists.entries())
    for (const value of list) setBit(bits, at * words, places.get(value) ?? 0);
  return { bits, asked: Uint8Array.from(lists, (list) => (list ? 1 : 0)) };
}

function setBit(bits: Int32Array, from: number, bit: number): void {
  const word = from + Math.floor(bit / BITS);
  bits[word] = (bits[word] ?? 0) | (1 << (bit % BITS));
}
