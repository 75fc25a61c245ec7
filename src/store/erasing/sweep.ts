/**
 * Takes a person out of every table that hangs on a community, whatever tables there are: columns of words and of JSON are
 * found in the catalogue, so that a table that is added later is not forgotten. For the owner's login alone.
 */
import { sql } from 'kysely';
import type { Without } from '#store/erasing/without';
import type { Tx } from '#store/postgres/connect';

/** Tables with a treatment of their own, and those that hold nothing that people say. */
const APART = [
  'migration',
  'signing_key',
  'community',
  'revision',
  'projection',
  'edition',
  'release',
  'attempt',
];
/** Columns that name no person whatever they hold: ids, hashes, and words of ours. */
const OURS = [
  'id',
  'community',
  'act',
  'once',
  'kind',
  'what',
  'role',
  'phase',
  'way',
  'sort',
  'token',
  'code',
  'place',
];

interface Column {
  readonly table: string;
  readonly column: string;
  readonly isJson: boolean;
}

interface Link {
  readonly table: string;
  readonly column: string;
  readonly parent: string;
  readonly key: string;
}

/** Gives how many rows were changed. */
export async function sweep(tx: Tx, community: string, without: Without): Promise<number> {
  const { columns, links, own } = await catalogue(tx);
  const scopeOf = (table: string, depth = 0): string | null => {
    if (own.has(table)) return 'community = $1';
    if (depth > 3) return null;
    for (const link of links.filter((one) => one.table === table && one.parent !== table)) {
      const above = scopeOf(link.parent, depth + 1);
      if (above !== null)
        return `"${link.column}" in (select "${link.key}" from potluck."${link.parent}" where ${above})`;
    }
    return null;
  };
  let rows = 0;
  for (const table of new Set(columns.map((one) => one.table))) {
    const scope = scopeOf(table);
    const of = columns.filter((one) => one.table === table);
    if (scope !== null) rows += await sweepTable(tx, { table, scope, columns: of, community }, without);
  }
  return rows;
}

async function catalogue(tx: Tx) {
  const { rows: all } = await sql<{ table: string; column: string; type: string }>`
    select c.table_name as table, c.column_name as column, c.data_type as type
    from information_schema.columns c
    where c.table_schema = 'potluck' and c.table_name <> all (${APART})`.execute(tx);
  const { rows: links } = await sql<Link>`
    select t.relname as table, a.attname as column, p.relname as parent, k.attname as key
    from pg_constraint f
    join pg_class t on t.oid = f.conrelid
    join pg_class p on p.oid = f.confrelid
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
    join pg_attribute k on k.attrelid = f.confrelid and k.attnum = f.confkey[1]
    where f.contype = 'f' and f.connamespace = 'potluck'::regnamespace`.execute(tx);
  const linked = new Set(links.map((one) => `${one.table}.${one.column}`));
  return {
    links,
    own: new Set(all.filter((one) => one.column === 'community').map((one) => one.table)),
    columns: all.flatMap(({ table, column, type }): Column[] => {
      if (OURS.includes(column) || linked.has(`${table}.${column}`)) return [];
      if (type !== 'text' && type !== 'json' && type !== 'jsonb' && type !== 'ARRAY') return [];
      return [{ table, column, isJson: type !== 'text' }];
    }),
  };
}

interface Swept {
  readonly table: string;
  readonly scope: string;
  readonly columns: readonly Column[];
  readonly community: string;
}

async function sweepTable(
  tx: Tx,
  { table, scope, columns, community }: Swept,
  without: Without,
): Promise<number> {
  const where = sql.raw(scope.replace('$1', `'${community.replaceAll("'", "''")}'`));
  const names = sql.join(
    columns.map(
      ({ column, isJson }) =>
        sql`${isJson ? sql`to_jsonb(${sql.ref(column)})` : sql.ref(column)} as ${sql.ref(column)}`,
    ),
  );
  const { rows } = await sql<Record<string, unknown>>`
    select ctid::text as "the row", ${names} from ${sql.table(`potluck.${table}`)} where ${where}`.execute(
    tx,
  );
  let changed = 0;
  for (const row of rows) {
    const sets = columns.flatMap(({ column, isJson }) => {
      const now = row[column];
      if (now === null || now === undefined) return [];
      if (!isJson) {
        const next = without.words(String(now));
        return next === now ? [] : [sql`${sql.ref(column)} = ${next}`];
      }
      const next = JSON.stringify(without.json(now));
      if (next === JSON.stringify(now)) return [];
      return [
        sql`${sql.ref(column)} = (jsonb_populate_record(null::${sql.table(`potluck.${table}`)}, jsonb_build_object(${column}::text, ${next}::jsonb))).${sql.ref(column)}`,
      ];
    });
    if (sets.length === 0) continue;
    changed += 1;
    await sql`savepoint swept`.execute(tx);
    const at = sql`${sql.raw(`'${String(row['the row'])}'::tid`)}`;
    try {
      await sql`update ${sql.table(`potluck.${table}`)} set ${sql.join(sets)} where ctid = ${at}`.execute(tx);
    } catch {
      // What cannot be said without the person, or would then be said twice, goes.
      await sql`rollback to savepoint swept`.execute(tx);
      await sql`delete from ${sql.table(`potluck.${table}`)} where ctid = ${at}`.execute(tx);
    }
    await sql`release savepoint swept`.execute(tx);
  }
  return changed;
}
