/** `potluck import`: a community file out of another form: JSON, YAML, or a table of streams (CSV). */
import Papa from 'papaparse';
import { json } from '#cli/answer';
import { type Call, CallError, type Command, type World } from '#cli/command';
import { type Loaded, load } from '#cli/load';
import { writeOut } from '#cli/out';
import { problemsText } from '#cli/problems';
import { callError, WRONG, WRONG_FILE, WRONG_USE } from '#cli/wrong';
import { FIELDS, type Field, type ReadRows, type Row, readRows } from '#core/export/read-rows';
import { applyOperations } from '#core/file/operations';
import { parse } from '#core/file/parse';
import { printCommunity } from '#core/file/print';
import type { Problem } from '#core/file/problem';
import { resolve } from '#core/file/resolve';
import { slug } from '#core/file/shape/thing';
import { allThings } from '#core/model/community';
import { inLanguage, nameOf } from '#core/model/fact';
import { message } from '#core/words/message';

const FORMATS = ['yaml', 'json', 'csv'];

const says = (id: string, icu: string) => message(`command.import.${id}`, icu);
const SAYS = {
  mend: says('mend', 'Nothing can be brought in before that is mended.'),
  mendFirst: says('mend-first', '{path} has to be mended first.'),
  mendRows: says('mend-rows', 'Nothing is brought in before the rows above are mended.'),
  things: says('things', '{id}: {count} things would be brought in.'),
  rows: says('rows', '{count} of {rows} rows can be read as streams: {streams}.'),
  none: says('none', 'none'),
  parties: says('parties', 'New parties: {names}.'),
  unread: says('unread', 'Columns that are not read: {columns}.'),
  newFile: says('new-file', 'the new file'),
} as const;

export const importing: Command = {
  name: 'import',
  takes: 'FORMAT FILE',
  answers: 'a community file from json, yaml or csv',
  about:
    'Reads a file in another form and writes a community file. json and yaml hold a community already. csv is a table of streams, a row each: columns from and to, and if you like amount, unit, per, kind, form, status, since, until, name, note. Names that are not known yet become new parties. With a row that cannot be read nothing is written, and every such row is told with its line.',
  options: [
    { name: 'into', value: 'FILE', says: 'csv: the community file to add to; without it a new one is begun' },
    { name: 'map', value: 'FIELD=HEAD,…', says: 'csv: which column is which, as in from=Giver,to=Project' },
    { name: 'dry-run', value: null, says: 'only say what would be added' },
    { name: 'out', value: 'FILE', says: 'write the community file there instead of to standard output' },
  ],
  examples: [
    'potluck import csv streams.csv --into garden.yaml --dry-run',
    'potluck import csv streams.csv --map from=Giver,to=Project --out new.yaml',
    'potluck import json garden.json --out garden.yaml',
  ],
  run: async (call, world) => {
    const [format, path, ...rest] = call.words;
    if (format === undefined || !FORMATS.includes(format))
      throw callError(WRONG.whichFormat({ call: 'potluck import FORMAT FILE', known: FORMATS.join(', ') }));
    if (path === undefined) throw callError(WRONG_FILE.whichCall({ call: `potluck import ${format} FILE` }));
    if (rest.length > 0) throw callError(WRONG_FILE.one({ rest: rest.join(' ') }));
    const made = format === 'csv' ? await fromTable(path, call, world) : fromFile(await load(path, world));
    if (made.problems.length > 0) world.err(problemsText(made.problems, made.source, world.columns));
    if (call.options.has('json')) {
      const { text, added, problems } = made;
      world.out(json({ potluck: 1, format, file: text, added, problems }));
      return text === null ? 1 : 0;
    }
    if (call.options.has('dry-run')) world.out(`${made.says.join('\n')}\n`);
    if (made.text === null) return 1;
    if (call.options.has('dry-run')) return 0;
    const out = call.options.get('out');
    if (out === undefined) world.out(made.text);
    else await writeOut(world, out, made.text);
    return 0;
  },
};

interface Made {
  /** The community file; null where the source has errors. */
  readonly text: string | null;
  /** What the problems point into. */
  readonly source: string;
  readonly problems: readonly Problem[];
  /** Ids of what is new. */
  readonly added: readonly string[];
  readonly says: readonly string[];
}

