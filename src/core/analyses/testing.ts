/** For tests alone: a view for stewards from the text of a community file, or from its plain object. */
import { parse as parseYaml } from 'yaml';
import { View } from '#core/audience/view';
import { type Amount, UNKNOWN } from '#core/model/amount';
import type { Community } from '#core/model/community';
import { describedDay } from '#core/model/community';
import { type Day, middleDay, readWhen } from '#core/model/dates';
import type { Evidence } from '#core/model/fact';
import type { Kind } from '#core/model/kind';

type Plain = any;

function amountOf(written: unknown): Amount {
  if (written === undefined || written === null) return UNKNOWN;
  const text = String(written);
  const match =
    /^(?:(unknown|none|some)|(about )?([\d.]+?)(?:\.\.([\d.]+?))?(?:\.\.([\d.]+?))?)(?: ([A-Za-z]+))?(?:\s*\/\s*(\w+)| (once))?$/.exec(
      text,
    );
  if (match === null) throw new Error(`cannot read ${text}`);
  const [, word, about, a, b, c, unit, per, once] = match;
  const spelling = { unit: unit ?? null, per: (per ?? once ?? null) as Amount['per'], text };
  if (word !== undefined) return { is: word as 'unknown', ...spelling };
  const numbers = [a, b, c].filter((x) => x !== undefined).map(Number);
  const [least, likely, most] =
    numbers.length === 3
      ? numbers
      : numbers.length === 2
        ? [numbers[0], (numbers[0]! + numbers[1]!) / 2, numbers[1]]
        : [numbers[0], numbers[0], numbers[0]];
  return {
    is: 'known',
    shape: about ? 'about' : numbers.length > 1 ? 'range' : 'exact',
    least: least!,
    likely: likely!,
    most: most!,
    ...spelling,
  };
}
const series = (w: Plain, read: (x: Plain) => Plain = amountOf): Plain => {
  if (w === undefined) return [];
  if (Array.isArray(w))
    return w.map((one) => ({
      since: when(one.since),
      until: when(one.until),
      value: read(one.amount ?? one.value),
      because: evidence(one.because),
    }));
  return [{ since: null, until: null, value: read(w), because: [] }];
};
const when = (w: Plain): Plain =>
  w === undefined || w === null
    ? null
    : readWhen(w instanceof Date ? w.toISOString().slice(0, 10) : String(w));
const evidence = (w: Plain): Evidence[] =>
  w === undefined
    ? []
    : typeof w === 'string'
      ? [{ source: w, how: null, by: null, contestedBy: [] }]
      : [{ source: w.source ?? null, how: w.how ?? null, by: null, contestedBy: [] }];

function kindsOf(plain: Plain, texts: string): Kind[] {
  const kinds: Kind[] = Object.entries<Plain>(plain.kinds ?? {}).map(([id, k]) => ({
    id,
    name: null,
    unit: k.unit ?? null,
    law: k.law,
    rival: k.rival ?? (k.law === 'conserved' || k.law === 'perishable'),
    halfLifeMonths: null,
    sensitive: false,
    declared: true,
    currency: /^[A-Z]{3}$/.test(k.unit ?? ''),
    note: null,
  }));
  for (const unit of ['EUR', 'CHF', 'USD']) {
    if (texts.includes(unit) && !kinds.some((k) => k.unit === unit)) {
      kinds.push({
        id: unit.toLowerCase(),
        name: null,
        unit,
        law: 'conserved',
        rival: true,
        halfLifeMonths: null,
        sensitive: true,
        declared: false,
        currency: true,
        note: null,
      });
    }
  }
  if (!kinds.some((k) => k.unit === 'h')) {
    kinds.push({
      id: 'hours',
      name: null,
      unit: 'h',
      law: 'perishable',
      rival: true,
      halfLifeMonths: null,
      sensitive: false,
      declared: false,
      currency: false,
      note: null,
    });
  }
  return kinds;
}

