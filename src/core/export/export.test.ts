/** What is taken along says what may be said, and words of a community stay words in every form. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { GARDEN } from '#cli/testing';
import { disclose } from '#core/audience/disclose';
import { cell, csv } from '#core/export/csv';
import { embed } from '#core/export/embed';
import { exportAs } from '#core/export/export';
import { fileName, formatOf, formats } from '#core/export/formats';
import { html } from '#core/export/html';
import { json } from '#core/export/json';
import { escaped, markdown } from '#core/export/markdown';
import { mermaid, quoted } from '#core/export/mermaid';
import { parse } from '#core/file/parse';
import { printCommunity } from '#core/file/print';
import { resolve } from '#core/file/resolve';

function garden(audience = 'stewards', text = GARDEN) {
  const { community, problems } = resolve(parse(text));
  if (community === null) throw new Error(problems[0]?.message.text);
  return disclose(community, { audience, day: '2026-03-01' });
}

const NASTY = [
  '<script>alert(1)</script>',
  'a|b',
  '`rm -rf`',
  '=cmd()',
  '+1',
  '@sum',
  '"quoted" end',
  '--> x',
  '%%{init: {}}%%',
  '[x](javascript:alert(1))',
  '![x](http://evil.example/x.png)',
  '# heading',
  '1. list',
  '&lt;b&gt;',
  '</style><b>',
  'ünï 日本',
  '"; click n1 "javascript:alert(1)"',
];
const nasty = garden(
  'stewards',
  GARDEN.replace('name: The garden', `name: ${JSON.stringify(NASTY.slice(0, 4).join(' '))}`)
    .replace('name: Core group', `name: ${JSON.stringify(NASTY.join(' '))}`)
    .replace('name: Gardeners', `name: ${JSON.stringify(NASTY[3])}`)
    .replace('name: Open day', `name: ${JSON.stringify(NASTY[0])}`),
);

describe('formats', () => {
  test('each has a writer, a name of its own and a file type', () => {
    expect(formats.map((one) => one.id)).toEqual([
      'svg',
      'png',
      'html',
      'markdown',
      'mermaid',
      'csv',
      'json',
      'yaml',
      'xmile',
    ]);
    expect(new Set(formats.map((one) => one.extension)).size).toBe(formats.length);
    for (const one of formats) {
      expect(exportAs(one.id, { view: garden() }).length).toBeGreaterThan(100);
      expect(one.name().text.length).toBeGreaterThan(10);
      expect(formatOf(one.id)).toBe(one);
    }
  });

  test('a file is named by community, day and audience, in letters that every system takes', () => {
    const svg = formatOf('svg');
    if (svg === null) throw new Error('no svg');
    const at = { community: 'garden', asOf: '2026-03-01' };
    expect(fileName(svg, { ...at, audience: 'stewards' })).toBe('garden-2026-03-01.svg');
    expect(fileName(svg, { ...at, audience: 'partner:../street' })).toBe(
      'garden-2026-03-01-partner-street.svg',
    );
  });
});

describe('what may not be seen', () => {
  test.each(formats.map((one) => one.id))('%s for the public does not name the planning', (id) => {
    expect(exportAs(id, { view: garden('public') })).not.toContain('planning');
  });

  test('the public reads that it is for the public', () => {
    expect(markdown({ view: garden('public') })).toContain('as public may see it');
    expect(html({ view: garden('public') })).toContain('as public may see it');
    expect(markdown({ view: garden() })).not.toContain('may see it');
  });
});

describe('markdown', () => {
  test('title, source, story and streams', () => {
    const text = markdown({ view: garden() });
    expect(text).toMatch(/^# The garden\n\n\*Potluck · The garden · as of 1 Mar 2026\*\n/);
    expect(text).toContain('| Gardeners | Open day | hours | 24 h/month | a turn | so it is |');
    expect(text).toContain('## Questions worth talking about');
  });

  test.each([
    ['a|b', 'a\\|b'],
    ['`x`', '\\`x\\`'],
    ['<script>', '&lt;script&gt;'],
    ['=cmd()', '\\=cmd()'],
    ['1. one', '1\\. one'],
    ['- item', '\\- item'],
    ['two\nlines', 'two lines'],
    ['https://evil.example', 'https:&#47;/evil.example'],
    ['[x](y)', '\\[x\\](y)'],
  ])('%j is written %j', (text, written) => {
    expect(escaped(text)).toBe(written);
  });

  test('no name makes a tag, a cell or a link', () => {
    const text = markdown({ view: nasty });
    expect(text).not.toMatch(/<script|<b>|<\/style/);
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.length).toBeGreaterThanOrEqual(4);
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(7);
    expect(text).not.toMatch(/(?<!\\)\]\(/);
  });
});

describe('mermaid', () => {
  test('parties, activities and streams with their amounts', () => {
    const text = mermaid({ view: garden() });
    expect(text.startsWith('flowchart LR\n')).toBe(true);
    expect(text).toContain('n2("Gardeners")');
    expect(text).toContain('n4(["Open day"])');
    expect(text).toContain('n2 -->|"hours: 24 h/month"| n4');
  });

  test('what is not yet done is dotted', () => {
    const text = mermaid({
      view: garden('stewards', GARDEN.replace('form: turn', 'form: turn, status: hoped')),
    });
    expect(text).toContain('n2 -.->|');
  });

  test('every line is one of four plain shapes, whatever the names are', () => {
    const word = '"(?:[\\p{L}\\p{M}\\p{N} .,:\'’·()/−–%€$£+-]|#\\d+;)+"';
    const node = new RegExp(
      `^  n\\d+(?:\\(${word}\\)|\\[\\(${word}\\)\\]|\\(\\[${word}\\]\\)|>${word}\\])$`,
      'u',
    );
    const arrow = new RegExp(`^  n\\d+ (?:-->|-\\.->)\\|${word}\\| n\\d+$`, 'u');
    const use = /^ {2}n\d+ -\.- n\d+$/;
    const lines = mermaid({ view: nasty }).trimEnd().split('\n').slice(2);
    expect(lines.length).toBeGreaterThanOrEqual(7);
    for (const line of lines) expect(node.test(line) || arrow.test(line) || use.test(line), line).toBe(true);
  });

  test('any text becomes one quoted word without quotes or brackets inside', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const inner = quoted(text).slice(1, -1);
        return inner.length > 0 && !/["[\]{}<>|`\n\r]/.test(inner);
      }),
    );
  });
});

describe('csv', () => {
  test('a head, and a line for each stream with the amount as in the file', () => {
    expect(csv({ view: garden() })).toBe(
      'id,from,to,name,kind,amount,form,status,since,until,note\r\n' +
        'turns,Gardeners,Open day,,hours,24 h/month,turn,actual,,,\r\n' +
        'planning,Core group,Open day,,hours,10 h/month,gift,actual,,,\r\n',
    );
  });

  test.each([
    ['=cmd()', `"'=cmd()"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@x', `"'@x"`],
    ['\t=x', `"' =x"`],
    ['say "hi"', '"say ""hi"""'],
    ['a,b', '"a,b"'],
    ['plain', 'plain'],
  ])('%j is written %j', (text, written) => {
    expect(cell(text)).toBe(written);
  });
});

describe('json and yaml', () => {
  test('say the same, and reading them again gives the same community', () => {
    const view = garden();
    const again = resolve(parse(json({ view })));
    expect(again.problems).toEqual([]);
    if (again.community === null) throw new Error('not a community');
    expect(printCommunity(again.community)).toBe(printCommunity(view.ever));
    expect(parseYaml(exportAs('yaml', { view }))).toEqual(JSON.parse(json({ view })));
  });

  test('yaml keeps the text that the door holds', () => {
    expect(exportAs('yaml', { view: garden(), text: GARDEN })).toBe(GARDEN);
  });
});

describe('html', () => {
  const pages = {
    html: html({ view: nasty }),
    embed: embed(nasty, { back: '/c/garden', style: '/paper.css' }),
  };

  test.each(Object.entries(pages))('%s holds no script and asks for nothing elsewhere', (_, text) => {
    expect(text).not.toMatch(/<script|javascript:alert\(1\)"|<iframe|<object|<b>|\son\w+=/i);
    expect(text.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
      /(?:src|href)="(?:https?:)?\/\/|url\((?!data:)/,
    );
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('has picture, story, questions and streams under headings', () => {
    const headings = [...pages.html.matchAll(/<h([12])>(.*?)<\/h/g)].map((match) => match[1]);
    expect(headings).toEqual(['1', '2', '2', '2']);
    expect(pages.html.match(/<svg /g)).toHaveLength(2);
    expect(pages.html).toContain("default-src 'none'");
  });

  test('the page to embed leads back', () => {
    expect(pages.embed).toContain('href="/c/garden"');
    expect(pages.embed).not.toContain('Questions');
  });

  test('every tag that is opened is closed', () => {
    for (const text of Object.values(pages)) {
      const open: string[] = [];
      const body = text
        .slice(text.indexOf('<body>') + 6, text.indexOf('</body>'))
        .replace(/<!--[\s\S]*?-->/g, '');
      for (const [, slash, name = '', self] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/gi)) {
        if (self === '/') continue;
        if (slash === '') open.push(name);
        else expect(open.pop()).toBe(name);
      }
      expect(open).toEqual([]);
    }
  });
});

describe('svg', () => {
  test('takes the typefaces for the letters that it holds', () => {
    let letters = '';
    const fontFaces = (text: string) => {
      letters = text;
      return '@font-face{font-family:"X"}';
    };
    const drawn = exportAs('svg', { view: garden(), fontFaces });
    expect(letters).toContain('Open day');
    expect(drawn).toContain('<style>@font-face{font-family:"X"}</style>');
    expect(exportAs('png', { view: garden(), fontFaces })).not.toContain('<style>');
  });

  test('dark paper is dark', () => {
    expect(exportAs('svg', { view: garden(), theme: 'dark' })).toContain('#1D1A17');
    expect(exportAs('svg', { view: garden() })).not.toContain('fill="#1D1A17"');
  });
});
