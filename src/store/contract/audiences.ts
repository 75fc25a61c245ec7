/** The contract of reading: each audience sees what was disclosed to it, and can count nothing else. */
import { describe, expect, test } from 'vitest';
import { addTree, asked, type Kit, saved } from '#store/contract/kit';
import { CANARY, orchardNamed, partiesIn } from '#store/contract/orchard';

export function audiences({ withOrchard }: Kit): void {
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

    test('finds on the shelf what is its own before anybody looked at it, and not when hidden things last changed', async () => {
      const store = await withOrchard();
      saved(
        await store.change('orchard', { ...asked(), version: 1, operations: addTree('secret', 'stewards') }),
      );
      const changed = (await store.view('orchard', 'stewards'))?.at;
      const [line] = await store.list([{ community: 'orchard', audience: 'person:ana' }]);
      expect([line?.id, line?.audience, line?.version]).toEqual(['orchard', 'person:ana', 1]);
      expect(line?.changedAt).not.toBe(changed);
      expect(await store.list([{ community: 'orchard', audience: 'person:nobody' }])).toEqual([]);
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
}
