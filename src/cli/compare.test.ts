/** `potluck compare`: what it sets side by side, and how a wrong call is told. */
import { describe, expect, test } from 'vitest';
import { call, GARDEN } from '#cli/testing';

const files = {
  'garden.yaml': GARDEN,
  'choir.yaml': GARDEN.replace('id: garden', 'id: choir').replace('name: The garden', 'name: The choir'),
  'broken.yaml': GARDEN.replace('price: free', 'prize: free'),
};

describe('potluck compare', () => {
  test('two files, readable within 80 columns', async () => {
    const { code, out, err } = await call(['compare', 'garden.yaml', 'choir.yaml'], files);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('  A  The garden, as of 2026-03-01\n  B  The choir, as of 2026-03-01\n');
    expect(out).toMatch(/^Circles\n {2}A {2}Core group; Gardeners; The street$/m);
    expect(out).toMatch(/^ {5}Covered +0\.8 \(0\.\d+ to 0\.\d+\) +0\.8 /m);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('one file on two days', async () => {
    const { code, out } = await call(['compare', 'garden.yaml', '--as-of', '2025,2026-03', '--json'], files);
    const answer = JSON.parse(out);
    expect(code).toBe(0);
    expect(answer.communities.map((one: { asOf: string }) => one.asOf)).toEqual(['2025-07-01', '2026-03-16']);
    expect(answer.change).toMatchObject({ since: '2025-07-01', until: '2026-03-16' });
    expect(answer.problems).toEqual([]);
  });

  test('each file on its own day', async () => {
    const words = ['compare', 'garden.yaml', 'choir.yaml', '--as-of', '2025,2026', '--json'];
    const answer = JSON.parse((await call(words, files)).out);
    expect(answer.communities.map((one: { asOf: string }) => one.asOf)).toEqual(['2025-07-01', '2026-07-01']);
  });

  test('what is hidden from an audience is not told', async () => {
    const { out } = await call(
      ['compare', 'garden.yaml', 'choir.yaml', '--audience', 'public', '--json'],
      files,
    );
    expect(out).not.toContain('planning');
    expect(JSON.parse(out).audience).toBe('public');
  });

  test('measures that were picked: two models or none', async () => {
    const words = ['compare', 'garden.yaml', 'choir.yaml', '--pick', 'robust,-gini', '--json'];
    const answer = JSON.parse((await call(words, files)).out);
    expect(answer.roleModels).toHaveLength(2);
    expect(answer.roleModels[0].models).toEqual([]);
    expect(answer.roleModels[0].says.text).toContain('One alone would look like the answer');
  });

  test('a file with problems: told, and nothing compared', async () => {
    const { code, out, err } = await call(['compare', 'garden.yaml', 'broken.yaml', '--json'], files);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ communities: [], rows: [], problems: [{ code: 'unknown-key' }] });
    expect(err).toContain('broken.yaml');
  });

  test.each([
    [['compare'], 'which files?'],
    [['compare', 'garden.yaml'], 'one alone cannot be compared'],
    [['compare', 'garden.yaml', '--as-of', '2026'], 'one alone cannot be compared'],
    [['compare', ...Array<string>(7).fill('garden.yaml')], '6 at most'],
    [['compare', 'garden.yaml', 'choir.yaml', '--as-of', '2024,2025,2026'], '2 files and 3 days'],
    [['compare', 'garden.yaml', 'choir.yaml', '--as-of', 'soon'], 'soon is none'],
    [['compare', 'garden.yaml', 'choir.yaml', '--audience', 'publik'], 'Did you mean public?'],
    [['compare', 'garden.yaml', 'absent.yaml'], 'there is no file absent.yaml'],
    [['compare', 'garden.yaml', 'choir.yaml', '--pick', 'robst'], 'Did you mean robust?'],
    [['compare', 'garden.yaml', 'choir.yaml', '--pick', 'gini'], '+gini or -gini'],
  ])('%j: exit 2', async (words, says) => {
    const { code, out, err } = await call(words, files);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });
});
