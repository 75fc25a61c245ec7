/** A person is taken out of a community and of the words about it; what was given stays. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { erasing } from '#core/file/erase';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';

const TEXT = `
potluck: 1
id: plot
name: The plot
about: Canary Bird began it. # canary was first
as-of: 2026-03-01
sources:
  talk-with-canary: {title: Talk with Mrs Bird, url: "https://example.org/canary"}
parties:
  core: {type: circle, circle: core, inside: true}
  canary: {name: {en: Canary Bird, fr: "Dame Canary"}, type: person, in: core, inside: true, note: Likes bananas, energy: 0.2, consent: yes, see: core, because: talk-with-canary, x-birthday: 1970}
roles:
  keys: {held-by: [canary], needs: 2}
pools:
  kitty: {kind: eur, holder: canary, deciders: [canary, core]}
activities:
  canary-evening: {name: Bird's evening, for: {canary: 1, core: 1}}
flows:
  canary-leads: {from: canary, to: canary-evening, amount: 10 h/month, note: "CANARY said so; canarylike birdsong is not hers"}
  paid: {from: kitty, to: canary, amount: 5 EUR/month, compensates: canary-leads}
history:
  - {id: h1, on: 2025-01, text: "Bird joined, and Canary Bird stayed."}
scenarios:
  leaves: {changes: [{at: 1 months, end: canary-leads, why: Canary moves}]}
picture: {positions: {canary: {x: 1, y: 2}}}
x-of: {canary: Mrs Bird}
`;

test('no name is left, in ids, references, words and comments; what was given is', () => {
  const erase = erasing(TEXT, 'canary');
  const text = erase?.community(TEXT) ?? '';
  expect(text.replaceAll('canarylike birdsong', '')).not.toMatch(/canary|bird|bananas|1970|energy/i);
  const { community, problems } = resolve(parse(text));
  expect(problems.filter((one) => one.severity === 'error')).toEqual([]);
  const party = community?.parties.find((one) => one.id === 'someone');
  expect(party).toMatchObject({ name: null, note: null, type: 'person', in: 'core', inside: true, x: {} });
  expect(community?.flows.map((flow) => [flow.id, flow.from, flow.to, flow.amount[0]?.value.text])).toEqual([
    ['someone-leads', 'someone', 'someone-evening', '10 h/month'],
    ['paid', 'kitty', 'someone', '5 EUR/month'],
  ]);
  expect(community?.flows[1]?.compensates).toBe('someone-leads');
});

test('notes, and revisions that had another name', () => {
  const erase = erasing(TEXT, 'canary');
  expect(erase?.words('Asked by Canary and by Mrs Bird; see canary-leads.')).toBe(
    'Asked by someone and by Mrs someone; see someone-leads.',
  );
  const before = TEXT.replaceAll('Bird', 'Nestling');
  expect(erase?.community(before)).not.toMatch(/nestling/i);
  expect(erase?.community('potluck: 1\nid: a\nname: By Canary\n')).toBe(
    'potluck: 1\nid: a\nname: By someone\n',
  );
});

test('a second one is told from the first; nobody of that id is nobody', () => {
  const first = erasing(TEXT, 'canary')?.community(TEXT) ?? '';
  const both = first.replace('  core: {', '  wren: {name: Wren, type: person}\n  core: {');
  expect(erasing(both, 'wren')?.as).toBe('someone-2');
  expect(erasing(TEXT, 'nobody')).toBeNull();
  expect(erasing(TEXT, 'kitty')).toBeNull();
});

test('one who is called like a word of every day takes no other words along', () => {
  const file = TEXT.replaceAll('canary', 'will').replaceAll('Canary', 'Will').replace('Likes bananas', 'x');
  const text = erasing(file, 'will')?.community(file.replace('stayed', 'will stay')) ?? '';
  expect(text).toContain('will stay');
  const { community } = resolve(parse(text));
  expect(community?.parties.map((one) => one.id)).toEqual(['core', 'someone']);
  expect(community?.pools[0]?.deciders).toEqual(['someone', 'core']);
});

test('whatever the name, none of it is left', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^q[a-z]{4,8}$/), fc.stringMatching(/^Z[a-z]{4,8}$/), (id, name) => {
      const file = TEXT.replaceAll('canarylike birdsong', '')
        .replaceAll('canary', id)
        .replaceAll('CANARY', id.toUpperCase())
        .replaceAll('Canary', id[0]?.toUpperCase() + id.slice(1))
        .replaceAll('Bird', name);
      const text = (erasing(file, id)?.community(file) ?? 'none').toLowerCase();
      expect(text).not.toContain(id);
      expect(text).not.toContain(name.toLowerCase());
    }),
    { numRuns: 20 },
  );
});
