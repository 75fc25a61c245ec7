/** Copying between communities: what was chosen arrives, with what holds it together, and nothing that was there changes. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { copied, canPaste as mayPaste, pasteThings as pasteIn, copyThings as said } from '#core/file/copy';
import { applyOperations } from '#core/file/operations';
import { parse } from '#core/file/parse';
import { plainFile } from '#core/file/plain-file';
import { resolve } from '#core/file/resolve';
import { docOf } from '#core/file/text-sheet';
import { treeOf } from '#core/file/tree';

const ALLOTMENT = readFileSync('cases/allotment-school/community.yaml', 'utf8');
/** The file as plain data, which is how the browser has it. */
const file = (text: string) => ({ contents: treeOf(plainFile(text)?.data ?? null) });
const copyThings = (text: string, ids: string[]) => said(file(text), ids);
const pasteThings = (text: string, clip: string) => pasteIn(file(text), file(clip));
const canPaste = (clip: string) => mayPaste(file(clip));
const read = (text: string) => {
  const { community, problems } = resolve(parse(text));
  if (community === null) throw new Error(problems.map((one) => one.message.text).join('\n'));
  return community;
};
const pasted = (into: string, clip: string) => {
  const paste = pasteThings(into, clip);
  const done = applyOperations(into, paste.operations);
  if (!done.ok) throw new Error(done.refusals[0]?.message.text);
  return { ...paste, community: read(done.text), text: done.text };
};

test('what is copied is a community file with the flows between', () => {
  const clip = copyThings(ALLOTMENT, ['town', 'kitty']);
  expect(canPaste(clip)).toBe(true);
  expect(clip).toContain('town-grant');
  expect(clip).not.toContain('gardeners:');
  expect(canPaste('Dear all, see you on Monday')).toBe(false);
});

test('pasted into an empty community: the things, the flow between, its kind and its sources', () => {
  const { community } = pasted('potluck: 1\nid: new\nname: New\n', copyThings(ALLOTMENT, ['town', 'kitty']));
  expect(community.parties.map((party) => party.id)).toEqual(['town']);
  expect(community.pools.map((pool) => pool.id)).toEqual(['kitty']);
  expect(community.pockets.map((pocket) => pocket.id).sort()).toEqual(['seeds', 'tea']);
  expect(community.flows.map((flow) => flow.id)).toEqual(['town-grant']);
  expect(community.kinds.some((kind) => kind.id === 'eur')).toBe(true);
});

test('pasted where it came from: new ids, and the copy of a flow joins the copies of its ends', () => {
  const before = read(ALLOTMENT);
  const { community, ids } = pasted(ALLOTMENT, copyThings(ALLOTMENT, ['town', 'kitty']));
  expect(ids.get('town')).toBe('town-2');
  const copy = community.flows.find((flow) => flow.id === ids.get('town-grant'));
  expect(copy).toMatchObject({ from: 'town-2', to: 'kitty-2' });
  expect(copy?.amount).toEqual(before.flows.find((flow) => flow.id === 'town-grant')?.amount);
  const old = new Set(before.parties.map((party) => party.id));
  expect(community.parties.filter((party) => old.has(party.id))).toHaveLength(before.parties.length);
});

test('what it names elsewhere is dropped and told; what cannot stand without it stays behind', () => {
  const clip = `potluck: 1
id: copied
name: Copied
parties:
  ana: {type: person, in: core, inside: true}
flows:
  f: {from: ana, to: garden, amount: 2 h/month}
`;
  const { community, left, loosened } = pasted('potluck: 1\nid: new\nname: New\n', clip);
  expect(community.parties[0]).toMatchObject({ id: 'ana', in: null });
  expect(left).toEqual(['f']);
  expect(loosened).toEqual(['ana in']);
});

test('from plain data as from the text itself, and at once as by way of the clipboard', () => {
  for (const ids of [['town', 'kitty'], ['open-day'], ['gardeners', 'core', 'town-grant']]) {
    const clip = copyThings(ALLOTMENT, ids);
    expect(clip).toBe(said(docOf(ALLOTMENT), ids));
    const paste = pasteThings(ALLOTMENT, clip);
    expect(paste).toEqual(pasteIn(docOf(ALLOTMENT), docOf(clip)));
    expect(paste).toEqual(pasteIn(file(ALLOTMENT), copied(file(ALLOTMENT), ids)));
  }
});

test('words that mean something else without quotes keep theirs', () => {
  const text = `potluck: 1
id: hall
name: Hall
parties:
  a: {name: "null", note: "12", size: 12, see: ["x: y", "a, b", "true", "plain words (here)"]}
`;
  expect(plainFile(copyThings(text, ['a']))?.data).toMatchObject({
    parties: {
      a: { name: 'null', note: '12', size: 12, see: ['x: y', 'a, b', 'true', 'plain words (here)'] },
    },
  });
});
