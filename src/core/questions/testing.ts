/** For tests of question rules: a small community written as a file, and findings made by hand. Asks nothing itself. */
import { expect, test } from 'vitest';
import type { Finding } from '#core/analyses/finding';
import { disclose } from '#core/audience/disclose';
import type { View } from '#core/audience/view';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import type { Asked } from '#core/questions/define';
import { RULES } from '#core/questions/index';

/** A day in the middle of things. */
export const DAY = '2026-03-01';

const HEAD = `potluck: 1
id: garden
name: The garden
as-of: ${DAY}
see: public
kinds:
  hours: {unit: h, law: perishable}
  eur: {unit: EUR, law: conserved}
  trust: {law: relational}
parties:
  core: {name: Core group, type: circle, circle: core, inside: true, size: 5}
  gardeners: {name: Gardeners, type: circle, circle: active, inside: true, size: 35}
  town: {name: Town council, type: organisation}
  street: {name: The street, type: public}
  ana: {name: Ana Petrova, type: person, in: core, inside: true}
`;

/** A view of a garden with a core group, gardeners, a town council, the street and Ana, and whatever is added. */
export function garden(added = '', audience = 'stewards', day = DAY): View {
  return viewOf(`${HEAD}${added}`, audience, day);
}

/** A view of a whole file. */
export function viewOf(text: string, audience = 'stewards', day = DAY): View {
  const { community, problems } = resolve(parse(text, { file: 'test.yaml' }));
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (community === null)
    throw new Error(errors.map((one) => `${one.code} line ${one.line}: ${one.text}`).join('; '));
  return disclose(community, { audience, day });
}

/** A finding as an analysis would give it. */
export function finding(
  analysis: string,
  about: readonly string[],
  values: Finding['values'] = {},
  more: Partial<Finding> = {},
): Finding {
  return { analysis, about, verdict: 'measured', evidence: [], values, ...more };
}

export interface Given {
  /** Sections added to the garden. */
  readonly file?: string;
  /** Further keys of the core group, such as `energy: 0.3`. */
  readonly core?: string;
  readonly findings?: readonly Finding[];
  readonly audience?: string;
}

export interface Row {
  readonly id: string;
  readonly asks: Given;
  /** What is asked, to the letter. */
  readonly says: string;
  readonly silent: Given;
  /** What cannot be told, where the rule knows of such a thing. */
  readonly offers?: Given;
}

/** What one rule asks of what is given. */
export function asked(id: string, given: Given): readonly Asked[] {
  const rule = RULES.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  const file = `${HEAD}${given.file ?? ''}`.replace(
    'size: 5}',
    given.core === undefined ? 'size: 5}' : `size: 5, ${given.core}}`,
  );
  return rule.asks(viewOf(file, given.audience ?? 'stewards'), given.findings ?? []);
}

/** A case that provokes each question, one that leaves it silent, and one that cannot tell. */
export function table(rows: readonly Row[]): void {
  test.each(rows)('$id is asked: $says', ({ id, asks, says }) => {
    const found = asked(id, asks).filter((one) => one.state === 'ask');
    expect(found.map((one) => one.message.text)).toContain(says);
    for (const one of found) {
      expect(one.distance).toBeGreaterThan(0);
      expect(one.distance).toBeLessThanOrEqual(1);
      expect(one.why.text).toMatch(/^[\p{Lu}\p{N}“].*\.$/u);
      expectFair(one);
    }
  });
  test.each(rows)('$id stays silent where there is no reason', ({ id, silent }) => {
    expect(asked(id, silent)).toEqual([]);
  });
  test.each(rows.filter((row) => row.offers !== undefined))(
    '$id says where we cannot tell',
    ({ id, offers }) => {
      const found = asked(id, offers ?? {});
      expect(found.length).toBeGreaterThan(0);
      for (const one of found) {
        expect(one.state).toBe('offer');
        expect(one.message.text).toMatch(/^We cannot tell whether .*\. Is it worth finding out\?$/);
        expect(one.why.text).toMatch(/^[\p{Lu}\p{N}“].*\.$/u);
        expectFair(one);
      }
    },
  );
}

/** Nobody named, nobody blamed. */
function expectFair(one: Asked): void {
  for (const text of [one.message.text, one.why.text]) {
    expect(text).not.toMatch(/\bana\b|petrova/i);
    expect(text).not.toMatch(/\bshould\b|\bfault|\bwaste|free.?rider/i);
    expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
  }
}
