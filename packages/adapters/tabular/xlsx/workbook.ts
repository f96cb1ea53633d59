import { UnreadableFile } from '#usecases/ports';
import { malformed } from '../malformed.ts';
import type { Parts } from './parts.ts';
import { local, visitWhole } from './xml.ts';

/** Of each part that only says where things are, or how they look, unpacked. */
export const MAX_PART_BYTES = 64 * 1024 ** 2;
/** Sheets that a workbook may list. */
export const MAX_SHEETS = 1_000;

/** Where a workbook keeps what is read of it; `sheets` are those that one sees, in order. */
export type Workbook = {
  readonly sheets: readonly string[];
  readonly strings?: string;
  readonly styles?: string;
  /** Days are counted from 1904-01-01, as once on the Macintosh. */
  readonly date1904: boolean;
};

/** Throws format_unknown where the archive is no workbook, malformed_file where it is a broken one. */
export async function readWorkbook(parts: Parts): Promise<Workbook> {
  const path = await workbookPath(parts);
  const related = await relations(parts, path);
  const listed = await listSheets(parts, path);
  const sheets = listed.shown.flatMap((id) => {
    const found = related.get(id);
    if (!found) throw malformed('a workbook with all its sheets', `no sheet ${id}`);
    return found.type === 'worksheet' ? [found.target] : [];
  });
  const targetOf = (type: string) =>
    [...related.values()].find((relation) => relation.type === type)?.target;
  const strings = targetOf('sharedStrings');
  const styles = targetOf('styles');
  return {
    sheets,
    date1904: listed.date1904,
    ...(strings !== undefined && { strings }),
    ...(styles !== undefined && { styles }),
  };
}

const kinds = [
  { part: 'xl/workbook.bin', expected: 'XLSX; this is a binary workbook: save it as XLSX' },
  { part: 'content.xml', expected: 'XLSX; this is an OpenDocument file: save it as XLSX' },
  { part: 'word/document.xml', expected: 'XLSX; this is a Word file: put the table in a sheet' },
];

async function workbookPath(parts: Parts): Promise<string> {
  const other = kinds.find(({ part }) => parts.has(part));
  if (other) throw new UnreadableFile({ code: 'format_unknown', expected: other.expected });
  if (parts.has('[Content_Types].xml') && parts.has('_rels/.rels'))
    for (const { type, target } of (await relations(parts, '')).values())
      if (type === 'officeDocument' && parts.has(target)) return target;
  throw new UnreadableFile({
    code: 'format_unknown',
    expected: 'CSV, JSON or XLSX; this is a ZIP file without a workbook',
  });
}

type Relation = { readonly type: string; readonly target: string };

/** What a part refers to, by id. What lies outside the archive is left out, and nothing of it is ever fetched. */
async function relations(parts: Parts, of: string): Promise<ReadonlyMap<string, Relation>> {
  const slash = of.lastIndexOf('/') + 1;
  const path = `${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`;
  const found = new Map<string, Relation>();
  await visitWhole(parts.text(path, MAX_PART_BYTES), {
    open: (name, { Id, Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || Id === undefined || TargetMode === 'External') return;
      found.set(Id, {
        type: Type.slice(Type.lastIndexOf('/') + 1),
        target: resolve(of.slice(0, slash), Target),
      });
    },
    close: () => undefined,
  });
  return found;
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

async function listSheets(parts: Parts, path: string) {
  const shown: string[] = [];
  let date1904 = false;
  await visitWhole(parts.text(path, MAX_PART_BYTES), {
    open: (name, attributes) => {
      const { state, date1904: flag } = attributes;
      if (name === 'workbookPr') date1904 = isOn(flag);
      if (name !== 'sheet' || isHidden(state)) return;
      shown.push(relationOf(attributes));
      if (shown.length > MAX_SHEETS)
        throw new UnreadableFile({
          code: 'file_too_large',
          expected: `a workbook of at most ${MAX_SHEETS} sheets`,
        });
    },
    close: () => undefined,
  });
  return { shown, date1904 };
}

const isOn = (flag: string | undefined) => flag === '1' || flag === 'true' || flag === 'on';
const isHidden = (state: string | undefined) => state === 'hidden' || state === 'veryHidden';

/** `r:id`, whatever the prefix; the sheet's own id is `sheetId`. */
const relationOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.includes(':') && local(name) === 'id')?.[1] ??
  '';
