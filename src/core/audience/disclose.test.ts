import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownAudiences } from '#core/audience/audience';
import { disclose } from '#core/audience/disclose';
import { parse } from '#core/file/parse';
import { printCommunity } from '#core/file/print';
import { resolve } from '#core/file/resolve';
import type { Community } from '#core/model/community';

function community(text: string): Community {
  const { community: resolved, problems } = resolve(parse(text));
  if (resolved === null)
    throw new Error(problems.map((one) => `${one.line}: ${one.message.text}`).join('\n'));
  return resolved;
}

const TEXT = `
potluck: 1
id: plot
name: The plot
about: Where we garden.
as-of: 2026-03-01
see: members
sources:
  minutes: {title: Minutes}
  secret-minutes: {title: What was said of Zora}
kinds:
  hours: {unit: h, law: perishable}
  eur: {unit: EUR, law: conserved, sensitive: true}
parties:
  core: {name: Core group, type: circle, circle: core, inside: true}
  gardeners: {name: Gardeners, type: circle, circle: active, inside: true}
  town: {name: Town council, type: organisation}
  zora: {name: Zora, type: person, in: core, inside: true, see: core, because: secret-minutes}
  ghost: {name: Phantom donor, type: organisation, see: treasurer}
roles:
  keys: {name: Key holder, held-by: [zora], needs: 2}
pools:
  kitty: {kind: eur, holder: zora, stock: 1200 EUR, pockets: {seeds: {share: 0.5, see: core}}}
activities:
  open-day: {price: free, for: {gardeners: 1}, needs: {hosting: {amount: 30 h/month}, venue: {amount: 50 EUR/month}}}
flows:
  zora-leads: {name: Zora leads, from: zora, to: open-day, amount: 10 h/month, because: minutes, note: Zora said so.}
  turns: {from: gardeners, to: open-day, fulfils: hosting, amount: 20 h/month, note: Every other week.}
  gift: {from: ghost, to: kitty, amount: 100 EUR/year, see: members}
  grant: {from: town, to: kitty, amount: 1500 EUR/year, see: public}
  seeds-bought: {from: seeds, to: open-day, amount: 60 EUR/year}
  paid: {from: kitty, to: zora, amount: 50 EUR/month, form: pay, compensates: zora-leads, fair: 25 EUR/h}
  quiet: {from: gardeners, to: kitty, amount: 3 EUR/month, see: core}
accounts:
  roof: {who: core, towards: town, about: The roof, see: parties}
ties:
  - {id: t1, between: [zora, gardeners], trust: 0.5}
history:
  - {id: h1, on: 2025-01, text: Zora joined us.}
  - {id: h2, on: 2025-02, text: The fair.}
openness:
  members: {eur: aggregate}
  public: {hours: aggregate, eur: existence}
picture: {positions: {zora: {x: 1, y: 2}, core: {x: 3, y: 4}}}
x-shelf: {label: synthetic}
x-private: {of: zora}
`;

const plot = community(TEXT);
const see = (audience: string) => disclose(plot, { audience, day: '2026-03-01' });
/** The same where members are shown that level of money. */
const seeMoney = (level: string) =>
  disclose(community(TEXT.replace('members: {eur: aggregate}', `members: {eur: ${level}}`)), {
    audience: 'members',
    day: '2026-03-01',
  });

