/**
 * Reads a table of streams into changes of a community file. Columns are found by their heads; every row that cannot be
 * understood is told with its line, and nothing is guessed. Reads no CSV itself: the rows come in as cells.
 */
import { SAY } from '#core/export/words';
import { CURRENCIES } from '#core/file/currencies';
import { nearest } from '#core/file/nearest';
import type { Operation } from '#core/file/operations';
import type { Problem } from '#core/file/problem';
import { readAmount } from '#core/file/read-amount';
import { slug } from '#core/file/shape/thing';
import { readWhen } from '#core/model/dates';
import { type Message, message, type Template } from '#core/words/message';

/** What a column can hold. */
export const FIELDS = [
  'id',
  'from',
  'to',
  'name',
  'amount',
  'unit',
  'per',
  'kind',
  'form',
  'status',
  'since',
  'until',
  'note',
] as const;
export type Field = (typeof FIELDS)[number];

/** Heads by which a column is known, in small letters. */
const HEADS: Readonly<Record<Field, readonly string[]>> = {
  id: ['id'],
  from: ['from', 'giver', 'given by', 'who', 'donor', 'payer', 'de', 'von', 'van'],
  to: ['to', 'receiver', 'given to', 'recipient', 'payee', 'for', 'a', 'à', 'para', 'nach', 'naar', 'aan'],
  name: ['name', 'title', 'nombre', 'nom', 'naam'],
  amount: ['amount', 'how much', 'quantity', 'value', 'cantidad', 'montant', 'bedrag'],
  unit: ['unit', 'currency', 'unidad', 'moneda', 'unité', 'devise', 'eenheid'],
  per: ['per', 'period', 'every'],
  kind: ['kind', 'what', 'resource'],
  form: ['form', 'as'],
  status: ['status', 'standing'],
  since: ['since', 'from date', 'begin', 'start'],
  until: ['until', 'till', 'end'],
  note: ['note', 'notes', 'comment', 'remark', 'description', 'nota', 'remarque', 'opmerking'],
};

export interface Row {
  /** From 1, in the file. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Known {
  readonly id: string;
  readonly name: string;
}

export interface ReadRows {
  readonly operations: readonly Operation[];
  /** Ids of streams that would be added, in the order of the rows. */
  readonly streams: readonly string[];
  /** Parties that are new. */
  readonly parties: readonly Known[];
  /** Heads that were not understood, and so not read. */
  readonly unread: readonly string[];
  readonly problems: readonly Problem[];
}

export interface Given {
  readonly file: string;
  readonly head: Row;
  readonly rows: readonly Row[];
  /** Things of the community to add to, by id and name. */
  readonly things: readonly Known[];
  readonly kinds: readonly Known[];
  /** Column heads by field, where the heads themselves do not tell. */
  readonly mapping?: Readonly<Partial<Record<Field, string>>>;
}

const FORMS = ['gift', 'favour', 'turn', 'due', 'duty', 'grant', 'sale', 'pay', 'in-kind'];
const STANDINGS = ['hoped', 'told', 'agreed', 'actual'];
/** Kinds that need no declaration, as far as they are named; every currency code is one. */
const ALWAYS = ['hours', 'eur'];
const OUTSIDE = ['outside', 'past', 'future', 'ecosystem', 'made', 'loss'];

const SAYS = {
  'no-column': message('import.no-column', 'The table has no column {text}.'),
  'no-end': message(
    'import.no-end',
    'The row does not say {text, select, from {who gives} other {who receives}}.',
  ),
  'bad-amount': message('import.bad-amount', '{text} cannot be read as an amount.'),
  'unknown-kind': message('import.unknown-kind', 'There is no kind {text} here.'),
  'unknown-word': message('import.unknown-word', '{text} is none of the words for this column.'),
  'bad-date': message('import.bad-date', '{text} is no date.'),
  'id-taken': message('import.id-taken', 'There is already something with the id {text}.'),
} as const;
const MENDS = {
  columns: message(
    'import.mend.columns',
    'Name the column {text}, or say which one it is with --map {text}=HEAD.',
  ),
  end: message('import.mend.end', 'Fill in the cell. Where nobody knows, write outside.'),
  amount: message(
    'import.mend.amount',
    'Write a number, a unit and a period, such as 12 h/month or 40 EUR/year; or unknown.',
  ),
  words: message('import.mend.words', 'Write one of: {text}.'),
  kind: message('import.mend.kind', 'Write one of: {text}. Or add the kind to the community file first.'),
  date: message('import.mend.date', 'Write 2009, 2009-10 or 2009-10-08.'),
  id: message('import.mend.id', 'Leave the cell empty, and an id is made.'),
} as const;

/** Understands the rows. Never throws for what is in them. */
export function readRows(given: Given): ReadRows {
  const { columns, unread, missing } = columnsOf(given);
  const reader = new RowReader(given);
  if (missing.length > 0) {
    for (const field of missing)
      reader.complain(given.head.line, 'no-column', field, MENDS.columns({ text: field }));
    return { operations: [], streams: [], parties: [], unread, problems: reader.problems };
  }
  for (const row of given.rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    reader.read(row.line, (field) => plain(row.cells[columns.get(field) ?? -1] ?? ''));
  }
  return {
    operations: [...reader.parties.map(party), ...reader.flows],
    streams: reader.flows.map((one) => one.id),
    parties: reader.parties,
    unread,
    problems: reader.problems,
  };
}

