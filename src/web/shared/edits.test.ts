import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { plainFile } from '#core/file/plain-file';
import type { Change, Saved, Seen } from './api';
import { type Edit, Edits } from './edits';
import { viewQuery } from './use-community';

const server = vi.hoisted(() => ({
  version: 1,
  sent: [] as Change[],
  text: null as string | null,
  /** How often the whole file was asked for. */
  asked: 0,
  wait: Promise.resolve() as Promise<void>,
  answer: (_: Change): Error | null => null,
}));

vi.mock('./api', async (original) => {
  const real = await original<typeof import('./api')>();
  const change = async (_: string, sent: Change) => {
    server.sent.push(sent);
    await server.wait;
    const refused = server.answer(sent);
    if (refused !== null) throw refused;
    server.version += 1;
    if (server.text !== null) server.text += `, ${sent.message}`;
    return { version: server.version, text: server.text ?? '' } as Saved;
  };
  const saveText = async (_: string, sent: { readonly text: string }) => {
    server.version += 1;
    server.text = sent.text;
    return { version: server.version } as Saved;
  };
  const text = async () => {
    if (server.text === null) throw new real.Unreachable();
    return { version: server.version, text: server.text };
  };
  const data = async () => {
    server.asked += 1;
    const file = server.text === null ? null : plainFile(server.text);
    if (file === null) throw new real.Unreachable();
    return { version: server.version, ...file };
  };
  return {
    ...real,
    api: {
      ...real.api,
      change,
      saveText,
      text,
      data,
      view: async () => ({ view: {}, version: server.version }),
    },
  };
});

const { Refusal, Unreachable } = await import('./api');

const edit = (id: string): Edit => ({
  does: [{ op: 'put', section: 'parties', id, value: {} }],
  undoes: [{ op: 'remove', id }],
  says: `Added ${id}`,
});

function openWith() {
  const client = new QueryClient();
  client.setQueryData(viewQuery('table').queryKey, { view: {}, version: server.version } as never);
  return { edits: new Edits('table', client), client };
}

const open = (): Edits => openWith().edits;