describe('who may see (readings 30 to 32)', () => {
  test('stewards see everything but what is for the two parties alone', () => {
    const view = see('stewards');
    expect(view.thing('ghost')).not.toBeNull();
    expect(view.thing('zora')).not.toBeNull();
    expect(view.thing('roof')).toBeNull();
    expect(view.flows.length).toBe(7);
  });

  test('core sees what members see and more; not what is for the treasurer', () => {
    const view = see('core');
    expect(view.thing('zora')).not.toBeNull();
    expect(view.thing('quiet')).not.toBeNull();
    expect(view.thing('ghost')).toBeNull();
  });

  test('members see by the default of the file, and not what is for the core', () => {
    const view = see('members');
    expect(view.parties.map((party) => party.id)).toEqual(['core', 'gardeners', 'town']);
    expect(view.thing('quiet')).toBeNull();
    expect(view.thing('seeds')).toBeNull();
  });

  test('the public sees what says public, and nothing else', () => {
    const view = see('public');
    expect(view.flows.map((flow) => flow.id)).toEqual(['w1']);
    expect(view.parties).toEqual([]);
  });

  test('without any see in the file, facts are for the core', () => {
    const file = community(
      'potluck: 1\nid: a\nname: A\nparties:\n  one: {type: circle}\n  all: {type: circle, see: public}\n',
    );
    const ids = (audience: string) =>
      disclose(file, { audience, day: '2026' }).parties.map((party) => party.id);
    expect([ids('core'), ids('members'), ids('public')]).toEqual([['one', 'all'], ['all'], ['all']]);
  });

  test('the two ends of an account see it, nobody else does', () => {
    expect(see('partner:town').thing('roof') ?? see('partner:town').thing('w2')).not.toBeNull();
    expect(see('partner:ghost').accounts).toEqual([]);
  });

  test('a hidden end becomes its visible circle, else withheld; the fact gets a number', () => {
    const view = seeMoney('exact');
    const lead = view.flows.find((flow) => flow.to === 'open-day' && flow.from === 'core');
    expect(lead).toMatchObject({ id: 'w1', from: 'core', name: null, note: null });
    expect(view.flows.find((flow) => flow.to === 'kitty' && flow.from === 'withheld')?.id).toBe('w2');
    expect(view.flows.map((flow) => flow.id)).toEqual(['w1', 'turns', 'w2', 'grant', 'w3', 'w4']);
    expect(view.get('flows', 'w4')?.compensates).toBe('w1');
    expect(view.ties[0]).toMatchObject({ id: 'w5', between: ['core', 'gardeners'] });
    expect(view.roles[0]?.heldBy).toEqual(['core']);
    expect(view.pools[0]?.holder).toBe('core');
  });

  test('free text that names somebody hidden is withheld, other text is not', () => {
    const view = see('members');
    expect(view.history.map((event) => event.text)).toEqual(['withheld', 'The fair.']);
    expect(view.get('flows', 'turns')?.note).toBe('Every other week.');
    expect(Object.keys(view.ever.x)).toEqual(['x-shelf']);
    expect(view.sources.map((source) => source.id)).toEqual(['minutes']);
    expect(Object.keys(view.positions)).toEqual(['core']);
  });

  test('below exact the amount is covered: hidden, not unknown', () => {
    const view = seeMoney('existence');
    expect(view.isCovered('grant')).toBe(true);
    expect(view.isCovered('turns')).toBe(false);
    expect(view.get('flows', 'grant')?.amount[0]?.value.is).toBe('unknown');
    expect(view.get('pools', 'kitty')?.stock).toEqual([]);
    expect(view.withheld).toContainEqual({ kind: 'ends', count: 5 });
    expect(view.isCovered('venue')).toBe(true);
  });

  test('in sum only: the parts are gone, and a total stands for each circle and place', () => {
    const view = see('members');
    const money = view.flows.filter((flow) => flow.kind === 'eur');
    expect(money.map((flow) => [flow.id, flow.from, flow.to, view.isCovered(flow.id)])).toEqual([
      ['sum-1', 'kitty', 'core', true],
      ['sum-2', 'outside', 'kitty', true],
      ['sum-3', 'withheld', 'open-day', false],
    ]);
    expect(view.thing('grant')).toBeNull();
    // Two give. The one who is paid is the only one named in her circle. What is spent on seeds is nobody's gift.
    expect(view.withheld.filter((one) => one.why !== undefined)).toMatchObject([
      { kind: 'eur', count: 1, why: { id: 'withheld.consent' } },
      { kind: 'eur', count: 1, why: { id: 'withheld.few' } },
    ]);
    expect(money[2]?.amount[0]?.value.text).toBe('5 EUR/month');
    expect(view.mask?.tables[0]?.total).toEqual({ amount: null, why: 'few' });
    // Whoever is paid sees it as it is.
    expect(see('person:zora').flows.find((flow) => flow.to === 'zora')?.amount[0]?.value.text).toBe(
      '50 EUR/month',
    );
  });

  test('a person is shown what the circle is shown, and always sees itself', () => {
    const file = community(TEXT.replace('public: {', 'core: {eur: aggregate}\n  public: {'));
    const zora = disclose(file, { audience: 'person:zora', day: '2026-03-01' });
    expect(zora.thing('quiet')).toBeNull();
    expect(zora.thing('zora')).not.toBeNull();
    expect(see('person:zora').thing('quiet')).not.toBeNull();
    const shy = community(TEXT.replace('in: core, inside: true, see: core', 'in: core, see: treasurer'));
    expect(disclose(shy, { audience: 'person:zora', day: '2026' }).thing('zora')).not.toBeNull();
    expect(disclose(shy, { audience: 'core', day: '2026' }).thing('zora')).toBeNull();
  });

  test('an unknown audience is refused', () => {
    expect(() => see('nobody')).toThrow(RangeError);
    expect(() => see('toString')).toThrow(RangeError);
    expect(() => see('partner:nobody')).toThrow(RangeError);
  });
});

