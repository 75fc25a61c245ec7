/**
 * Brings the tables up to date: numbered SQL files, each once, in order, each in a transaction of its own, while nobody
 * else does the same. Changes what is in the files only; a file that was applied is never edited, which is checked.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { DatabaseTrouble, messageOf } from '#store/launcher/trouble';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** Any number that no other program uses for its lock: `potluck` in letters. */
const LOCK = 0x706f746c;

/** The files of `src/store/migrations`, in order. The build lays them beside what it makes of this file. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const folder = findFolder(dirname(fileURLToPath(import.meta.url)));
  const names = (await readdir(folder)).filter((name) => /^\d{3}-[a-z0-9-]+\.sql$/.test(name)).sort();
  const migrations = await Promise.all(
    names.map(async (name) => ({
      number: Number(name.slice(0, 3)),
      name,
      sql: await readFile(join(folder, name), 'utf8'),
    })),
  );
  for (const [at, { number, name }] of migrations.entries()) {
    if (number !== at + 1) throw new Error(`the migration ${name} should have the number ${at + 1}`);
  }
  if (migrations.length === 0) throw new Error(`there are no migrations in ${folder}`);
  return migrations;
}

function findFolder(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    for (const here of [join(folder, 'migrations'), join(folder, 'src', 'store', 'migrations')]) {
      if (existsSync(here)) return here;
    }
    if (folder === dirname(folder)) throw new Error(`there are no migrations at or above ${from}`);
  }
}

/** Applies what is missing and gives how many files that was. To be called by the owner. */
export async function migrate(owner: pg.Client, migrations: readonly Migration[]): Promise<number> {
  await owner.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    const done = await applied(owner);
    for (const { number, sha256, name } of done) {
      const known = migrations[number - 1];
      if (known === undefined) {
        throw new DatabaseTrouble(
          'newer',
          `This database was made by a newer Potluck (it has ${name}). Update Potluck, please.`,
        );
      }
      if (sha256 !== hashOf(known)) {
        throw new DatabaseTrouble(
          'newer',
          `The file ${known.name} is not the one by which this database was made. Use the Potluck that made it, or a newer one.`,
        );
      }
    }
    for (const migration of migrations.slice(done.length)) await apply(owner, migration);
    return migrations.length - done.length;
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

interface AppliedRow {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

async function applied(owner: pg.Client): Promise<readonly AppliedRow[]> {
  const { rows } = await owner.query("select to_regclass('potluck.migration') is not null as there");
  if (rows[0].there !== true) {
    await whole(owner, () =>
      owner.query(`
        create schema if not exists potluck;
        create table potluck.migration (
          number integer primary key,
          name text not null,
          sha256 text not null,
          at timestamptz not null default now()
        );
        alter table potluck.migration enable row level security;
        alter table potluck.migration force row level security;
        create policy owner_migrates on potluck.migration to current_user using (true) with check (true);`),
    );
  }
  return (await owner.query<AppliedRow>('select number, name, sha256 from potluck.migration order by number'))
    .rows;
}

async function apply(owner: pg.Client, migration: Migration): Promise<void> {
  try {
    await whole(owner, async () => {
      await owner.query(migration.sql);
      await owner.query('insert into potluck.migration (number, name, sha256) values ($1, $2, $3)', [
        migration.number,
        migration.name,
        hashOf(migration),
      ]);
    });
  } catch (cause) {
    throw new Error(`the migration ${migration.name} failed: ${messageOf(cause)}`, { cause });
  }
}

/** All of it or nothing. */
async function whole(owner: pg.Client, act: () => Promise<unknown>): Promise<void> {
  await owner.query('begin');
  try {
    await act();
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

function hashOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql.replaceAll('\r\n', '\n')).digest('hex');
}
