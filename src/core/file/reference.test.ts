import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '#core/file/parse';
import { PROBLEMS } from '#core/file/problems/catalogue';
import { communityFilePage, problemsPage } from '#core/file/reference';
import { resolve } from '#core/file/resolve';
import { THING_SECTIONS } from '#core/model/community';

const example = readFileSync('cases/allotment-school/community.yaml', 'utf8');

function pageMatches(path: string, text: string): void {
  if (process.env['POTLUCK_ACCEPT'] === '1') writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
}

test('the page of problems is the one that their definitions give, and has every code', () => {
  const page = problemsPage((code) => ({
    file: existsSync(`test/problems/${code}.yaml`) ? code : null,
    told: readFileSync(`test/problems/${code}.txt`, 'utf8'),
  }));
  for (const code of Object.keys(PROBLEMS)) expect(page).toContain(`### ${code}\n`);
  pageMatches('docs/reference/problems.md', page);
});

test('the page of the format is the one that the shapes give, and has every section', () => {
  const page = communityFilePage(example);
  for (const section of THING_SECTIONS) expect(page).toContain(`### ${section}\n`);
  pageMatches('docs/reference/community-file.md', page);
});

test('the examples on the page of the format are read without a problem', () => {
  const page = readFileSync('docs/reference/community-file.md', 'utf8');
  const blocks = [...page.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1] ?? '');
  expect(blocks.length).toBe(2);
  for (const block of blocks) {
    const text = block.startsWith('potluck:') ? block : `potluck: 1\nid: example\n${block}`;
    expect(resolve(parse(text)).problems).toEqual([]);
  }
});