describe('nothing hidden leaks', () => {
  const CANARIES = ['canaryparty', 'canaryflow', 'canarynote', 'canaryname', 'canarysource', 'canarywear'];
  const HIDDEN = `
  canaryparty: {name: Canaryname, type: person, in: core, inside: true, see: SEE, note: canarynote, because: canarysource}`;

  const secret = (who: string): Community =>
    community(
      TEXT.replace('\n  ghost:', `${HIDDEN.replace('SEE', who)}\n  ghost:`)
        .replace('\n  secret-minutes:', '\n  canarysource: {title: Canaryname minutes}\n  secret-minutes:')
        .replace(
          '\naccounts:',
          `\n  canaryflow: {from: canaryparty, to: kitty, amount: 987654 EUR/year, see: ${who}, strings: canarywear}\naccounts:`,
        ),
    );

  test('no canary in any audience that may not know it, in any form', () => {
    const file = secret('stewards');
    let looked = 0;
    for (const audience of knownAudiences(file)) {
      if (audience === 'stewards' || audience === 'person:canaryparty') continue;
      const view = disclose(file, { audience, day: '2026-03-01' });
      const said = `${JSON.stringify(view)}\n${printCommunity(view.ever)}`.toLowerCase();
      for (const canary of CANARIES) expect(said).not.toContain(canary);
      expect(said).not.toContain('987654');
      looked += 1;
    }
    expect(looked).toBeGreaterThan(8);
  });

  test('communities that differ only in hidden facts look the same, byte for byte', () => {
    const amount = fc.integer({ min: 1, max: 1e6 });
    const word = fc.stringMatching(/^[a-z]{6,10}$/);
    fc.assert(
      fc.property(
        amount,
        word,
        word,
        fc.constantFrom('members', 'public', 'core', 'peers', 'partner:town'),
        (much, id, name, audience) => {
          const extra = (n: string) => `  hid-${n}: {name: X${n}x, type: person, see: stewards}\n`;
          const one = community(
            TEXT.replace('  ghost:', `${extra(id)}  ghost:`).replace(
              '\naccounts:',
              `\n  hid-flow: {from: hid-${id}, to: kitty, amount: ${much} EUR/year, see: stewards}\naccounts:`,
            ),
          );
          const other = community(TEXT.replace('  ghost:', `${extra(name)}  ghost:`));
          const bytes = (file: Community) => JSON.stringify(disclose(file, { audience, day: '2026-03-01' }));
          expect(bytes(one)).toBe(bytes(other));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a wider audience knows at least as much', () => {
    const chain = ['public', 'members', 'core', 'stewards'];
    const sizes = chain.map((audience) => see(audience).flows.length);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  });

  test('a disclosed file is a file: it parses, and holds what the view holds', () => {
    for (const audience of ['members', 'public', 'core', 'stewards', 'partner:town']) {
      const view = see(audience);
      const again = community(printCommunity(view.ever));
      expect(again.flows.map((flow) => [flow.id, flow.from, flow.to, flow.kind])).toEqual(
        view.ever.flows.map((flow) => [flow.id, flow.from, flow.to, flow.kind]),
      );
    }
  });
});
