/** The store on PostgreSQL: joins reading, writing and the life of communities into one `Store`. Holds no SQL itself. */

import type { Erasings } from '#store/erasing/port';
import { postgresLog } from '#store/log/postgres-log';
import { postgresPeople } from '#store/people/postgres-people';
import { type Seen, type Sight, STEWARDS, type Store } from '#store/port';
import { exportAll, importAll } from '#store/postgres/backup';
import { reaching } from '#store/postgres/connect';
import * as life from '#store/postgres/life';
import type { Reader } from '#store/postgres/read';
import * as read from '#store/postgres/read';
import { change, create, preview, type Writer } from '#store/postgres/write';
import { postgresReleases } from '#store/releases/postgres-releases';
import { postgresTalk } from '#store/talk/postgres-talk';
import type { Sweeper } from '#store/talk/sweeper';
import { postgresVoices } from '#store/voices/postgres-voices';

/** A store over open connections. `close` ends both pools. */
export function postgresStore(
  reader: Reader,
  writer: Writer,
  { sweeper, erasing }: { readonly sweeper: Sweeper; readonly erasing: Erasings },
): Store {
  /** Reads; where nothing is there, works out once what a bound audience may see, and reads again. */
  const orAskedFor = async <T>(community: string, audience: string, look: () => Promise<Seen<T> | null>) => {
    const seen = await look();
    if (seen !== null || !audience.includes(':')) return seen;
    return (await life.discloseAlsoFor(writer, community, audience)) ? look() : null;
  };
  /** The shelf; of what is bound to somebody and was never asked for, it is worked out first. */
  const shelf = async (sights: readonly Sight[]) => {
    const lines = await read.list(reader, sights);
    let isMore = false;
    for (const { community, audience } of sights) {
      if (community === '*' || !audience.includes(':')) continue;
      if (lines.some((line) => line.id === community && line.audience === audience)) continue;
      if (await life.discloseAlsoFor(writer, community, audience)) isMore = true;
    }
    return isMore ? read.list(reader, sights) : lines;
  };
  return {
    log: postgresLog(writer.db),
    people: postgresPeople(writer.db),
    releases: postgresReleases(writer.db),
    erasing,
    ping: () =>
      read.ping(reader).then(
        () => true,
        () => false,
      ),
    list: (sights) => reaching(() => shelf(sights)),
    view: (community, audience) =>
      reaching(() => orAskedFor(community, audience, () => read.view(reader, community, audience))),
    text: (community, audience) =>
      reaching(async () => {
        if (audience === STEWARDS) return read.text(reader, community);
        const seen = await orAskedFor(community, audience, () => read.view(reader, community, audience));
        return seen === null ? null : { ...seen, body: writer.discloser.print(seen.body) };
      }),
    audiences: (community) => reaching(() => life.audiences(writer, community)),
    revisions: (community, page = {}) => reaching(() => read.revisions(reader, community, page)),
    textAt: (community, version) =>
      reaching(async () => {
        const [revision] = await read.revisions(reader, community, { before: version + 1, limit: 1 });
        const kept = await life.textAt(writer.db, community, version);
        return revision?.version === version && kept !== undefined ? { revision, text: kept.body } : null;
      }),
    create: (request) => reaching(() => create(writer, request)),
    change: (community, { operations, ...request }) =>
      reaching(() => change(writer, community, request, { kind: 'change', operations })),
    preview: (community, request) => reaching(() => preview(writer, community, request)),
    saveText: (community, { text, ...request }) =>
      reaching(() => change(writer, community, request, { kind: 'text', text })),
    restore: (community, { to, ...request }) =>
      reaching(() => change(writer, community, request, { kind: 'restore', to })),
    rename: (community, { to, ...request }) =>
      reaching(() => change(writer, community, request, { kind: 'rename', to })),
    remove: (community) => reaching(() => life.remove(writer, community)),
    removed: () => reaching(() => life.removed(writer)),
    bringBack: (community) => reaching(() => life.bringBack(writer, community)),
    purge: (community) => reaching(() => life.purge(writer, community)),
    erasePerson: (person) => reaching(() => life.erasePerson(writer, person)),
    exportAll: () => exportAll(writer),
    importAll: (lines) => reaching(() => importAll(writer, lines)),
    talk: postgresTalk(writer.db, sweeper),
    voices: postgresVoices(writer.db),
    close: async () => {
      await sweeper.end();
      await Promise.all([reader.app.destroy(), writer.db.destroy()]);
    },
  };
}
