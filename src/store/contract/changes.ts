/** The contract of writing: what comes new, what is changed by id, and what happens when two change at once. */
import { describe, expect, test } from 'vitest';
import { ANA, addTree, asked, BO, type Kit, refused, STEWARD, saved } from '#store/contract/kit';
import { ORCHARD, partiesIn } from '#store/contract/orchard';

export function newCommunities({ empty, withOrchard }: Kit): void {
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
}

export function changesById({ empty, withOrchard }: Kit): void {
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
}

export function crossingChanges({ withOrchard }: Kit): void {
  describe('changes that cross', () => {
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
  });
}