export function communityOf(given: Plain): Community {
  const plain: Plain = typeof given === 'string' ? parseYaml(given) : given;
  const kinds = kindsOf(plain, JSON.stringify(plain));
  const kindOf = (one: Plain, amount: Amount | undefined): string | null =>
    one.kind ?? kinds.find((k) => k.unit !== null && k.unit === amount?.unit)?.id ?? null;
  const fact = (id: string, section: string, one: Plain): Plain => ({
    id,
    section,
    name: one.name ?? null,
    note: null,
    since: when(one.since),
    until: when(one.until),
    because: evidence(one.because),
    see: null,
    category: one.category ?? null,
    x: {},
  });
  const each = (section: string, make: (id: string, one: Plain) => Plain): Plain[] => {
    const written = plain[section] ?? {};
    const entries: [string, Plain][] = Array.isArray(written)
      ? written.map((one: Plain) => [one.id, one])
      : Object.entries<Plain>(written);
    return entries.map(([id, one]) => ({ ...fact(id, section, one ?? {}), ...make(id, one ?? {}) }));
  };
  const pockets: Plain[] = [];
  const needs: Plain[] = [];
  const pools = each('pools', (id, p) => {
    for (const [pocket, one] of Object.entries<Plain>(p.pockets ?? {})) {
      pockets.push({
        ...fact(pocket, 'pockets', one),
        pool: id,
        share: series(one.share, (x) => x),
        softness: one.softness ?? 'in-head',
        allowed: one.allowed ?? [],
      });
    }
    const stock = p.stock === undefined ? [] : Array.isArray(p.stock) ? p.stock : [{ amount: p.stock }];
    return {
      kind: p.kind,
      holder: p.holder ?? null,
      deciders: p.deciders ?? [],
      stock: stock.map((s: Plain) => ({
        on: when(s.on),
        amount: amountOf(s.amount),
        because: evidence(s.because),
      })),
      entry: p.entry ?? null,
      use: p.use ?? null,
      limits: null,
      norm: p.norm ?? null,
      oursBecause: null,
      wears: series(p.wears),
      renews: series(p.renews),
      regrowsPerMonth: p.regrows === undefined ? null : Number.parseFloat(p.regrows),
      carries: p.carries === undefined ? null : amountOf(p.carries),
      pockets: Object.keys(p.pockets ?? {}),
    };
  });
  const activities = each('activities', (id, a) => {
    for (const [need, one] of Object.entries<Plain>(a.needs ?? {})) {
      const amount = series(one.amount);
      needs.push({
        ...fact(need, 'needs', one),
        activity: id,
        kind: kindOf(one, amount[0]?.value),
        amount,
        grows: one.grows ?? null,
        critical: one.critical ?? false,
      });
    }
    return {
      orientation: null,
      for: a.for ?? {},
      rhythm: a.rhythm ? amountOf(a.rhythm) : null,
      serves: null,
      price: a.price ?? null,
      needs: Object.keys(a.needs ?? {}),
      usedBy: a['used-by'] ?? {},
      sends: a.sends ? { items: amountOf(a.sends.items), minutes: a.sends.minutes ?? null } : null,
    };
  });
  const flows = each('flows', (_, f) => {
    const amount = series(f.amount);
    const fair = /^([\d.]+) (\w+)\/(\w+)$/.exec(f.fair ?? '');
    return {
      from: f.from,
      to: f.to,
      amount,
      kind: kindOf(f, amount[0]?.value),
      form: f.form ?? null,
      status: f.status ?? 'actual',
      fulfils: f.fulfils ?? null,
      compensates: f.compensates ?? null,
      fair: fair === null ? null : { value: Number(fair[1]), unit: fair[2], perUnit: fair[3], text: f.fair },
      strings: null,
      grows: f.grows ?? null,
      for: f.for ?? null,
      norm: f.norm ?? null,
      size: f.size ?? null,
      shown: f.shown ?? {},
      otherwise: [],
    };
  });
  const parties = each('parties', (_, p) => ({
    type: p.type ?? 'circle',
    circle: p.circle ?? null,
    inside: p.inside ?? false,
    in: p.in ?? null,
    size: series(p.size),
    energy: series(p.energy, (x) => x),
    available: series(p.available),
    reads: series(p.reads),
    consent: null,
  }));
  return {
    id: plain.id ?? 'test',
    name: plain.name ?? 'Test',
    about: null,
    asOf: when(plain['as-of']),
    languages: ['en'],
    size: series(plain.size),
    scheme: { id: 'community', version: 1, blocks: [], revised: [] },
    see: null,
    sources: [],
    kinds,
    audiences: [],
    openness: plain.openness ?? {},
    calendar: { seasonMonths: 3, workdayHours: 8 },
    rates: [],
    questions: [],
    positions: {},
    simulation: {},
    x: {},
    vision: [],
    parties,
    pools,
    pockets,
    activities,
    needs,
    flows,
    roles: each('roles', (_, r) => ({ heldBy: r['held-by'] ?? [], needs: r.needs ?? null })),
    accounts: each('accounts', (_, a) => ({
      who: a.who,
      towards: a.towards,
      about: null,
      size: a.size ?? null,
      state: a.state ?? 'unspoken',
    })),
    baskets: each('baskets', (_, b) => ({
      sponsor: b.sponsor,
      includes: b.includes ?? [],
      income: b.income ?? [],
      strings: null,
      reporting: null,
      ends: when(b.ends),
      dependsOn: b['depends-on'] ?? null,
      spendBy: when(b['spend-by']),
    })),
    trials: [],
    influences: each('influences', (_, i) => ({
      from: i.from,
      to: i.to,
      sign: i.sign,
      delayMonths: null,
      strength: null,
      condition: null,
    })),
    quantities: each('quantities', () => ({ unit: null })),
    ties: each('ties', (_, t) => ({
      between: t.between,
      trust: [],
      tended: null,
      mayMeet: t['may-meet'] ?? null,
      bridge: t.bridge ?? null,
      through: t.through ?? null,
    })),
    movements: [],
    tools: [],
    worth: [],
    voices: [],
    decisions: [],
    history: [],
    walls: each('walls', (_, w) => ({
      between: w.between,
      mayMeet: w['may-meet'] ?? 'apart',
      bridge: w.bridge ?? null,
    })),
    scenarios: [],
  } as Community;
}

/** All of a community as its stewards see it. */
export function viewOf(given: Plain, asOf?: string): View {
  const community = communityOf(given);
  const day: Day = (asOf === undefined ? describedDay(community) : middleDay(asOf)) ?? 20_454;
  return View.from({ potluck: 1, audience: 'stewards', day, community, withheld: [], covered: [] });
}
