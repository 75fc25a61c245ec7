/** The overview tells keys that are answered. Where a part can be asked, it is asked; else its source is looked at. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keyTarget } from '../picture/time-keys';
import { keysOf } from './keys';

const source = (path: string) => readFileSync(join(import.meta.dirname, '..', '..', path), 'utf8');
const group = (path: string, id: string) => keysOf(path).find((one) => one.id === id)?.lines ?? [];

test('the line of time answers to its keys', () => {
  const stops = [10, 20, 30].map((day) => ({ day }) as never);
  const lines = group('/c/km4dev', 'time');
  expect(lines.length).toBe(3);
  const named = { '←': 'ArrowLeft', '→': 'ArrowRight' } as Record<string, string>;
  for (const { keys } of lines)
    for (const key of keys) expect(keyTarget(named[key] ?? key, stops, 20, 0, 9999), key).not.toBeNull();
});

test('the picture answers to its keys', () => {
  const code = [
    'features/picture/Choosable.tsx',
    'features/picture/use-clipboard.ts',
    'shared/quick-add/QuickAdd.tsx',
  ]
    .map(source)
    .join('');
  const lines = group('/c/km4dev', 'picture');
  expect(lines.length).toBeGreaterThan(8);
  const asWritten: Record<string, RegExp> = {
    '←': /ArrowLeft/,
    '→': /ArrowRight/,
    '↑': /ArrowUp/,
    '↓': /ArrowDown/,
    Ctrl: /ctrlKey/,
    Alt: /altKey/,
    Shift: /shiftKey/,
    A: /'a'/,
    M: /'m'/,
    // By itself it draws; with Ctrl it makes another.
    D: /case 'd':[\s\S]*'draw'/,
    C: /'copy'/,
    V: /'paste'/,
  };
  for (const { keys } of lines)
    for (const key of keys) expect(code, key).toMatch(asWritten[key] ?? new RegExp(`'${key}'`));
});

test('a round answers to its keys', () => {
  const code = source('features/talk/round/use-round-keys.ts');
  const lines = group('/c/km4dev/talk/a-round', 'round');
  expect(lines.map(({ keys }) => keys.join(' '))).toEqual(['→', 'T', 'P']);
  for (const key of ['ArrowRight', 'T', 'P']) expect(code, key).toMatch(new RegExp(`case '${key}'`));
});

test('undo and the overview itself answer', () => {
  expect(source('app/keeping.tsx')).toMatch(/key === 'z'/);
  expect(source('features/help/Beside.tsx')).toMatch(/event\.key !== '\?'/);
});

test('keys of the picture are told in the picture only', () => {
  expect(keysOf('/c/km4dev/').map((one) => one.id)).toEqual(['picture', 'time', 'everywhere', 'panels']);
  expect(keysOf('/c/km4dev/canvas').map((one) => one.id)).toEqual(['canvas', 'everywhere', 'panels']);
  expect(keysOf('/c/km4dev/talk').map((one) => one.id)).toEqual(['everywhere', 'panels']);
  expect(keysOf('/c/km4dev/free').map((one) => one.id)).toEqual(['everywhere', 'panels']);
  expect(keysOf('/').map((one) => one.id)).toEqual(['everywhere', 'panels']);
});
