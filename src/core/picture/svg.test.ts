/** The picture as text: stand-alone, safe, the same every time, and honest about what is not known. */
import { describe, expect, test } from 'vitest';
import { lineWidth } from '#core/picture/measure';
import { escapeXml, picture } from '#core/picture/svg';
import { community, seen } from '#core/picture/testing';

const BASE = `
parties:
  us: {name: Core group, type: circle, circle: core, inside: true, size: 4}
  town: {name: Town & "Sons" <b>, type: organisation}
  street: {name: The street, type: public}
pools:
  purse: {name: Purse, kind: eur}
activities:
  day: {name: Open day, for: {street: 1}, price: free}
flows:
  grant: {from: town, to: purse, amount: 1200 EUR/year, status: agreed}
  work: {from: us, to: day, amount: unknown h}
  cake: {from: purse, to: day, amount: 10..20 EUR/month}
`;

describe('a stand-alone picture', () => {
  const svg = picture(seen(BASE, '2026-03-01'));

  test('has a title, a description with counts, a date and a source', () => {
    expect(svg).toMatch(/<title id="potluck-title">A test, 1 Mar 2026<\/title>/);
    expect(svg).toContain('3 parties, one activity, one pool and 3 streams, 2 with an amount.');
    expect(svg).toContain('Drawn by Potluck from the description of A test, for stewards. 1 Mar 2026.');
  });

  test('shows names as text, never as markup', () => {
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('&lt;b&gt;');
    expect(escapeXml('a\u0000<"&>')).toBe('a&lt;&quot;&amp;&gt;');
  });

  test('is the same to the letter each time', () => {
    expect(picture(seen(BASE, '2026-03-01'))).toBe(svg);
  });

  test('needs no stylesheet and fetches nothing', () => {
    expect(svg).not.toMatch(/<style|<script|href=|url\(|var\(--/);
    expect(svg).not.toContain('NaN');
    expect(svg).not.toContain('undefined');
  });

  test('has a dark dress', () => {
    const dark = picture(seen(BASE, '2026-03-01'), { theme: 'dark' });
    expect(dark).toContain('#1D1A17');
    expect(dark).not.toContain('#FAF5EA');
  });

  test('lights evidence below the ink', () => {
    const lit = picture(seen(BASE, '2026-03-01'), { lit: ['grant'] });
    expect(lit.indexOf('data-layer="lit"')).toBeGreaterThan(0);
    expect(lit.indexOf('data-layer="lit"')).toBeLessThan(lit.indexOf('data-id="grant"'));
    expect(svg).not.toContain('data-layer="lit"');
  });

  test('draws only the kinds that are asked for', () => {
    const hours = picture(seen(BASE, '2026-03-01'), { kinds: ['hours'] });
    expect(hours).toContain('data-id="work"');
    expect(hours).not.toContain('data-id="grant"');
  });
});

describe('what is not known', () => {
  test('is said in words, and never as zero', () => {
    const svg = picture(seen(BASE, '2026-03-01'));
    expect(svg).toContain('Core group to Open day, Hours: amount not known.');
    expect(svg).not.toMatch(/\b0 h/);
  });

  test('is not the same as hidden: a covered amount says so', () => {
    const view = seen(BASE, '2026-03-01', { covered: ['grant'] });
    const svg = picture(view);
    expect(svg).toContain('it is there; the amount is not shown to you.');
    expect(svg).not.toContain('1,200');
  });

  test('what ended within a year is a ghost; after that it is history', () => {
    const ended = BASE.replace('status: agreed}', 'until: 2025-12-31}');
    expect(picture(seen(ended, '2026-03-01'))).toContain('it ended, until 31 Dec 2025.');
    expect(picture(seen(ended, '2027-03-01'))).not.toContain('data-id="grant"');
  });

  test('an empty community is a bare cloth and a sentence', () => {
    expect(picture(seen('', '2026-03-01'))).toContain('Who brings what? A sentence is enough.');
    expect(community('').parties).toHaveLength(0);
  });
});

describe('the title', () => {
  /** Where each line of it begins, and what it says. */
  const titleOf = (name: string, width: number) => {
    const file = `potluck: 1\nid: test\nname: ${name}\n${BASE}`;
    const svg = picture(
      seen(file, '2026-03-01'),
      width < 500 ? { width, height: 640, orientation: 'portrait' } : {},
    );
    const [layer = ''] = /<g data-layer="title">.*?<\/g>/s.exec(svg) ?? [];
    return [...layer.matchAll(/x="([\d.]+)" y="(\d+)">([^<]+)</g)].map(([, x, y, says = '']) => ({
      x: Number(x),
      y: Number(y),
      says,
    }));
  };
  const LONG = 'Night bakers of Old Mill Lane';

  test('has the day beside it where there is room', () => {
    const [name, day, ...more] = titleOf(LONG, 966);
    expect(more).toEqual([]);
    expect(name).toMatchObject({ y: 34, says: LONG });
    expect(day).toMatchObject({ y: 34, says: '1 Mar 2026' });
  });

  test('has the day below it on a phone, and breaks where it is longer than a line: nothing is cut off', () => {
    const lines = titleOf(`${LONG} and their friends`, 390);
    expect(lines.map((line) => line.says).join(' ')).toBe(`${LONG} and their friends 1 Mar 2026`);
    expect(lines.length).toBe(3);
    expect(new Set(lines.map((line) => line.y)).size).toBe(3);
    for (const { x, says } of lines.slice(0, -1))
      expect(x + lineWidth(says, 'strong', 24)).toBeLessThanOrEqual(390 - 16);
  });
});
