/** Communities for the tests of the picture: read from short texts, or made at random. Not for use outside tests. */
import { disclose } from '#core/audience/disclose';
import { View } from '#core/audience/view';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import type { Community } from '#core/model/community';
import { chance } from '#core/picture/chance';

/** A community from the sections of a file. Throws with the first problem. */
export function community(sections: string): Community {
  const text = sections.includes('potluck:') ? sections : `potluck: 1\nid: test\nname: A test\n${sections}`;
  const { community: found, problems } = resolve(parse(text));
  if (found === null) throw new Error(`${problems[0]?.message.text} (line ${problems[0]?.line})`);
  return found;
}

/** Stewards' view of it on a day. */
export function seen(
  sections: string,
  day: string,
  also: { readonly covered?: readonly string[] } = {},
): View {
  const view = disclose(community(sections), { audience: 'stewards', day });
  return also.covered === undefined ? view : View.from({ ...view.toJSON(), covered: also.covered });
}

const WORDS = [
  'Helping',
  'Market',
  'Library',
  'Garden',
  'Kitchen',
  'Radio',
  'School',
  'Weavers',
  'Boat',
  'Bakery',
  'Neighbours',
  'Orchard',
];

/** A file with about `count` things, the same for the same seed. */
export function randomFile(count: number, seed: number): string {
  const next = chance(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const some = (share: number) => Math.max(1, Math.round(count * share));
  const name = (i: number) =>
    `${pick(WORDS)} ${pick(['of the hill', 'and friends', 'west', 'group', ''])} ${i}`.trim();
  const lines = ['parties:'];
  const parties: string[] = [];
  for (let i = 0; i < some(0.5); i++) {
    const sort = pick(['organisation', 'circle', 'public', 'person', 'ecosystem', 'organisation']);
    const inside = next() < 0.3;
    const extra =
      sort === 'circle'
        ? `, circle: ${pick(['core', 'active', 'occasional', 'peripheral'])}, size: ${pick(['5', '12..18', '40', 'about 600', 'unknown'])}`
        : '';
    lines.push(`  p${i}: {name: "${name(i)}", type: ${sort}, inside: ${inside}${extra}}`);
    parties.push(`p${i}`);
  }
  const activities = Array.from({ length: some(0.25) }, (_, i) => `a${i}`);
  const pools = Array.from({ length: some(0.12) }, (_, i) => `o${i}`);
  lines.push(
    'activities:',
    ...activities.map((id, i) => `  ${id}: {name: "${name(i)}", for: {${pick(parties)}: 1}}`),
  );
  lines.push('pools:', ...pools.map((id, i) => `  ${id}: {name: "${name(i)}", kind: eur}`));
  const ends = [...parties, ...activities, ...pools];
  lines.push('flows:');
  for (let i = 0; i < Math.round(count * 1.3); i++) {
    const unit = pick(['h', 'h', 'EUR']);
    const amount = pick([
      `unknown ${unit}`,
      `some ${unit}/week`,
      `${1 + Math.floor(next() * 40)} ${unit}/month`,
      `2..9 ${unit}/month`,
      'none',
    ]);
    const kind = unit === 'h' ? 'hours' : 'eur';
    lines.push(
      `  f${i}: {from: ${pick(ends)}, to: ${pick(ends)}, kind: ${kind}, amount: ${amount}, status: ${pick(['actual', 'actual', 'agreed', 'told', 'hoped'])}}`,
    );
  }
  lines.push(
    'influences:',
    `  - {id: i0, from: ${pick(parties)}, to: ${activities[0]}, sign: "+", after: 2 months}`,
    `  - {id: i1, from: ${activities[0]}, to: ${pick(parties)}, sign: "-"}`,
  );
  return lines.join('\n');
}
