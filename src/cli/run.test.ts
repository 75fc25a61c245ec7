/** What the command line promises: exit codes, where results and problems go, and the JSON of the contract. */
import { describe, expect, test } from 'vitest';
import { call, GARDEN } from '#cli/testing';

const files = {
  'garden.yaml': GARDEN,
  'broken.yaml': GARDEN.replace('from: gardeners', 'from: gardners').replace('price: free', 'prize: free'),
  folder: null,
};
const COMMANDS = [
  'serve',
  'check',
  'analyse',
  'questions',
  'story',
  'explain',
  'disclose',
  'picture',
  'simulate',
  'compare',
  'agenda',
  'import',
  'export',
];

describe('help', () => {
  test('potluck alone fits a screen of 24 lines by 80 columns and names every command', async () => {
    const { code, out } = await call([]);
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
  });

  test.each(COMMANDS)('potluck %s --help says how, within 80 columns', async (command) => {
    const { code, out, err } = await call([command, '--help']);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain(`potluck ${command}`);
    expect(out).toContain('--as-of DATE');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('--version', async () => {
    expect(await call(['--version'])).toMatchObject({ code: 0, out: '0.0.0\n' });
  });
});

describe('calls that are wrong', () => {
  test.each([
    [['story'], 'which file?'],
    [['story', 'absent.yaml'], 'there is no file absent.yaml'],
    [['story', 'folder'], 'folder is a folder'],
    [['stroy', 'garden.yaml'], 'Did you mean potluck story?'],
    [['story', 'garden.yaml', '--jsn'], 'Did you mean --json?'],
    [['story', 'garden.yaml', '--as-of'], '--as-of needs a value'],
    [['story', 'garden.yaml', '--as-of', 'yesterday'], 'yesterday is none'],
    [['story', 'garden.yaml', '--as-of', '2009-02-30'], '2009-02-30 is none'],
    [['story', 'garden.yaml', '--audience', 'publik'], 'Did you mean public?'],
    [['story', 'garden.yaml', '--json', '--json'], 'given twice'],
    [['story', 'garden.yaml', 'broken.yaml'], 'one file at a time'],
    [['analyse', 'garden.yaml', 'who-bares'], 'Did you mean who-bears?'],
    [['analyse', 'garden.yaml', '--draws', 'many'], '--draws takes a whole number'],
    [['explain', 'coverige'], 'Did you mean coverage?'],
    [['explain'], 'which measure?'],
    [['check'], 'which file?'],
    [['picture', 'garden.yaml', '--out', 'locked/x.svg'], 'cannot be written'],
  ])('%j: exit 2, told on standard error, nothing on standard output', async (words, says) => {
    const { code, out, err } = await call(words, files);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('check', () => {
  test('a file in order: exit 0', async () => {
    expect(await call(['check', 'garden.yaml'], files)).toEqual(
      expect.objectContaining({ code: 0, out: 'garden.yaml: no problems\n', err: '' }),
    );
  });

  test('all mistakes of all files in one pass, with line and mend, exit 1', async () => {
    const { code, out, err } = await call(['check', 'garden.yaml', 'broken.yaml'], files);
    expect(code).toBe(1);
    expect(out).toContain('garden.yaml: no problems\n');
    expect(out).toContain('broken.yaml: 2 errors');
    expect(err).toMatch(/broken\.yaml:16:5: error: unknown-key/);
    expect(err).toMatch(/broken\.yaml:20:17: error: /);
    expect(err).toContain('Mend:');
  });

  test('as JSON, on standard output', async () => {
    const { code, out } = await call(['check', 'garden.yaml', 'broken.yaml', '--json'], files);
    const answer = JSON.parse(out);
    expect(code).toBe(1);
    expect(answer.files).toEqual(['garden.yaml', 'broken.yaml']);
    expect(answer.problems.map((one: { file: string; line: number }) => [one.file, one.line])).toEqual([
      ['broken.yaml', 16],
      ['broken.yaml', 20],
    ]);
  });
});

describe('a file with errors', () => {
  test.each([
    ['analyse', 'findings'],
    ['questions', 'questions'],
    ['story', 'sentences'],
  ])('%s --json: nothing computed, problems listed, exit 1', async (command, key) => {
    const { code, out, err } = await call([command, 'broken.yaml', '--json'], files);
    const answer = JSON.parse(out);
    expect(code).toBe(1);
    expect(answer[key]).toEqual([]);
    expect(answer.problems).toHaveLength(2);
    expect(err).toContain('unknown-key');
  });

  test('without --json nothing goes to standard output', async () => {
    expect(await call(['story', 'broken.yaml'], files)).toMatchObject({ code: 1, out: '' });
  });
});

describe('answers', () => {
  test('analyse: the head of the contract, and numbers by hand', async () => {
    const { code, out, err } = await call(['analyse', 'garden.yaml', 'coverage', '--json'], files);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answer = JSON.parse(out);
    expect(Object.keys(answer)).toEqual([
      'potluck',
      'community',
      'asOf',
      'audience',
      'scale',
      'findings',
      'helps',
      'problems',
    ]);
    expect(answer).toMatchObject({
      potluck: 1,
      community: 'garden',
      asOf: '2026-03-01',
      audience: 'stewards',
      scale: 'month',
      problems: [],
    });
    // 24 of 30 hours: cov 0.8; one bit, so robust 0.
    const finding = answer.findings.find((one: { about: string[] }) => one.about[0] === 'hosting');
    expect(finding).toMatchObject({ analysis: 'coverage', kind: 'hours', unit: 'h/month', verdict: 'short' });
    expect(finding.values.cov).toBeCloseTo(0.8, 10);
    expect(finding.values.robust).toBeCloseTo(0, 10);
  });

  test('who bears, for an audience that may not know of the planning', async () => {
    const { out } = await call(
      ['analyse', 'garden.yaml', 'who-bears', '--json', '--audience', 'members'],
      files,
    );
    const whole = JSON.parse(out).findings.find((one: { about: string[] }) => one.about.length === 0);
    expect(whole.matrix.rows).toEqual(['gardeners']);
    // 24 h, of which 0.7 to gardeners and 0.3 to the street.
    expect(whole.matrix.cells[0][whole.matrix.cols.indexOf('gardeners')]).toBeCloseTo(16.8, 10);
    expect(whole.matrix.cells[0][whole.matrix.cols.indexOf('street')]).toBeCloseTo(7.2, 10);
    expect(out).not.toContain('planning');
  });

  test('a warning quotes the file, so an answer for others than stewards carries none', async () => {
    const warned = {
      'x.yaml': `${GARDEN}  shed: {from: core, to: open-day, amount: 700 EUR once, see: core, note: secret}\n`,
    };
    const forStewards = await call(['story', 'x.yaml', '--json'], warned);
    const forPublic = await call(['story', 'x.yaml', '--json', '--audience', 'public'], warned);
    expect(JSON.parse(forStewards.out).problems).toMatchObject([
      { code: 'once-without-period', severity: 'warning' },
    ]);
    expect(JSON.parse(forPublic.out).problems).toEqual([]);
    expect(forPublic.code).toBe(0);
    expect(forPublic.err).toContain('once-without-period');
  });

  test('a partial --as-of means its middle', async () => {
    const { out } = await call(['analyse', 'garden.yaml', '--json', '--as-of', '2009'], files);
    expect(JSON.parse(out).asOf).toBe('2009-07-01');
  });

  test('without as-of in the file, the door supplies today', async () => {
    const { out } = await call(['story', 'x.yaml', '--json'], {
      'x.yaml': GARDEN.replace('as-of: 2026-03-01\n', ''),
    });
    expect(JSON.parse(out).asOf).toBe('2026-11-22');
  });

  test.each(['analyse', 'questions', 'story'])(
    '%s for a person keeps to 80 columns and has no colours',
    async (command) => {
      const { code, out } = await call([command, 'garden.yaml'], files);
      expect(code).toBe(0);
      expect(out.length).toBeGreaterThan(40);
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
      expect(out).not.toContain('\u001b');
    },
  );

  test('where nobody counted, what arrives is a word and not one hour a month', async () => {
    const uncounted = GARDEN.replace('24 h/month', 'some h/month').replace('10 h/month', 'some h/month');
    const { out } = await call(['analyse', 'x.yaml', 'who-bears'], { 'x.yaml': uncounted });
    expect(out).toMatch(/^ +gardeners +arrives +arrives$/m);
    expect(out).not.toContain('h/month');
  });

  test('explain who-bears reads well in 80 columns', async () => {
    const { code, out } = await call(['explain', 'who-bears']);
    expect(code).toBe(0);
    for (const title of ['Formula', 'Where', 'Unit', 'How to read it', 'What it does not see', 'Sources'])
      expect(out).toContain(`\n${title}\n`);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('disclose: the result is a community file without what was hidden', async () => {
    const { code, out } = await call(['disclose', 'garden.yaml', '--audience', 'public'], files);
    expect(code).toBe(0);
    expect(out).toContain('turns');
    expect(out).not.toContain('planning');
    expect(await call(['check', 'out.yaml'], { 'out.yaml': out })).toMatchObject({
      code: 0,
      out: 'out.yaml: no problems\n',
    });
  });

  test('disclose: nobody from whom facts may be hidden is told that nothing was', async () => {
    const told = await call(['disclose', 'garden.yaml', '--audience', 'public'], files);
    expect(told.out).not.toContain('Nothing was withheld');
    expect(told.out).toContain('# What public may not know of is left out here, and not counted.');
    expect((await call(['disclose', 'garden.yaml'], files)).out).toContain(
      '# Nothing was withheld from stewards.',
    );
  });

  test('picture: SVG on standard output, or in a file', async () => {
    const straight = await call(['picture', 'garden.yaml'], files);
    expect(straight.out).toMatch(/^<svg|^<\?xml/);
    const kept = await call(['picture', 'garden.yaml', '--out', 'x.svg'], files);
    expect(kept).toMatchObject({ code: 0, out: '' });
    expect(kept.written.get('x.svg')).toBe(straight.out);
  });
});
