/** What `export` and `import` promise: every form, for an audience; tables with a dry run, mistakes with their lines. */
import { describe, expect, test } from 'vitest';
import { call, GARDEN } from '#cli/testing';
import { formats } from '#core/export/formats';

const TABLE =
  'Giver,Goes to,how much,note\nAna,Open day,4 h/month,"two\nlines"\nThe town,Open day,100 EUR/year,\n';
const files = {
  'garden.yaml': GARDEN,
  'broken.yaml': GARDEN.replace('price: free', 'prize: free'),
  'streams.csv': TABLE,
  'bad.csv': `${TABLE},Open day,3 h,\nBob,Open day,lots,\n`,
  'empty.csv': '',
};
const MAP = ['--map', 'from=giver,to=goes to'];

describe('export', () => {
  test.each(formats.map((one) => one.id))('%s', async (id) => {
    const { code, out, bytes } = await call(['export', id, 'garden.yaml', '--audience', 'public'], files);
    expect(code).toBe(0);
    if (id === 'png') {
      expect(out).toBe('');
      expect([...(bytes[0] ?? []).slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
    } else {
      expect(out).toContain('ardeners');
      expect(out).not.toContain('planning');
    }
  });

  test('into a file, and as JSON', async () => {
    const { written, err } = await call(['export', 'html', 'garden.yaml', '--out', 'x.html'], files);
    expect(written.get('x.html')).toMatch(/^<!doctype html>/);
    expect(err).toBe('Wrote x.html.\n');
    const { out } = await call(['export', 'png', 'garden.yaml', '--json', '--width', '300'], files);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({
      format: 'png',
      media: 'image/png',
      encoding: 'base64',
      audience: 'stewards',
    });
    expect(Buffer.from(answer.content, 'base64').readUInt32BE(16)).toBe(300);
  });

  test('a picture whose file is to be a PNG is painted', async () => {
    const { bytes, written } = await call(
      ['picture', 'garden.yaml', '--out', 'x.PNG', '--width', '400'],
      files,
    );
    expect(written.size).toBe(0);
    expect(Buffer.from(bytes[0] ?? []).readUInt32BE(16)).toBe(400);
  });

  test.each([
    [['export'], 'which format?'],
    [['export', 'svgg', 'garden.yaml'], 'Did you mean svg?'],
    [['export', 'svg'], 'which file?'],
    [['export', 'svg', 'garden.yaml', '--theme', 'pink'], '--theme takes light, dark or print'],
    [['export', 'svg', 'garden.yaml', '--out', 'locked/x.svg'], 'cannot be written'],
    [['import', 'xls', 'streams.csv'], 'there are: yaml, json, csv'],
    [['import', 'csv', 'empty.csv'], 'is empty'],
    [['import', 'csv', 'streams.csv', '--map', 'giver'], '--map takes FIELD=HEAD'],
  ])('%j: exit 2', async (words, says) => {
    const { code, out, err } = await call(words, files);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });

  test('a file with errors: exit 1, no content', async () => {
    const { code, out } = await call(['export', 'svg', 'broken.yaml', '--json'], files);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ content: null, problems: [{ code: 'unknown-key' }] });
  });
});

describe('import', () => {
  test('a table into a community: streams are added, comments and order stay', async () => {
    const { code, out } = await call(
      ['import', 'csv', 'streams.csv', '--into', 'garden.yaml', ...MAP],
      files,
    );
    expect(code).toBe(0);
    expect(out.startsWith(GARDEN.slice(0, 300))).toBe(true);
    const again = await call(['check', 'made.yaml'], { 'made.yaml': out });
    expect(again.code).toBe(0);
    expect(out).toContain('ana-to-open-day');
    expect(out).toContain('100 EUR/year');
  });

  test('a dry run only says what would be', async () => {
    const { code, out } = await call(
      ['import', 'csv', 'streams.csv', '--into', 'garden.yaml', '--dry-run', ...MAP],
      files,
    );
    expect(code).toBe(0);
    expect(out).toBe(
      '2 of 2 rows can be read as streams: ana-to-open-day, the-town-to-open-day.\nNew parties: Ana, The town.\n',
    );
  });

  test('rows that cannot be read are told with their lines, and nothing is written', async () => {
    const { code, out, err } = await call(
      ['import', 'csv', 'bad.csv', '--into', 'garden.yaml', ...MAP],
      files,
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    // The note of the second row takes two lines.
    expect(err).toContain('bad.csv:5:1: error: no-end');
    expect(err).toContain('bad.csv:6:1: error: bad-amount');
    expect(err).toContain('lots cannot be read as an amount.');
  });

  test('what was exported as JSON comes back as the same community', async () => {
    const exported = await call(['export', 'json', 'garden.yaml'], files);
    const { code, out } = await call(['import', 'json', 'x.json'], { 'x.json': exported.out });
    expect(code).toBe(0);
    const stories = await Promise.all(
      [GARDEN, out].map(async (text) => (await call(['story', 'g.yaml'], { 'g.yaml': text })).out),
    );
    expect(stories[1]).toBe(stories[0]);
  });

  test('what was exported as a table comes back with its amounts', async () => {
    const exported = await call(['export', 'csv', 'garden.yaml'], files);
    const started = GARDEN.slice(0, GARDEN.indexOf('flows:'));
    const { code, out } = await call(['import', 'csv', 'x.csv', '--into', 'g.yaml'], {
      'x.csv': exported.out,
      'g.yaml': started,
    });
    expect(code).toBe(0);
    expect(out).toMatch(/turns:.*24 h\/month/);
  });
});
