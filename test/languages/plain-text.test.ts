/** No word of a screen stands in the source outside of `t()`: it could not be said in another language. */
import { expect, test } from 'vitest';
import { nodesOf, sourcesUnder, written } from '#test/languages/words-of';

/** Attributes that a person reads or hears. */
const READ = new Set([
  'aria-label',
  'title',
  'placeholder',
  'alt',
  'aria-description',
  'aria-roledescription',
  'label',
]);

/** The same in every language: our name, and names of what is named in the sources of a page. */
const NAMES = new Set([
  'Potluck',
  'KM4Dev',
  'Euforic',
  'Cybermohalla',
  'Ctrl',
  'Esc',
  'Enter',
  'Tab',
  'Shift',
  'Language',
]);

/** A file that begins so is a file, in any language. */
const isFile = (text: string) => /^potluck: 1\n/.test(text);

const isProse = (text: string) => !isFile(text) && /\p{L}{2,}/u.test(text) && !NAMES.has(text.trim());

function proseOf(path: string): string[] {
  const found: string[] = [];
  for (const node of nodesOf(path)) {
    if (node.type === 'JSXText') {
      const text = String(node['value']).replace(/\s+/g, ' ').trim();
      if (isProse(text)) found.push(`${path}: ${text}`);
    }
    if (node.type === 'JSXAttribute') {
      const name = (node['name'] as { name?: string }).name ?? '';
      const value = written(node['value']);
      if (READ.has(name) && value !== null && isProse(value)) found.push(`${path}: ${name}="${value}"`);
    }
    if (node.type === 'JSXExpressionContainer') {
      const text = written(node['expression']);
      if (text !== null && isProse(text) && / /.test(text.trim())) found.push(`${path}: {'${text}'}`);
    }
  }
  return found;
}

test('every text and label of a page goes through t()', () => {
  const pages = sourcesUnder('src/web').filter((path) => path.endsWith('.tsx'));
  expect(pages.length).toBeGreaterThan(30);
  expect(pages.flatMap(proseOf)).toEqual([]);
});
