import { expect, test } from 'vitest';
import { embedAddress, embedText, fileAddress } from './addresses';

test('a file for an audience, on a day, on dark paper', () => {
  const at = { audience: 'partner:a&b', on: '2009-10-08' } as const;
  expect(fileAddress('km4dev', 'svg', { ...at, paper: 'dark' })).toBe(
    '/api/communities/km4dev/export/svg?audience=partner%3Aa%26b&as-of=2009-10-08&theme=dark',
  );
  expect(fileAddress('km4dev', 'yaml', { ...at, paper: 'light' })).not.toContain('theme');
});

test('a name cannot leave the text that others paste', () => {
  const text = embedText(embedAddress('http://127.0.0.1:4321', 'garden'), '"><script>alert(1)</script>');
  expect(text).toContain('src="http://127.0.0.1:4321/embed/garden"');
  expect(text).toContain('title="&quot;>&lt;script>alert(1)&lt;/script>"');
  expect(text.match(/</g)).toHaveLength(2);
});
