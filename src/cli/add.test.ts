/** What `potluck add` promises: the reading is shown, and the file changes only when told to. */
import { expect, test } from 'vitest';
import { call, GARDEN } from '#cli/testing';

const files = { 'garden.yaml': GARDEN };

test('shows how a sentence was read, and writes nothing', async () => {
  const { code, out, written } = await call(
    ['add', 'garden.yaml', 'the library gives 3 hours a week to repairs'],
    files,
  );
  expect(code).toBe(0);
  expect(out).toContain('How much   3 h/week');
  expect(out).toContain('Nothing was written.');
  expect(written.size).toBe(0);
});

test('with --keep adds the facts and leaves all else as it was', async () => {
  const { code, written } = await call(
    ['add', 'garden.yaml', 'the library gives 3 hours a week to repairs', '--keep'],
    files,
  );
  expect(code).toBe(0);
  const text = written.get('garden.yaml') ?? '';
  expect(text).toContain('library: {name: Library, type: organisation}');
  expect(text).toContain('amount: 3 h/week');
  for (const line of GARDEN.trimEnd().split('\n')) expect(text).toContain(line);
});

test('a sentence that says nothing of the kind: told so, exit 1, and nothing is written', async () => {
  const { code, out, written } = await call(['add', 'garden.yaml', 'Thursdays are lovely'], files);
  expect([code, written.size]).toEqual([1, 0]);
  expect(out).toContain('Thursdays are lovely');
});

test('with --keep such a sentence is kept as a note, never dropped', async () => {
  const { code, out, written } = await call(['add', 'garden.yaml', 'Thursdays are lovely', '--keep'], files);
  expect(code).toBe(0);
  expect(out).toMatch(/kept in the\s+file as a note/);
  expect(written.get('garden.yaml')).toMatch(/x-notes:\s*(- |\[\s*)Thursdays are lovely/);
});

test('an arrow of influence is read too, and a sentence in another language', async () => {
  const more = await call(['add', 'garden.yaml', 'more visitors tire the gardeners', '--keep'], files);
  expect(more.written.get('garden.yaml')).toMatch(/influences:[\s\S]*sign: "?-"?/);
  const dues = await call(['add', 'garden.yaml', 'los socios pagan 20 euros al año', '--keep'], files);
  expect(dues.written.get('garden.yaml')).toContain('amount: 20 EUR/year');
});

test('without a sentence the call is wrong', async () => {
  expect((await call(['add', 'garden.yaml'], files)).code).toBe(2);
});
