/** A community file whose every word is an attack on whatever shows it, and what must not be found where it is shown. */
import { parse } from 'yaml';
import { secretFile } from '#test/security/secret-file';

/** For pages, pictures, Markdown, tables and calendars at once. */
export const HOSTILE = [
  '=HYPERLINK("http://evil.example/","x")',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '</title></style></text></svg><svg onload=alert(1)>',
  ']]><!--',
  '[go](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example>',
  '`$ {alert(1)}` {{7*7}} %0d%0aX-Evil: 1',
  '\r\nATTENDEE:mailto:evil@evil.example\nATTACH:http://evil.example/',
  '| a | b |\n\n---\n\n# head\n"]; click n1 "http://evil.example/" %%{init: {}}%%',
].join(' ');

/** The file of every section, in which each word of free text is hostile; `url` stands where an address may stand. */
export function hostileFile(url: string): string {
  const word = 'hostile';
  const file = parse(secretFile({ word, much: 7, day: '2026-02-01' })) as unknown;
  const changed = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (key === 'url') return url;
      return /Hostile/.test(value) ? `${HOSTILE} ${value} ${url}` : value;
    }
    if (Array.isArray(value)) return value.map((one) => changed(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, changed(one, name)]));
  };
  const { kinds, ...rest } = changed(file, '') as Record<string, unknown>;
  return JSON.stringify({ ...rest, kinds, name: `${HOSTILE} ${url}`, about: HOSTILE });
}

/** What in a page or a picture would run, load or lead somewhere, though nobody here wrote it; none is well. */
export function dangersIn(markup: string): string[] {
  const found: string[] = [];
  // Tags as a browser reads them: an attribute in quotes may hold anything.
  for (const [tag] of markup.matchAll(/<[a-zA-Z!/?](?:"[^"]*"|'[^']*'|[^'">])*>/g)) {
    const plain = tag.replace(/="[^"]*"|='[^']*'/g, '=""');
    if (/\son[a-z]+\s*=/i.test(plain)) found.push(tag.slice(0, 200));
    if (/^<(?:iframe|object|embed|base|foreignObject|animate|set)\b/i.test(tag))
      found.push(tag.slice(0, 200));
    if (/^<script\b/i.test(tag) && !/^<script[^>]* src="\/[\w./-]+"/.test(tag)) found.push(tag.slice(0, 200));
    for (const [, address = ''] of tag.matchAll(/\s(?:src|href|xlink:href|action|data|poster)="([^"]*)"/gi)) {
      const isOurs = /^(?:\/(?!\/)|#|data:(?:(?:image|font)\/|,$)|\.{0,2}\/?[\w-]+(?:[./#?]|$))/.test(
        address,
      );
      const isLink = /^<a\s/i.test(tag) && /^https?:/.test(address);
      if (!isOurs && !isLink) found.push(tag.slice(0, 200));
    }
  }
  return found;
}
