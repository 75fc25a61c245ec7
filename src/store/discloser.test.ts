/** The store with the rules of core: a real file goes in, each audience gets its own, a change by id keeps the rest. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { View } from '#core/audience/view';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { coreDiscloser } from '#store/discloser';
import { type FreshStore, freshStore } from '#store/testing';

const SCHOOL = new URL('../../cases/allotment-school/community.yaml', import.meta.url);

const SMALL = `potluck: 1
id: choir
name: {nl: Het koor, en: The choir}
languages: [nl, en]
see: members
parties:
  ana: {name: Ana Canary, type: person, circle: core, inside: true, see: core}
  singers: {name: Singers, type: circle, circle: active, inside: true}
flows:
  ana-conducts: {from: ana, to: singers, amount: 8 h/month, form: gift}
`;

let fresh: FreshStore;
beforeAll(async () => {
  fresh = await freshStore();
}, 60_000);
afterAll(() => fresh.close());

const asked = () => ({ changeId: randomUUID(), author: null });

describe('a real file', () => {
  test('is kept as it was written, and every audience of its own gets a view', async () => {
    const { store } = fresh;
    const text = await readFile(SCHOOL, 'utf8');
    expect(await store.create({ ...asked(), text, kind: 'import' })).toMatchObject({
      ok: true,
      community: 'allotment-school',
      text,
    });
    expect(await store.audiences('allotment-school')).toEqual(
      expect.arrayContaining(['core', 'members', 'peers', 'public', 'stewards', 'treasurer']),
    );
    const seen = await store.view('allotment-school', 'stewards');
    const { community } = resolve(parse(text));
    expect(View.from(seen!.body).flows.map((flow) => flow.id)).toEqual(
      community?.flows.map((flow) => flow.id),
    );
    expect(seen?.body.day).toBe(20_513);
  });

  test('whose author wrote nonsense is refused with the problems of the file, each in its place', async () => {
    const outcome = await fresh.store.create({
      ...asked(),
      text: `${SMALL}  more: {from: nobody, to: singers}\n`,
    });
    expect(outcome).toMatchObject({ ok: false, why: 'invalid' });
    const [problem] = !outcome.ok && outcome.why === 'invalid' ? outcome.problems : [];
    expect(problem).toMatchObject({ severity: 'error', line: 11, file: 'community.yaml' });
    for (const text of ['', '\0', '[]', 'id: {', 'potluck: 1\nid: a/b\nname: x\n', `${SMALL}\u0000`]) {
      expect(await fresh.store.create({ ...asked(), text }), JSON.stringify(text)).toMatchObject({
        ok: false,
        why: 'invalid',
      });
    }
  });

  test('goes to each audience as that audience may have it, as a view and as a file', async () => {
    const { store } = fresh;
    expect(await store.create({ ...asked(), text: SMALL })).toMatchObject({ ok: true });
    for (const audience of ['members', 'public', 'person:singers', 'partner:singers']) {
      const view = await store.view('choir', audience);
      const text = await store.text('choir', audience);
      expect(JSON.stringify(view?.body), audience).not.toContain('Canary');
      expect(text?.body, audience).not.toContain('Canary');
      expect(resolve(parse(text?.body ?? '')).community?.id, audience).toBe('choir');
    }
    expect(JSON.stringify((await store.view('choir', 'core'))?.body)).toContain('Canary');
    expect(JSON.stringify((await store.view('choir', 'person:ana'))?.body)).toContain('Canary');
    expect(await store.view('choir', 'person:nobody')).toBeNull();
    expect((await store.list([{ community: 'choir', audience: 'members' }]))[0]?.name).toBe('Het koor');
  });

  test('keeps its words through a change by id; a removal that would break others is told before', async () => {
    const { store } = fresh;
    const removal = [{ op: 'remove' as const, id: 'singers' }];
    expect(await store.preview('choir', { operations: removal })).toMatchObject({
      ok: false,
      why: 'impossible',
      refusals: [{ code: 'would-break' }],
    });
    const operations = [{ op: 'rename' as const, id: 'ana', to: 'anna' }];
    const outcome = await store.change('choir', { ...asked(), version: 1, operations });
    expect(outcome).toMatchObject({ ok: true, version: 2 });
    expect(outcome.ok && outcome.text).toBe(
      SMALL.replace('  ana: ', '  anna: ').replace('from: ana,', 'from: anna,'),
    );
    expect((await store.view('choir', 'person:ana'))?.body ?? null).toBeNull();
  });
});

test('the edition moves with the code', async () => {
  expect((await coreDiscloser()).edition).toMatch(/^source \d+$/);
});