/** A cell as it was meant: without the apostrophe that keeps a spreadsheet from counting. */
function plain(cell: string): string {
  return cell
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^'(?=\s*[=+\-@＝＋－＠])/, '');
}

function columnsOf({ head, mapping = {} }: Given) {
  const heads = head.cells.map((one) => one.trim().toLowerCase());
  const columns = new Map<Field, number>();
  for (const field of FIELDS) {
    const wanted = mapping[field]?.trim().toLowerCase();
    const names = wanted === undefined ? HEADS[field] : [wanted];
    const at = heads.findIndex((one) => names.includes(one));
    if (at >= 0) columns.set(field, at);
  }
  const used = new Set(columns.values());
  return {
    columns,
    unread: head.cells.filter((one, at) => one.trim() !== '' && !used.has(at)),
    missing: (['from', 'to'] as const).filter((field) => !columns.has(field)),
  };
}

type Put = Extract<Operation, { op: 'put' }>;

const party = ({ id, name }: Known): Put => ({ op: 'put', section: 'parties', id, value: { name } });

class RowReader {
  readonly problems: Problem[] = [];
  readonly flows: Put[] = [];
  readonly parties: Known[] = [];
  readonly #given: Given;
  readonly #taken: Set<string>;

  constructor(given: Given) {
    this.#given = given;
    this.#taken = new Set([...given.things.map(({ id }) => id), ...OUTSIDE]);
  }

  complain(line: number, code: keyof typeof SAYS, text: string, mend: Message): void {
    const says: Template = SAYS[code];
    this.problems.push({
      code,
      severity: 'error',
      file: this.#given.file,
      line,
      column: 1,
      text,
      expected: mend.text,
      mend: mend.text,
      message: says({ text }),
    });
  }

  read(line: number, cell: (field: Field) => string): void {
    const before = this.problems.length;
    for (const field of ['from', 'to'] as const)
      if (cell(field) === '') this.complain(line, 'no-end', field, MENDS.end());
    const value: Record<string, unknown> = {
      ...this.#words(line, cell),
      ...this.#amount(line, cell),
      ...this.#dates(line, cell),
    };
    const asked = cell('id');
    if (asked !== '' && this.#taken.has(slug(asked))) this.complain(line, 'id-taken', asked, MENDS.id());
    if (this.problems.length > before) return;
    const [from, to] = [this.#end(cell('from')), this.#end(cell('to'))];
    const id = this.#free(asked === '' ? `${from}-to-${to}` : asked);
    for (const field of ['name', 'note'] as const) if (cell(field) !== '') value[field] = cell(field);
    this.flows.push({ op: 'put', section: 'flows', id, value: { from, to, ...value } });
  }

  /** An end by its id or its name; a new party where neither is known. */
  #end(written: string): string {
    const low = written.toLowerCase();
    if (OUTSIDE.includes(low)) return low;
    const found = [...this.#given.things, ...this.parties].find(
      ({ id, name }) => id === written || name.toLowerCase() === low,
    );
    if (found !== undefined) return found.id;
    const id = this.#free(written);
    this.parties.push({ id, name: written });
    return id;
  }

  #free(wanted: string): string {
    const stem = slug(wanted);
    let id = stem;
    for (let number = 2; this.#taken.has(id); number += 1) id = `${stem}-${number}`;
    this.#taken.add(id);
    return id;
  }

  #amount(line: number, cell: (field: Field) => string): Record<string, unknown> {
    const written = cell('amount');
    if (written === '' || written === SAY.covered().text) return {};
    const unit = cell('unit') === '' ? '' : ` ${cell('unit')}`;
    const per = cell('per') === '' ? '' : `/${cell('per').replace(/^per /i, '')}`;
    const text = `${written}${unit}${per}`;
    const reading = readAmount(text);
    if ('mistake' in reading) {
      this.complain(line, 'bad-amount', text, MENDS.amount());
      return {};
    }
    return { amount: text };
  }

  #words(line: number, cell: (field: Field) => string): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    for (const [field, words] of [
      ['form', FORMS],
      ['status', STANDINGS],
    ] as const) {
      const written = cell(field).toLowerCase();
      if (written === '') continue;
      if (words.includes(written)) value[field] = written;
      else this.complain(line, 'unknown-word', cell(field), MENDS.words({ text: near(written, words) }));
    }
    const kind = cell('kind').toLowerCase();
    const found = this.#given.kinds.find(({ id, name }) => id === kind || name.toLowerCase() === kind);
    if (found !== undefined) value['kind'] = found.id;
    else if (ALWAYS.includes(kind) || CURRENCIES.has(kind.toUpperCase())) value['kind'] = kind;
    else if (kind !== '') {
      const known = new Set([...this.#given.kinds.map(({ id }) => id), ...ALWAYS]);
      this.complain(line, 'unknown-kind', cell('kind'), MENDS.kind({ text: [...known].join(', ') }));
    }
    return value;
  }

  #dates(line: number, cell: (field: Field) => string): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    for (const field of ['since', 'until'] as const) {
      const written = cell(field);
      if (written === '') continue;
      if (readWhen(written) === null) this.complain(line, 'bad-date', written, MENDS.date());
      else value[field] = written;
    }
    return value;
  }
}

/** All words, the one that may be meant first. */
function near(written: string, words: readonly string[]): string {
  const meant = nearest(written, words);
  return [...(meant === null ? [] : [meant]), ...words.filter((word) => word !== meant)].join(', ');
}
