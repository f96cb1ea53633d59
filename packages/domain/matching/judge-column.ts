import { type AskForm, askVerdict, type ListForm, type RangeForm } from './ask.ts';
import type { Question } from './question.ts';

/** What is written for an ask that is not met, or not known to be. */
export type Mark = { readonly no: number; readonly unknown: number };

/** The mark of each ask of a column, by place, 0 where it is met; undefined where all of them are. */
export type JudgeColumn = (question: Question, mark: Mark) => Int32Array | undefined;

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
  (question, { no, unknown }) => {
    let marks: Int32Array | undefined;
    for (const [place, form] of forms.entries()) {
      const verdict = form ? askVerdict(form, question) : 'yes';
      if (verdict === 'yes') continue;
      marks ??= new Int32Array(forms.length);
      marks[place] = verdict === 'no' ? no : unknown;
    }
    return marks;
  };

function judgeRanges(forms: readonly RangeForm[]): JudgeColumn {
  const mins = Float64Array.from(forms, ({ min }) => min);
  const maxs = Float64Array.from(forms, ({ max }) => max);
  return (question, { no, unknown }) => {
    const told = forms[0]?.told(question);
    const marks = new Int32Array(forms.length + 1);
    if (told === undefined) return marks.fill(unknown, 1);
    let lacking = false;
    for (let at = 0; at < mins.length; at += 1)
      if (!(told >= (mins[at] ?? 0) && told <= (maxs[at] ?? 0))) {
        marks[at + 1] = no;
        lacking = true;
      }
    return lacking ? marks : undefined;
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
  return (question, { no, unknown }) => {
    const { yes, perhaps } = held(forms[0], values, question, words);
    const marks = new Int32Array(forms.length + 1);
    let lacking = false;
    for (let at = 0; at < forms.length; at += 1) {
      const from = at * words;
      const asked = within.asked[at] === 1;
      const inside = !asked || meets(within.bits, from, yes);
      const outside = !meets(except.bits, from, yes);
      const sure = inside && outside && !meets(except.bits, from, perhaps);
      if (sure) continue;
      const lost = !outside || (!inside && !meets(within.bits, from, perhaps));
      marks[at + 1] = lost ? no : unknown;
      lacking = true;
    }
    return lacking ? marks : undefined;
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
  for (const [bit, value] of values.entries()) {
    const verdict = holds?.(value);
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

function meets(bits: Int32Array, from: number, wanted: Int32Array): boolean {
  for (let word = 0; word < wanted.length; word += 1)
    if (((bits[from + word] ?? 0) & (wanted[word] ?? 0)) !== 0) return true;
  return false;
}
