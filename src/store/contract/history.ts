/** The contract of what is kept: history, other ids, what is taken away or forgotten, and the way to another store. */
import { describe, expect, test } from 'vitest';
import { ANA, addTree, asked, BO, type Kit, linesOf, refused, STEWARD, saved } from '#store/contract/kit';
import { ORCHARD, orchardNamed } from '#store/contract/orchard';

export function history({ withOrchard }: Kit): void {
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
}

export function ends({ withOrchard }: Kit): void {
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
      const exported = (await linesOf(store)).join('\n');
      expect(exported).not.toContain('bread too');
      expect(exported).not.toContain('"Ana"');
    });
  });
}

export function carriage({ empty, withOrchard }: Kit): void {
  describe('everything', () => {
    test('can be carried to another store', async () => {
      const store = await withOrchard();
      saved(
        await store.change('orchard', { ...asked(BO, 'a friend'), version: 1, operations: addTree('bo') }),
      );
      saved(await store.create({ ...asked(), text: orchardNamed('bakery') }));
      await store.remove('bakery');
      const other = await empty();
      expect(await other.importAll(await linesOf(store))).toEqual({ communities: 2, revisions: 3 });
      expect(await other.revisions('orchard')).toEqual(await store.revisions('orchard'));
      expect((await other.view('orchard', 'public'))?.body).toEqual(
        (await store.view('orchard', 'public'))?.body,
      );
      expect(await other.removed()).toEqual(await store.removed());
      await expect(other.importAll(await linesOf(store))).rejects.toThrow('There already is a community');
    });

    test('is taken in whole or not at all', async () => {
      const store = await withOrchard();
      const all = await linesOf(store);
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
