import { describe, expect, test } from 'vitest';
import { allThings, describedDay } from '#core/model/community';
import { middleDay } from '#core/model/dates';
import { nameOf } from '#core/model/fact';
import { CASES, flowsOn, problemsOf, readCase, seen, TEMPLATES, textOf } from './read-case';

interface Shelf {
  readonly label: string;
  readonly summary: string;
  readonly snapshots: readonly string[];
}
const shelfOf = (name: string) => readCase(name).x['x-shelf'] as Shelf;
const templates = TEMPLATES.map((one) => `templates/${one}`);

describe('every case and pattern', () => {
  test.each([...CASES, ...templates])('%s is read without any problem', (name) => {
    expect(problemsOf(name)).toEqual([]);
  });

  test.each([...CASES, ...templates])('%s says on the shelf what it is and when to look', (name) => {
    const shelf = shelfOf(name);
    const expected =
      name === 'moss-cider' ? 'illustrative' : name.startsWith('templates/') ? 'template' : 'case';
    expect(shelf.label).toBe(expected);
    expect(shelf.summary.length).toBeGreaterThan(20);
    expect(shelf.snapshots.map((day) => middleDay(day)).every((day) => day !== null)).toBe(true);
    expect(shelf.snapshots.length).toBeGreaterThan(0);
    expect(describedDay(readCase(name))).not.toBeNull();
  });

  test.each(CASES)('%s says of every flow how it is known, and of every source where it is', (name) => {
    const community = readCase(name);
    expect(community.flows.filter((flow) => flow.because.length === 0)).toEqual([]);
    const silent = community.flows.flatMap((flow) => flow.because).filter((one) => one.how === null);
    expect(silent).toEqual([]);
    expect(community.sources.filter((source) => !source.url?.startsWith('https://'))).toEqual([]);
    expect(community.sources.length).toBeGreaterThanOrEqual(6);
  });

  test.each(CASES)('%s can be seen by everyone, since all of it stands on public pages', (name) => {
    expect(readCase(name).see).toEqual(['public']);
  });

  test.each(CASES)('%s has something on the table at each of its dates', (name) => {
    for (const day of shelfOf(name).snapshots) expect(seen(name, day).flows.length).toBeGreaterThan(2);
  });
});

describe('patterns', () => {
  test('there are the eight of the design', () => {
    expect(TEMPLATES).toEqual([
      'airtime-and-volunteers',
      'dues-club',
      'event-carries-the-year',
      'host-pays-all',
      'many-hosts',
      'one-persons-spillover',
      'services-carry-the-commons',
      'trade-margin',
    ]);
  });

  test.each(templates)('%s says that its numbers are invented', (name) => {
    expect(textOf(name)).toContain('SYNTHETIC');
    const community = readCase(name);
    expect(shelfOf(name)).toMatchObject({ synthetic: true });
    const numbers = [...community.flows, ...community.needs].filter((one) =>
      one.amount.some((reading) => reading.value.is === 'known'),
    );
    expect(numbers.length).toBeGreaterThanOrEqual(5);
    const unmarked = numbers.filter((one) => !one.because.some((evidence) => evidence.how === 'guess'));
    expect(unmarked.map((one) => one.id)).toEqual([]);
  });

  test.each(templates)('%s has somebody inside, something free or shared, a loop and a what-if', (name) => {
    const community = readCase(name);
    expect(community.parties.some((party) => party.inside)).toBe(true);
    expect(community.pools.length + community.activities.length).toBeGreaterThanOrEqual(2);
    expect(community.influences.length).toBeGreaterThanOrEqual(2);
    expect(community.scenarios.length).toBeGreaterThanOrEqual(1);
  });
});