beforeEach(() => {
  vi.useFakeTimers();
  server.version = 1;
  server.sent = [];
  server.text = null;
  server.asked = 0;
  server.wait = Promise.resolve();
  server.answer = () => null;
  const kept = new Map<string, string>();
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('says kept only when the server has answered', async () => {
  const edits = open();
  const kept = edits.edit(edit('a'));
  expect(edits.state().keeping).not.toBe('kept');
  await kept;
  expect(edits.state()).toMatchObject({ keeping: 'kept', canUndo: true, canRedo: false, last: 'Added a' });
});

test('what could not be sent waits, and goes again under the same id', async () => {
  const edits = open();
  server.answer = () => (server.sent.length < 3 ? new Unreachable() : null);
  await edits.edit(edit('a'));
  expect(edits.state().keeping).toBe('waiting');
  expect(localStorage.getItem('potluck.waiting.table')).toContain('Added a');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(edits.state().keeping === 'kept' || edits.state().keeping === 'still').toBe(true);
  expect(server.sent).toHaveLength(3);
  expect(new Set(server.sent.map((one) => one.changeId)).size).toBe(1);
  expect(localStorage.getItem('potluck.waiting.table')).toBeNull();
});

test('what waited in a window that was closed is sent by the next, naming the version its writer saw', async () => {
  const first = open();
  server.answer = () => new Unreachable();
  await first.edit(edit('a'));
  server.version = 7;
  server.sent = [];
  server.answer = () => new Refusal(409, 'stale', 'It moved on.', [], [{ version: 7 } as never]);
  const second = open();
  await vi.advanceTimersByTimeAsync(10);
  expect(server.sent[0]?.version).toBe(1);
  expect(second.state()).toMatchObject({
    keeping: 'conflict',
    conflict: { says: 'Added a', meanwhile: [{ version: 7 }] },
  });
});

test('two windows of one browser keep what waits of both, whoever is done first', async () => {
  const first = open();
  const second = open();
  server.answer = () => new Unreachable();
  await first.edit(edit('a'));
  await second.edit(edit('b'));
  expect(localStorage.getItem('potluck.waiting.table')).toMatch(/Added a.*Added b/);
  server.answer = (sent) => (sent.message === 'Added a' ? new Unreachable() : null);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(second.state().keeping === 'kept' || second.state().keeping === 'still').toBe(true);
  const waiting = localStorage.getItem('potluck.waiting.table');
  expect(waiting).toContain('Added a');
  expect(waiting).not.toContain('Added b');
});

test('a change that is held for a decision stays kept in the browser where another window keeps something', async () => {
  const first = open();
  const second = open();
  server.answer = () => new Refusal(409, 'stale', 'It moved on.');
  await first.edit(edit('a'));
  server.answer = () => null;
  await second.edit(edit('b'));
  expect(second.state().keeping).toBe('kept');
  expect(localStorage.getItem('potluck.waiting.table')).toContain('Added a');
  await first.letGo();
  expect(localStorage.getItem('potluck.waiting.table')).toBeNull();
});

test('a change that met another is held until the person decides, then put on top of what is there', async () => {
  const edits = open();
  server.answer = () => new Refusal(409, 'stale', 'It moved on.');
  await edits.edit(edit('a'));
  expect(edits.state().keeping).toBe('conflict');
  server.version = 5;
  server.answer = () => null;
  await edits.applyAgain();
  expect(server.sent.at(-1)?.version).toBe(5);
  expect(server.sent.at(-1)?.changeId).not.toBe(server.sent[0]?.changeId);
  expect(edits.state()).toMatchObject({ keeping: 'kept', conflict: null });
});

test('what the server refused for good is told and not kept for later', async () => {
  const edits = open();
  server.answer = () => new Refusal(422, 'invalid', 'No such unit.');
  await expect(edits.edit(edit('a'))).rejects.toThrow('No such unit.');
  expect(edits.state()).toMatchObject({ keeping: 'refused', canUndo: false });
  expect(localStorage.getItem('potluck.waiting.table')).toBeNull();
});

test('undo sends what takes it back, redo sends it again, and a new change ends redoing', async () => {
  const edits = open();
  await edits.edit(edit('a'));
  edits.undo();
  await vi.advanceTimersByTimeAsync(10);
  expect(server.sent.at(-1)?.operations).toEqual([{ op: 'remove', id: 'a' }]);
  expect(edits.state()).toMatchObject({ canUndo: false, canRedo: true });
  edits.redo();
  await vi.advanceTimersByTimeAsync(10);
  expect(server.sent.at(-1)?.operations).toEqual(edit('a').does);
  edits.undo();
  await vi.advanceTimersByTimeAsync(10);
  await edits.edit(edit('b'));
  expect(edits.state().canRedo).toBe(false);
});

test('what is taken back by the text as it was goes one by one, and not over the work of others', async () => {
  const edits = open();
  server.text = 'Plot';
  const settled = () => vi.advanceTimersByTimeAsync(10);
  await edits.edit({ ...edit('a'), undoes: null });
  await edits.edit({ ...edit('b'), undoes: null });
  edits.undo();
  await settled();
  expect(server.text).toBe('Plot, Added a');
  edits.undo();
  await settled();
  expect(server.text).toBe('Plot');

  await edits.edit({ ...edit('c'), undoes: null });
  server.text = 'Plot, Added c, and theirs';
  edits.undo();
  await settled();
  expect(server.text).toBe('Plot, Added c, and theirs');
  expect(edits.state()).toMatchObject({ keeping: 'refused', refusal: { code: 'moved-on' } });
});

test('a change is shown before the server has answered, and taken back where it is refused', async () => {
  const text = 'potluck: 1\nid: table\nname: Table\nas-of: 2026-01-01\nparties:\n  a: {inside: true}\n';
  server.text = text;
  let answer: () => void = () => undefined;
  server.wait = new Promise<void>((done) => {
    answer = done;
  });
  const { edits, client } = openWith();
  const kept = edits.edit(edit('b'));
  const seen = () => client.getQueryData<Seen>(viewQuery('table').queryKey);
  await vi.waitFor(() => expect(seen()?.view.parties?.map(({ id }) => id)).toEqual(['a', 'b']), {
    timeout: 20_000,
  });
  expect(edits.state().keeping).toBe('sending');
  expect(seen()?.version).toBe(1);
  answer();
  await kept;
  expect(edits.state().keeping).toBe('kept');
});

test('what was foreseen and kept is gone on from: the file is not asked for again', async () => {
  server.text = 'potluck: 1\nid: table\nname: Table\nas-of: 2026-01-01\nparties:\n  a: {inside: true}\n';
  const { edits, client } = openWith();
  const key = viewQuery('table').queryKey;
  const seen = () => client.getQueryData<Seen>(key)?.view.parties?.map(({ id }) => id);
  for (const [id, all] of [
    ['b', ['a', 'b']],
    ['c', ['a', 'b', 'c']],
  ] as const) {
    let answer: () => void = () => undefined;
    server.wait = new Promise<void>((done) => {
      answer = done;
    });
    const kept = edits.edit(edit(id));
    await vi.waitFor(() => expect(seen()).toEqual(all), { timeout: 20_000 });
    answer();
    await kept;
    await vi.advanceTimersByTimeAsync(10);
    client.setQueryData(key, { view: {}, version: server.version } as never);
  }
  expect(server.asked).toBe(1);
});

test('what an earlier version of this page left waiting is sent', async () => {
  const waiting = { edit: edit('a'), direction: 'do', changeId: 'c-1', version: 1 };
  localStorage.setItem('potluck.waiting.table', JSON.stringify([waiting]));
  const edits = open();
  await vi.waitFor(() => expect(edits.state().keeping).toBe('kept'));
  expect(server.sent).toMatchObject([{ changeId: 'c-1', version: 1, operations: edit('a').does }]);
  expect(localStorage.getItem('potluck.waiting.table')).toBeNull();
});

test('two changes of one hand follow each other without meeting themselves', async () => {
  const edits = open();
  await Promise.all([edits.edit(edit('a')), edits.edit(edit('b'))]);
  expect(server.sent.map((one) => one.version)).toEqual([1, 2]);
});