function fromFile({ text, community, problems }: Loaded): Made {
  if (community === null)
    return {
      text: null,
      source: text,
      problems,
      added: [],
      says: [SAYS.mend().text],
    };
  const things = allThings(community);
  return {
    // A file that is one already keeps its comments.
    text: text.trimStart().startsWith('{') ? printCommunity(community) : text,
    source: text,
    problems,
    added: things.map((one) => one.id),
    says: [SAYS.things({ id: community.id, count: `${things.length}` }).text],
  };
}

async function fromTable(path: string, call: Call, world: World): Promise<Made> {
  const source = await readSource(path, world);
  const into = call.options.get('into');
  const loaded = into === undefined ? begun(path) : await load(into, world);
  if (loaded.community === null)
    return {
      text: null,
      source: loaded.text,
      problems: loaded.problems,
      added: [],
      says: [SAYS.mendFirst({ path: loaded.path }).text],
    };
  const [head, ...rows] = rowsOf(source);
  if (head === undefined) throw callError(WRONG_FILE.empty({ path }));
  const read = readRows({
    file: path,
    head,
    rows,
    things: allThings(loaded.community).map((one) => ({ id: one.id, name: nameOf(one) })),
    kinds: loaded.community.kinds.map((one) => ({ id: one.id, name: inLanguage(one.name ?? one.id) })),
    mapping: mappingOf(call.options.get('map')),
  });
  const says = summary(read, rows.length);
  const added = [...read.parties.map(({ id }) => id), ...read.streams];
  if (read.problems.length > 0) return { text: null, source, problems: read.problems, added: [], says };
  const applied = applyOperations(loaded.text, read.operations);
  if (!applied.ok) throw new CallError(applied.refusals.map((one) => one.message.text).join(' '));
  const { community, problems } = resolve(parse(applied.text, { file: into ?? `${loaded.path}` }));
  return { text: community === null ? null : applied.text, source: applied.text, problems, added, says };
}

/** An empty community, named after the table. */
function begun(path: string): Loaded {
  const stem =
    path
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.[^.]*$/, '') ?? '';
  const text = `potluck: 1\nid: ${slug(stem)}\nname: ${JSON.stringify(stem === '' ? 'New community' : stem)}\n`;
  const { community, problems } = resolve(parse(text));
  return { path: SAYS.newFile().text, text, community, problems };
}

async function readSource(path: string, world: World): Promise<string> {
  return (await load(path, world)).text;
}

/** Rows with the line on which each begins; a cell may hold several lines. */
function rowsOf(source: string): Row[] {
  const text = source.replace(/^\ufeff/, '');
  const rows: Row[] = [];
  let [line, cursor] = [1, 0];
  Papa.parse<string[]>(text, {
    skipEmptyLines: false,
    step: ({ data, meta }) => {
      if (data.some((cell) => cell !== '')) rows.push({ line, cells: data });
      line += text.slice(cursor, meta.cursor).split(/\r\n|\n|\r/).length - 1;
      cursor = meta.cursor;
    },
  });
  return rows;
}

function mappingOf(given: string | undefined): Partial<Record<Field, string>> {
  const mapping: Partial<Record<Field, string>> = {};
  for (const pair of (given ?? '').split(',').filter((one) => one.trim() !== '')) {
    const [field = '', head = ''] = pair.split('=').map((one) => one.trim());
    const known = FIELDS.find((one) => one === field);
    if (known === undefined || head === '')
      throw callError(WRONG_USE.map({ given: pair.trim(), fields: FIELDS.join(', ') }));
    mapping[known] = head;
  }
  return mapping;
}

function summary(read: ReadRows, rows: number): string[] {
  const names = read.parties.map(({ name }) => name).join(', ');
  return [
    SAYS.rows({
      count: `${read.streams.length}`,
      rows: `${rows}`,
      streams: read.streams.join(', ') || SAYS.none().text,
    }).text,
    ...(read.parties.length === 0 ? [] : [SAYS.parties({ names }).text]),
    ...(read.unread.length === 0 ? [] : [SAYS.unread({ columns: read.unread.join(', ') }).text]),
    ...(read.problems.length === 0 ? [] : [SAYS.mendRows().text]),
  ];
}
