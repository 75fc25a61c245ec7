import { expect, test } from 'vitest';
import { slug } from '../../shared/edit/ids';
import { fileOf, idFrom, withId } from './community-text';

test('a name becomes an id that the format allows', () => {
  expect(slug('Économie du Jardin, n° 2')).toBe('economie-du-jardin-n-2');
  expect(slug('  ***  ')).toBe('table');
  expect(slug('–Potluck–')).toBe('potluck');
});

test('a new file quotes what people write', () => {
  const text = fileOf('Bread: "ours"', '', new Date('2026-11-22T10:00:00Z'));
  expect(text).toBe(
    'potluck: 1\nid: bread-ours\nname: "Bread: \\"ours\\""\nas-of: 2026-11-22\nlanguages: [en]\nscheme: community\n',
  );
});

test('a file can be kept beside another under a second id', () => {
  const text = 'potluck: 1\nid: km4dev\nname: KM4Dev\nparties:\n  id: {name: x}\n';
  expect(idFrom(text)).toBe('km4dev');
  expect(withId(text, 'km4dev-2')).toBe(
    'potluck: 1\nid: km4dev-2\nname: KM4Dev\nparties:\n  id: {name: x}\n',
  );
  expect(idFrom(withId('{"potluck": 1, "id": "a"}', 'b'))).toBe('b');
});