describe('KM4Dev', () => {
  const always = [
    'answers-back',
    'contacts-made',
    'core-moderates',
    'hosts-organise',
    'hosts-venue',
    'members-answer',
  ];

  test('speaks by default of the day of the seed session', () => {
    expect(describedDay(readCase('km4dev'))).toBe(middleDay('2009-10-08'));
  });

  test.each(['2007', '2009', '2009-10-08', '2012', '2015'])(
    'volunteers, members and event hosts carry it in %s',
    (day) => {
      expect(flowsOn('km4dev', day)).toEqual(expect.arrayContaining(always));
    },
  );

  test('2007: Bellanet hosts and facilitates; no grant, no Ning, the journal on its own site', () => {
    const flows = flowsOn('km4dev', '2007');
    expect(flows).toEqual(
      expect.arrayContaining(['bellanet-hosts', 'bellanet-facilitates', 'editors-own-site']),
    );
    expect(flows).not.toContain('sdc-grant');
    expect(flows).not.toContain('ning-gives');
    expect(flows).not.toContain('members-donate');
  });

  test('the host is there through June 2008 and gone in July; the grant began on 15 March', () => {
    expect(flowsOn('km4dev', '2008-06-30')).toContain('bellanet-hosts');
    expect(flowsOn('km4dev', '2008-07-01')).not.toContain('bellanet-hosts');
    expect(flowsOn('km4dev', '2008-03-14')).not.toContain('sdc-grant');
    expect(flowsOn('km4dev', '2008-03-15')).toContain('sdc-grant');
  });

  test('2009: SDC, Helvetas for the Dgroup, Ning, the journal at a publisher', () => {
    const flows = flowsOn('km4dev', '2009');
    expect(flows).toEqual(
      expect.arrayContaining([
        'sdc-grant',
        'helvetas-dgroup',
        'ning-gives',
        'journal-sold',
        'publisher-works',
      ]),
    );
    expect(flows).not.toContain('bellanet-hosts');
    expect(seen('km4dev', '2009').activities.map((one) => one.id)).toContain('journal-at-publisher');
  });

  test('about sixteen months after March 2008 the grant is over on the seed day, its lines are not', () => {
    const flows = flowsOn('km4dev', '2009-10-08');
    expect(flows).not.toContain('sdc-grant');
    expect(flows).toEqual(
      expect.arrayContaining(['southern-budget', 'core-travel-budget', 'workshop-budget']),
    );
  });

  test('2012: IFAD pays, a research programme pays into the journal, Ning is no longer given', () => {
    const flows = flowsOn('km4dev', '2012');
    expect(flows).toEqual(
      expect.arrayContaining(['ifad-grant', 'ifad-gatherings', 'ifad-learning', 'ikm-grant']),
    );
    expect(flows).not.toContain('ning-gives');
    expect(flows).not.toContain('sdc-grant');
  });

  test('2015: members donate, the journal is open, no grant is left', () => {
    const flows = flowsOn('km4dev', '2015');
    expect(flows).toEqual(
      expect.arrayContaining(['members-donate', 'helvetas-compiles', 'journal-open-read']),
    );
    const money = seen('km4dev', '2015').flows.filter((flow) => flow.form === 'grant');
    expect(money).toEqual([]);
  });

  test('the three lines are 10,000, 20,000 and 20,000 francs, and nothing else of the grant is known', () => {
    const { flows } = readCase('km4dev');
    const likely = (id: string) => {
      const value = flows.find((flow) => flow.id === id)?.amount[0]?.value;
      return value?.is === 'known' ? [value.likely, value.unit] : value?.is;
    };
    expect(likely('southern-budget')).toEqual([10_000, 'CHF']);
    expect(likely('core-travel-budget')).toEqual([20_000, 'CHF']);
    expect(likely('workshop-budget')).toEqual([20_000, 'CHF']);
    expect(likely('sdc-grant')).toBe('unknown');
    expect(likely('ifad-grant')).toBe('unknown');
    expect(likely('helvetas-dgroup')).toBe('unknown');
    expect(likely('members-donate')).toBe('unknown');
  });

  test('the yearly Dgroups fee rises from 4,000 to 5,000 euros in 2015', () => {
    const fee = readCase('km4dev').flows.find((flow) => flow.id === 'dgroups-fee')?.amount ?? [];
    expect(fee.map((one) => [one.since?.text, one.value.is === 'known' && one.value.likely])).toEqual([
      ['2011', 4000],
      ['2015', 5000],
    ]);
  });

  test('no hours are invented: every flow of hours is unknown', () => {
    const hours = readCase('km4dev').flows.filter((flow) => flow.kind === 'hours');
    expect(hours.length).toBeGreaterThanOrEqual(8);
    expect(hours.flatMap((flow) => flow.amount).every((one) => one.value.is === 'unknown')).toBe(true);
  });

  test('the list is free at every date, and is borne by others each time', () => {
    const bearers = (day: string) =>
      [
        ...new Set(
          seen('km4dev', day)
            .countedFlows.filter((flow) => flow.to === 'mailing-list')
            .map((flow) => flow.from),
        ),
      ].sort();
    expect(bearers('2007')).toEqual(['bellanet', 'core', 'members']);
    expect(bearers('2009')).toEqual(['core', 'helvetas', 'members']);
    expect(bearers('2012')).toEqual(['core', 'dgroups-purse', 'members']);
    for (const day of ['2007', '2009', '2012', '2015'])
      expect(seen('km4dev', day).get('activities', 'mailing-list')?.price).toBe('free');
  });

  test('what was read twice is kept twice', () => {
    const flows = readCase('km4dev').flows;
    for (const id of ['sdc-grant', 'mini-grants', 'dgroups-small-fee'])
      expect(flows.find((flow) => flow.id === id)?.otherwise).toHaveLength(1);
  });

  test('at most nine parties stand outside, so that the picture folds none of them', () => {
    for (const day of ['2007', '2009', '2009-10-08', '2012', '2015']) {
      const view = seen('km4dev', day);
      const ends = new Set(view.flows.flatMap((flow) => [flow.from, flow.to]));
      const outside = view.parties.filter((party) => !party.inside && ends.has(party.id));
      expect(outside.length).toBeLessThanOrEqual(9);
    }
  });
});

