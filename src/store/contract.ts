/**
 * What every store must do, whatever it is made of: run by `store.test.ts` against the server of the test run, which is
 * the one that comes with Potluck or the one that DATABASE_URL names. For tests only.
 */
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { CANARY, ORCHARD, orchardNamed, partiesIn } from '#store/contract-orchard';
import type { Author, Outcome, Refused, Saved, Store } from '#store/port';

export interface Fresh {
  readonly store: Store;
  close(): Promise<void>;
}

const ANA: Author = { id: 'p1', name: 'Ana' };
const BO: Author = { id: 'p2', name: 'Bo' };
const STEWARD = [{ community: '*', audience: 'stewards' }];

const asked = (author: Author | null = ANA, message: string | null = null) => ({
  changeId: randomUUID(),
  author,
  message,
});
const addTree = (id: string, see = 'public') => [
  { op: 'put' as const, section: 'parties', id, value: { name: id, see } },
];

function saved(outcome: Outcome): Saved {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

function refused<W extends Refused['why']>(
  outcome: { readonly ok: boolean },
  why: W,
): Extract<Refused, { why: W }> {
  expect(outcome).toMatchObject({ ok: false, why });
  return outcome as Extract<Refused, { why: W }>;
}

/** Runs the whole contract on stores that `fresh` makes. */
export function storeContract(fresh: () => Promise<Fresh>): void {
  const open: Fresh[] = [];
  const empty = async (): Promise<Store> => {
    const one = await fresh();
    open.push(one);
    return one.store;
  };
  const withOrchard = async (): Promise<Store> => {
    const store = await empty();
    saved(await store.create({ ...asked(ANA, 'as it is'), text: ORCHARD }));
    return store;
  };
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  describe('a new community', () => {
    test('is on the shelf, with its text as it was given and one revision', async () => {
      const store = await empty();
      const outcome = saved(await store.create({ ...asked(ANA, 'as it is'), text: ORCHARD }));
      expect(outcome).toMatchObject({
        community: 'orchard',
        version: 1,
        text: ORCHARD,
        warnings: [],
        repeated: false,
      });
      expect((await store.text('orchard', 'stewards'))?.body).toBe(ORCHARD);
      expect(await store.list(STEWARD)).toMatchObject([
        {
          id: 'orchard',
          audience: 'stewards',
          version: 1,
          name: 'The orchard',
          about: 'Eleven trees and a ladder.',
          asOf: '2026-03-01',
          changedAt: outcome.at,
        },
      ]);
      expect(await store.revisions('orchard')).toMatchObject([
        {
          version: 1,
          kind: 'create',
          at: outcome.at,
          author: ANA,
          message: 'as it is',
          operations: null,
          touched: null,
          restored: null,
        },
      ]);
      expect(await store.audiences('orchard')).toEqual(['members', 'public', 'stewards']);
      expect(await store.ping()).toBe(true);
    });

    test('sent twice counts once; another under the same change id is told apart', async () => {
      const store = await empty();
      const request = { ...asked(), text: ORCHARD };
      const first = saved(await store.create(request));
      expect(await store.create(request)).toEqual({ ...first, repeated: true });
      refused(await store.create({ ...request, text: `${ORCHARD}# more\n` }), 'reused');
      expect(await store.revisions('orchard')).toHaveLength(1);
    });

    test('does not take the place of another', async () => {
      const store = await withOrchard();
      expect(refused(await store.create({ ...asked(), text: ORCHARD }), 'taken')).toMatchObject({
        id: 'orchard',
        removed: false,
      });
      await store.remove('orchard');
      expect(refused(await store.create({ ...asked(), text: ORCHARD }), 'taken')).toMatchObject({
        removed: true,
      });
    });

    test('with problems is refused, and they are told; warnings hinder nothing', async () => {
      const store = await empty();
      const outcome = refused(await store.create({ ...asked(), text: 'id: orchard\n' }), 'invalid');
      expect(outcome.problems.map((one) => one.code)).toEqual(['no-name']);
      expect(await store.list(STEWARD)).toEqual([]);
      const { warnings } = saved(await store.create({ ...asked(), text: 'id: orchard\nname: O\n' }));
      expect(warnings.map((one) => one.code)).toEqual(['no-about']);
    });
  });

  describe('a change by id', () => {
    test('is applied whole, keeps comments, and is told in history', async () => {
      const store = await withOrchard();
      const operations = [...addTree('bo'), { op: 'end' as const, id: 'ana', until: '2026-05' }];
      const outcome = saved(
        await store.change('orchard', { ...asked(BO, 'Ana moves away'), version: 1, operations }),
      );
      expect(outcome.version).toBe(2);
      expect(outcome.text).toContain('# Ana has the key to the shed.');
      expect(outcome.text).toContain('2026-05');
      const [last] = await store.revisions('orchard');
      expect(last).toMatchObject({
        version: 2,
        kind: 'change',
        author: BO,
        message: 'Ana moves away',
        operations,
        touched: ['ana', 'bo'],
      });
      expect(partiesIn((await store.view('orchard', 'public'))?.body)).toEqual(['street', 'bo']);
    });

    test('is applied not at all where one of its operations cannot be done', async () => {
      const store = await withOrchard();
      const operations = [...addTree('bo'), { op: 'end' as const, id: 'nobody', until: '2026' }];
      const outcome = refused(
        await store.change('orchard', { ...asked(), version: 1, operations }),
        'impossible',
      );
      expect(outcome.refusals.map((one) => one.code)).toEqual(['no-such-thing']);
      expect((await store.text('orchard', 'stewards'))?.body).toBe(ORCHARD);
    });

    test('is refused where the text that it makes has problems', async () => {
      const store = await withOrchard();
      const operations = [{ op: 'set' as const, path: ['name'], value: null }];
      refused(await store.change('orchard', { ...asked(), version: 1, operations }), 'invalid');
      expect(await store.revisions('orchard')).toHaveLength(1);
    });

    test('sent again counts once and is answered the same, however much has happened since', async () => {
      const store = await withOrchard();
      const request = { ...asked(), version: 1, operations: addTree('bo') };
      const first = saved(await store.change('orchard', request));
      saved(await store.change('orchard', { ...asked(), version: 2, operations: addTree('cleo') }));
      expect(await store.change('orchard', request)).toEqual({ ...first, repeated: true });
      refused(await store.change('orchard', { ...request, operations: addTree('dan') }), 'reused');
      expect((await store.revisions('orchard')).map((one) => one.version)).toEqual([3, 2, 1]);
    });

    test('under an old version is refused with what changed meanwhile, and nothing is lost', async () => {
      const store = await withOrchard();
      saved(
        await store.change('orchard', { ...asked(BO, 'a friend'), version: 1, operations: addTree('bo') }),
      );
      saved(await store.saveText('orchard', { ...asked(ANA), version: 2, text: `${ORCHARD}# by hand\n` }));
      const outcome = refused(
        await store.change('orchard', { ...asked(), version: 1, operations: addTree('cleo') }),
        'stale',
      );
      expect(outcome.version).toBe(3);
      expect(outcome.since).toMatchObject([
        { version: 2, author: BO, message: 'a friend', operations: addTree('bo'), touched: ['bo'] },
        { version: 3, author: ANA, kind: 'text', operations: null, touched: null },
      ]);
      expect((await store.text('orchard', 'stewards'))?.body).toBe(`${ORCHARD}# by hand\n`);
      saved(await store.change('orchard', { ...asked(), version: 3, operations: addTree('cleo') }));
      refused(
        await store.change('orchard', { ...asked(), version: 99, operations: addTree('cleo') }),
        'stale',
      );
    });

    test('among ten at once under one version, exactly one wins; one sent five times at once counts once', async () => {
      const store = await withOrchard();
      const ten = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          store.change('orchard', { ...asked(), version: 1, operations: addTree(`tree-${n}`) }),
        ),
      );
      expect(ten.filter((one) => one.ok)).toHaveLength(1);
      expect(ten.filter((one) => !one.ok && one.why === 'stale')).toHaveLength(9);
      const request = { ...asked(), version: 2, operations: addTree('bo') };
      const five = await Promise.all(Array.from({ length: 5 }, () => store.change('orchard', request)));
      expect(five.map((one) => saved(one).version)).toEqual([3, 3, 3, 3, 3]);
      expect(five.filter((one) => !saved(one).repeated)).toHaveLength(1);
      expect(await store.revisions('orchard')).toHaveLength(3);
    });

    test('can be looked at before: nothing is written', async () => {
      const store = await withOrchard();
      const preview = await store.preview('orchard', { operations: addTree('bo') });
      expect(preview).toMatchObject({ ok: true, version: 1, warnings: [] });
      expect(preview.ok && preview.text).toContain('bo');
      refused(await store.preview('orchard', { operations: [{ op: 'remove', id: 'nobody' }] }), 'impossible');
      refused(await store.preview('orchard', { version: 7, operations: [] }), 'stale');
      refused(await store.preview('nowhere', { operations: [] }), 'absent');
      expect((await store.text('orchard', 'stewards'))?.body).toBe(ORCHARD);
    });

    test('of a community that is not there is refused', async () => {
      const store = await empty();
      refused(await store.change('nowhere', { ...asked(), version: 1, operations: [] }), 'absent');
    });
  });

  describe('history', () => {
    test('gives any version back, as a new one', async () => {
      const store = await withOrchard();
      saved(await store.change('orchard', { ...asked(), version: 1, operations: addTree('bo') }));
      expect(await store.textAt('orchard', 1)).toMatchObject({
        text: ORCHARD,
        revision: { version: 1, author: ANA },
      });
      expect(await store.textAt('orchard', 3)).toBeNull();
      const outcome = saved(
        await store.restore('orchard', { ...asked(BO, 'it was better'), version: 2, to: 1 }),
      );
      expect(outcome).toMatchObject({ version: 3, text: ORCHARD });
      expect((await store.revisions('orchard'))[0]).toMatchObject({
        kind: 'restore',
        restored: 1,
        message: 'it was better',
      });
      refused(await store.restore('orchard', { ...asked(), version: 3, to: 9 }), 'no-such-version');
    });

    test('is read in pages, newest first', async () => {
      const store = await withOrchard();
      for (const version of [1, 2, 3])
        saved(await store.change('orchard', { ...asked(), version, operations: addTree(`t${version}`) }));
      expect((await store.revisions('orchard', { limit: 2 })).map((one) => one.version)).toEqual([4, 3]);
      expect((await store.revisions('orchard', { before: 3, limit: 5 })).map((one) => one.version)).toEqual([
        2, 1,
      ]);
      expect(await store.revisions('nowhere')).toEqual([]);
    });

    test('goes with a community that gets another id, and a version from before keeps the new one', async () => {
      const store = await withOrchard();
      const request = { ...asked(BO), version: 1, to: 'grove' };
      const outcome = saved(await store.rename('orchard', request));
      expect(outcome).toMatchObject({ community: 'grove', version: 2 });
      expect(await store.view('orchard', 'stewards')).toBeNull();
      expect((await store.view('grove', 'public'))?.body.community.id).toBe('grove');
      expect((await store.revisions('grove')).map((one) => one.kind)).toEqual(['rename', 'create']);
      expect(await store.rename('orchard', request)).toEqual({ ...outcome, repeated: true });
      const back = saved(await store.restore('grove', { ...asked(), version: 2, to: 1 }));
      expect(back).toMatchObject({ community: 'grove', text: orchardNamed('grove') });
      saved(await store.create({ ...asked(), text: ORCHARD }));
      refused(await store.rename('grove', { ...asked(), version: 3, to: 'orchard' }), 'taken');
    });

    test('a whole text with another id renames too', async () => {
      const store = await withOrchard();
      const outcome = saved(
        await store.saveText('orchard', { ...asked(), version: 1, text: orchardNamed('grove') }),
      );
      expect(outcome).toMatchObject({ community: 'grove', version: 2 });
      expect((await store.list(STEWARD)).map((one) => one.id)).toEqual(['grove']);
    });
  });

  describe('an audience', () => {
    test('sees its own and nothing else, under every way of asking', async () => {
      const store = await withOrchard();
      const seen = async (audience: string) => partiesIn((await store.view('orchard', audience))?.body);
      expect(await seen('stewards')).toEqual(['street', 'ana', 'lender']);
      expect(await seen('members')).toEqual(['street', 'ana']);
      expect(await seen('public')).toEqual(['street']);
      expect(await store.view('orchard', 'nobody')).toBeNull();
      expect(await store.view('nowhere', 'public')).toBeNull();
      expect((await store.text('orchard', 'public'))?.body).toBe('id: orchard\nparties: street\n');
      expect(await store.text('orchard', 'nobody')).toBeNull();
      for (const audience of ['members', 'public']) {
        expect(JSON.stringify(await store.view('orchard', audience))).not.toContain(CANARY);
        expect(JSON.stringify(await store.list([{ community: '*', audience }]))).not.toContain(CANARY);
      }
    });

    test('cannot count changes that it may not see', async () => {
      const store = await withOrchard();
      const before = await store.view('orchard', 'public');
      saved(
        await store.change('orchard', { ...asked(), version: 1, operations: addTree('secret', 'stewards') }),
      );
      expect(await store.view('orchard', 'public')).toEqual(before);
      expect((await store.list([{ community: '*', audience: 'public' }]))[0]?.version).toBe(1);
      saved(await store.change('orchard', { ...asked(), version: 2, operations: addTree('open') }));
      expect((await store.view('orchard', 'public'))?.version).toBe(2);
      expect((await store.view('orchard', 'stewards'))?.version).toBe(3);
    });

    test('bound to a party is worked out when asked for, and kept up afterwards', async () => {
      const store = await withOrchard();
      expect(partiesIn((await store.view('orchard', 'person:ana'))?.body)).toEqual(['street', 'ana']);
      saved(await store.change('orchard', { ...asked(), version: 1, operations: addTree('bo', 'members') }));
      expect(partiesIn((await store.view('orchard', 'person:ana'))?.body)).toEqual(['street', 'ana', 'bo']);
      expect(await store.view('orchard', 'person:nobody')).toBeNull();
      expect(await store.view('nowhere', 'person:ana')).toBeNull();
    });

    test('finds on the shelf what its rights name', async () => {
      const store = await withOrchard();
      saved(
        await store.create({ ...asked(), text: orchardNamed('bakery').replace('The orchard', 'A bakery') }),
      );
      const ids = async (...sights: readonly [string, string][]) =>
        (await store.list(sights.map(([community, audience]) => ({ community, audience })))).map(
          (one) => `${one.id} ${one.audience}`,
        );
      expect(await ids(['*', 'public'])).toEqual(['bakery public', 'orchard public']);
      expect(await ids(['orchard', 'members'], ['bakery', 'public'])).toEqual([
        'bakery public',
        'orchard members',
      ]);
      expect(await ids()).toEqual([]);
    });
  });

  describe('a community that is taken off the shelf', () => {
    test('is gone for every audience, and can be brought back as it was', async () => {
      const store = await withOrchard();
      expect(await store.remove('orchard')).toBe(true);
      expect(await store.remove('orchard')).toBe(false);
      expect(await store.list(STEWARD)).toEqual([]);
      expect(await store.view('orchard', 'stewards')).toBeNull();
      expect(await store.revisions('orchard')).toEqual([]);
      expect(await store.textAt('orchard', 1)).toBeNull();
      refused(await store.change('orchard', { ...asked(), version: 1, operations: [] }), 'absent');
      expect((await store.removed()).map((one) => one.id)).toEqual(['orchard']);
      expect(await store.bringBack('orchard')).toBe(true);
      expect(await store.bringBack('orchard')).toBe(false);
      expect((await store.text('orchard', 'stewards'))?.body).toBe(ORCHARD);
      expect(await store.revisions('orchard')).toMatchObject([
        { version: 1, author: ANA, message: 'as it is' },
      ]);
    });

    test('and deleted leaves nothing', async () => {
      const store = await withOrchard();
      expect(await store.purge('orchard')).toBe(true);
      expect(await store.purge('orchard')).toBe(false);
      expect(await store.removed()).toEqual([]);
      saved(await store.create({ ...asked(BO), text: ORCHARD }));
      expect(await store.revisions('orchard')).toHaveLength(1);
    });
  });

  describe('a person who is forgotten', () => {
    test('leaves changes without a name and without words, in every community', async () => {
      const store = await withOrchard();
      saved(await store.create({ ...asked(ANA, 'bread too'), text: orchardNamed('bakery') }));
      saved(
        await store.change('orchard', { ...asked(BO, 'a friend'), version: 1, operations: addTree('bo') }),
      );
      expect(await store.erasePerson('p1')).toEqual({ names: 2, notes: 2 });
      expect(await store.erasePerson('p1')).toEqual({ names: 0, notes: 0 });
      const history = await store.revisions('orchard');
      expect(history).toMatchObject([
        { author: BO, message: 'a friend' },
        { author: { id: 'p1', name: null }, message: null },
      ]);
      const exported = (await lines(store)).join('\n');
      expect(exported).not.toContain('bread too');
      expect(exported).not.toContain('"Ana"');
    });
  });

  describe('everything', () => {
    test('can be carried to another store', async () => {
      const store = await withOrchard();
      saved(
        await store.change('orchard', { ...asked(BO, 'a friend'), version: 1, operations: addTree('bo') }),
      );
      saved(await store.create({ ...asked(), text: orchardNamed('bakery') }));
      await store.remove('bakery');
      const other = await empty();
      expect(await other.importAll(await lines(store))).toEqual({ communities: 2, revisions: 3 });
      expect(await other.revisions('orchard')).toEqual(await store.revisions('orchard'));
      expect((await other.view('orchard', 'public'))?.body).toEqual(
        (await store.view('orchard', 'public'))?.body,
      );
      expect(await other.removed()).toEqual(await store.removed());
      await expect(other.importAll(await lines(store))).rejects.toThrow('There already is a community');
    });

    test('is taken in whole or not at all', async () => {
      const store = await withOrchard();
      const all = await lines(store);
      const other = await empty();
      await expect(other.importAll(all.slice(0, -1))).rejects.toThrow('not complete');
      await expect(other.importAll(['{}'])).rejects.toThrow('Line 1');
      await expect(other.importAll([...all.slice(0, -1), '{"tree": {}}', '{"end":true}'])).rejects.toThrow(
        'tree',
      );
      expect(await other.list(STEWARD)).toEqual([]);
      expect(await other.removed()).toEqual([]);
    });
  });
}

async function lines(store: Store): Promise<string[]> {
  const all: string[] = [];
  for await (const line of store.exportAll()) all.push(line);
  return all;
}
