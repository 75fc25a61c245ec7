import { expect, test } from 'vitest';
import { type Document, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { Found } from '#core/file/found';
import { CURRENT_VERSION, UPGRADES, type UpgradeStep, upgrade } from '#core/file/upgrade';

const steps: readonly UpgradeStep[] = [
  { from: 1, apply: (document) => document.setIn(['renamed'], document.getIn(['old'])) },
  { from: 2, apply: (document) => document.deleteIn(['old']) },
];

function climb(text: string, current: number) {
  const document = parseDocument(text);
  const found = new Found('f.yaml', text, new LineCounter());
  const root = document.contents as YAMLMap;
  const upgraded = upgrade(root, () => document as Document.Parsed, found, steps, current);
  return { upgraded, root, before: document, found };
}

test('an older file is brought up to date step by step, with its comments, and the draft itself is left as it is', () => {
  const { upgraded, before, found } = climb('potluck: 1 # our first\nold: kept\n', 3);
  expect(upgraded?.toJSON()).toEqual({ potluck: 3, renamed: 'kept' });
  expect((upgraded?.get('potluck', true) as { comment?: string } | undefined)?.comment).toBe(' our first');
  expect(String(before)).toBe('potluck: 1 # our first\nold: kept\n');
  expect(found.count).toBe(0);
});

test('a file of this version is taken as it is', () => {
  const { upgraded, root } = climb('potluck: 3\nold: kept\n', 3);
  expect(upgraded).toBe(root);
});

test('a missing step is our own mistake', () => {
  expect(() => climb('potluck: 1\n', 4)).toThrow('no step leads from version 3 to 4');
});

test('there is a step from every older version, and none from this one', () => {
  expect(UPGRADES.map((step) => step.from)).toEqual(
    Array.from({ length: CURRENT_VERSION - 1 }, (_, i) => i + 1),
  );
});