describe('the other cases', () => {
  test('Euforic ends with a vote on 26 November 2009, seven weeks after the seed session', () => {
    const community = readCase('euforic');
    const vote = community.history.find((one) => one.id === 'vote-2009');
    expect(vote?.on.first).toBe(middleDay('2009-11-26'));
    expect((middleDay('2009-11-26') ?? 0) - (middleDay('2009-10-08') ?? 0)).toBe(49);
    expect(flowsOn('euforic', '2008')).toEqual(
      expect.arrayContaining(['fees', 'icco-projects', 'fund-service', 'r4d-money']),
    );
    expect(flowsOn('euforic', '1997')).not.toContain('r4d-money');
    expect(flowsOn('euforic', '2009-11')).toEqual(expect.arrayContaining(['icco-closes', 'eadi-goes-on']));
    expect(flowsOn('euforic', '2010')).not.toContain('service-out');
  });

  test("Euforic's closing takes 50,000 euros, of which nobody knows what came", () => {
    const community = readCase('euforic');
    const need = community.needs.find((one) => one.id === 'closing-money');
    expect(need?.amount[0]?.value).toMatchObject({ is: 'known', likely: 50_000, unit: 'EUR' });
    const gifts = community.flows.filter((flow) => flow.fulfils === 'closing-money');
    expect(gifts).toHaveLength(5);
    expect(gifts.every((flow) => flow.amount[0]?.value.is === 'unknown')).toBe(true);
  });

  test('FADECO: only the start-up grant has an amount', () => {
    const known = readCase('fadeco').flows.filter((flow) =>
      flow.amount.some((one) => one.value.is === 'known'),
    );
    expect(known.map((flow) => flow.id)).toEqual(['start-grant']);
    expect(known[0]?.amount[0]?.value).toMatchObject({ likely: 14_000, unit: 'USD' });
  });

  test('Melken: effort to organise was withheld, which is none and not unknown', () => {
    const flow = readCase('melken').flows.find((one) => one.id === 'withheld-effort');
    expect(flow?.amount[0]?.value.is).toBe('none');
    expect(flowsOn('melken', '2009-10')).toContain('convenor-abroad');
    expect(flowsOn('melken', '2009-10')).not.toContain('convenor-starts');
  });

  test('Cider makers: the identification is marked as inferred, and no person is named', () => {
    const community = readCase('cider-makers');
    expect(shelfOf('cider-makers')).toMatchObject({ identification: 'inferred' });
    expect(textOf('cider-makers')).toContain('not confirmed');
    const persons = community.parties
      .filter((party) => party.type === 'person')
      .map((party) => nameOf(party));
    expect(persons.sort()).toEqual(['A maker with a diary', 'Steward of the wiki']);
    expect(community.voices.find((one) => one.id === 'whose-space')?.type).toBe('dispute');
  });

  test('Bloggers: each of the four patterns stands in its years', () => {
    expect(flowsOn('bloggers', '2005-04')).toContain('patrons-give');
    expect(flowsOn('bloggers', '2006-12')).not.toContain('patrons-give');
    expect(flowsOn('bloggers', '2006-12')).toContain('adverts');
    expect(flowsOn('bloggers', '2008-02')).toEqual(
      expect.arrayContaining(['campaign-gifts', 'campaign-prize', 'thanks']),
    );
    expect(flowsOn('bloggers', '2009-10')).toContain('hobby-writing');
    expect(flowsOn('bloggers', '2009-10')).not.toContain('thanks');
  });

  test('Moss Cider: half of the weight becomes drink, a quarter of that goes back', () => {
    const community = readCase('moss-cider');
    const in2015 = (id: string) => {
      const one = community.flows
        .find((flow) => flow.id === id)
        ?.amount.find((reading) => reading.since?.text === '2015');
      return one?.value.is === 'known' ? one.value.likely : null;
    };
    expect([in2015('apples-in'), in2015('pressed'), in2015('back-to-donors')]).toEqual([
      14_000, 7_000, 1_750,
    ]);
  });

  test('no text of any case uses a dash or names a person of the sources', () => {
    const names =
      /\b(Kapma|Josien|Scholten|Roberts|Kottke|Kanter|Sekiku|Rose Grant|Van Weperen|John David Smith)\b/;
    for (const name of CASES) {
      const community = readCase(name);
      const words = allThings(community).map((thing) =>
        JSON.stringify([thing.name, thing.note, 'text' in thing ? thing.text : '']),
      );
      expect(words.filter((one) => names.test(one) || one.includes('—'))).toEqual([]);
    }
  });
});
