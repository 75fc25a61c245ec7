/** Communities of any size, made up by a fixed rule: the same on every machine. No claim that any is like a real one. */

/** A small generator with a fixed beginning (numbers from Numerical Recipes); good enough to mix names. */
export function chance(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * The text of a community: parties give hours and euros to activities and two pools, activities serve others (with
 * cycles) and in the end parties. `unknown`: of how many flows out of ten nobody knows the amount.
 */
export function madeUp({ parties, activities, flows, seed = 1, unknown = 0 }) {
  const pick = chance(seed);
  const lines = [
    'potluck: 1',
    'id: made-up',
    'name: Made up',
    'as-of: 2026-03-01',
    'see: public',
    'kinds:',
    '  hours: {unit: h, law: perishable}',
    'parties:',
  ];
  for (let at = 0; at < parties; at += 1)
    lines.push(`  p${at}: {name: Party ${at}, type: circle, inside: ${at % 5 !== 0}, size: ${2 + pick(40)}}`);
  lines.push(
    'pools:',
    '  kitty: {kind: eur, holder: p1, stock: 1200 EUR}',
    '  chest: {kind: eur, holder: p2, stock: 300 EUR}',
    'activities:',
  );
  for (let at = 0; at < activities; at += 1) {
    const serves = `p${pick(parties)}: 0.5, p${(at * 7 + 1) % parties}: 0.3${activities > 1 ? `, a${(at + 1 + pick(activities - 1)) % activities}: 0.2` : ''}`;
    lines.push(
      `  a${at}:`,
      `    for: {${[...new Map(serves.split(', ').map((one) => [one.split(':')[0], one])).values()].join(', ')}}`,
      `    price: ${at % 2 === 0 ? 'free' : '5 EUR'}`,
    );
    lines.push('    needs:', `      n${at}: {kind: hours, amount: ${5 + pick(40)} h/month, grows: 1}`);
  }
  lines.push('flows:');
  for (let at = 0; at < flows; at += 1) {
    const money = at % 4 === 0;
    const amount =
      pick(10) < unknown
        ? `some ${money ? 'EUR' : 'h'}/month`
        : money
          ? `${20 + pick(400)} EUR/month`
          : `${1 + pick(8)}..${10 + pick(20)} h/month`;
    const [from, to] = ends(at, money, pick, parties, activities);
    const fulfils = !money && at % 3 === 0 ? `, fulfils: n${to.slice(1)}` : '';
    lines.push(
      `  f${at}: {from: ${from}, to: ${to}, amount: ${amount}, form: ${money ? 'grant' : 'gift'}${fulfils}}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function ends(at, money, pick, parties, activities) {
  if (!money) return [`p${pick(parties)}`, `a${pick(activities)}`];
  const pool = at % 8 === 0 ? 'kitty' : 'chest';
  return at % 12 === 0 ? [`p${pick(parties)}`, pool] : [pool, `a${pick(activities)}`];
}

/**
 * A community whose activities pass nearly all on to one another: each to `links` others, and every fifth a little to
 * a receiver. Only hours flow, from a few givers.
 */
export function sparse({ nodes, links, givers, receivers, seed = 1 }) {
  const pick = chance(seed);
  const lines = ['potluck: 1', 'id: sparse', 'name: Sparse', 'see: public'];
  lines.push('kinds:', '  hours: {unit: h, law: perishable}', 'parties:');
  const party = (id) => lines.push(`  ${id}: {name: ${id}, type: circle, inside: true}`);
  for (let at = 0; at < givers; at += 1) party(`g${at}`);
  for (let at = 0; at < receivers; at += 1) party(`r${at}`);
  lines.push('activities:');
  for (let at = 0; at < nodes; at += 1) {
    const to = new Set();
    while (to.size < links - 1) {
      const other = pick(nodes);
      if (other !== at) to.add(other);
    }
    const serves = [...to].map((other) => `a${other}: ${1 + pick(9)}`).join(', ');
    lines.push(`  a${at}: {for: {${serves}, r${pick(receivers)}: 6}}`);
  }
  lines.push('flows:');
  for (let at = 0; at < givers; at += 1)
    lines.push(`  f${at}: {from: g${at}, to: a${pick(nodes)}, amount: 100 h/month, because: {how: record}}`);
  return `${lines.join('\n')}\n`;
}
