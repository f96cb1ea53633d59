import { assert } from '../assert.ts';
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

/** Whether a value holds, so that the greatest of several is `any` and what is left to YES is `not`. */
const NO = 0;
const UNKNOWN = 1;
const YES = 2;
const truths = { no: NO, unknown: UNKNOWN, yes: YES } as const;

/** Each value that lists name is judged once, and every list is read off that. */
function judgeLists(forms: readonly ListForm[]): JudgeColumn {
  const places = new Map<string, number>();
  const within = packed(
    forms.map((form) => form.within),
    places,
  );
  const except = packed(
    forms.map((form) => form.except),
    places,
  );
  const values = [...places.keys()];
  return (question, { no, unknown }) => {
    const [first] = forms;
    assert(first !== undefined, 'a column is asked by somebody');
    const held = Uint8Array.from(values, (value) => truths[first.holds(value, question)]);
    const marks = new Int32Array(forms.length + 1);
    let lacking = false;
    for (let at = 0; at < forms.length; at += 1) {
      const inside = within.asked[at] === 1 ? greatest(within, at, held) : YES;
      const outside = except.asked[at] === 1 ? YES - greatest(except, at, held) : YES;
      const truth = inside < outside ? inside : outside;
      if (truth === YES) continue;
      marks[at + 1] = truth === NO ? no : unknown;
      lacking = true;
    }
    return lacking ? marks : undefined;
  };
}

/** Lists behind one another: that of an ask runs from its start to the next one's. */
type Packed = {
  readonly asked: Uint8Array;
  readonly starts: Uint32Array;
  readonly values: Uint16Array;
};

function packed(
  lists: readonly (readonly string[] | undefined)[],
  places: Map<string, number>,
): Packed {
  const starts = new Uint32Array(lists.length + 1);
  const values: number[] = [];
  for (const [at, list] of lists.entries()) {
    for (const value of list ?? []) {
      const place = places.get(value) ?? places.size;
      places.set(value, place);
      values.push(place);
    }
    starts[at + 1] = values.length;
  }
  return {
    asked: Uint8Array.from(lists, (list) => (list ? 1 : 0)),
    starts,
    values: Uint16Array.from(values),
  };
}

function greatest({ starts, values }: Packed, at: number, held: Uint8Array): number {
  const end = starts[at + 1] ?? 0;
  let most = NO;
  for (let place = starts[at] ?? 0; place < end; place += 1) {
    const truth = held[values[place] ?? 0] ?? NO;
    if (truth > most) most = truth;
  }
  return most;
}
