/** Communities with known numbers by which the tracing analyses are checked; every number in them is of `domain.md` or made up. */
import type { Example } from '#core/analyses/define';

/** The flows of the synthetic allotment school (`docs/reference/community-file.md`) that its worked findings stand on. */
export const ALLOTMENT_FILE = `
potluck: 1
id: allotment-school
name: The allotment school
as-of: 2026-03-01
see: members
kinds:
  hours: {unit: h, law: perishable}
  eur: {unit: EUR, law: conserved, sensitive: true}
parties:
  core: {name: Core group, type: circle, circle: core, inside: true, size: 5}
  gardeners: {name: Gardeners, type: circle, circle: active, inside: true, size: 35}
  street: {name: The street, type: public}
  town: {name: Town council, type: organisation}
  ana: {name: Ana, type: person, in: core, inside: true, see: core}
pools:
  kitty:
    kind: eur
    holder: ana
    stock: 1200 EUR
    pockets:
      seeds: {share: 0.6, softness: agreed}
      tea: {share: 0.4, softness: habit}
activities:
  open-day:
    for: {gardeners: 0.7, street: 0.3}
    rhythm: 6 / year
    price: free
    needs:
      hosting: {amount: 30 h/month, grows: 1}
      venue: {amount: 100 EUR/month, grows: 0, critical: true}
  upkeep:
    for: {open-day: 1}
flows:
  ana-coordinates: {from: ana, to: upkeep, amount: 10..15 h/month, form: gift}
  hosting-turns: {from: gardeners, to: open-day, fulfils: hosting, amount: 24 h/month, form: turn}
  town-grant: {from: town, to: kitty, amount: 1500 EUR/year, form: grant, status: agreed, until: 2026-12-31}
  seeds-bought: {from: seeds, to: open-day, amount: 600 EUR/year}
  tea-bought: {from: tea, to: open-day, amount: 300 EUR/year}
  ana-paid: {from: kitty, to: ana, amount: 50 EUR/month, form: pay, compensates: ana-coordinates, fair: 25 EUR/h}
  advice: {from: gardeners, to: gardeners, amount: some h/week, form: favour}
`;

export const ALLOTMENT: Example = {
  given: ALLOTMENT_FILE,
  gives: [
    {
      analysis: 'who-bears',
      about: ['open-day'],
      kind: 'hours',
      unit: 'h/month',
      verdict: 'traced',
      basis: 'intention',
      matrix: {
        rows: ['ana', 'gardeners'],
        cols: ['gardeners', 'street'],
        cells: [
          [7.35, 3.15],
          [16.8, 7.2],
        ],
      },
      evidence: ['ana-coordinates', 'hosting-turns'],
    },
    {
      analysis: 'who-bears',
      about: ['open-day'],
      kind: 'eur',
      unit: 'EUR/month',
      verdict: 'traced',
      matrix: { rows: ['town'], cols: ['gardeners', 'street'], cells: [[87.5, 37.5]] },
      evidence: ['ana-paid', 'seeds-bought', 'tea-bought', 'town-grant'],
    },
  ],
};

/** The worked example of A3 as a community file: two helpers, members and a sponsor carry a public website. */
export const A3_FILE = `
potluck: 1
id: website
name: A website that is free
as-of: 2026-01-15
kinds:
  hours: {unit: h, law: perishable}
parties:
  ana: {type: person, inside: true}
  ben: {type: person, inside: true}
  members: {type: circle, circle: active, inside: true}
  public: {type: public}
  sponsor: {type: organisation}
pools:
  kitty: {kind: eur}
activities:
  coord: {for: {gather: 0.5, web: 0.3, members: 0.2}}
  gather: {for: {members: 0.9, sponsor: 0.1}}
  web: {for: {coord: 0.2, members: 0.3, public: 0.5}, price: free}
flows:
  ana-coordinates: {from: ana, to: coord, amount: 100 h/month, because: {how: record}}
  ben-coordinates: {from: ben, to: coord, amount: 40 h/month, because: {how: record}}
  ben-writes: {from: ben, to: web, amount: 60 h/month, because: {how: record}}
  members-gather: {from: members, to: gather, amount: 80 h/month, because: {how: record}}
  sponsor-gives: {from: sponsor, to: kitty, amount: 3000 EUR/month, form: grant, because: {how: record}}
  dues: {from: members, to: kitty, amount: 1000 EUR/month, form: due, because: {how: record}}
  hall: {from: kitty, to: gather, amount: 2400 EUR/month, because: {how: record}}
  hosting: {from: kitty, to: web, amount: 600 EUR/month, because: {how: record}}
`;

export const A3_COMMUNITY: Example = {
  given: A3_FILE,
  gives: [
    {
      analysis: 'who-bears',
      about: [],
      kind: 'hours',
      verdict: 'traced',
      matrix: {
        rows: ['ana', 'ben', 'members'],
        cols: ['members', 'public', 'sponsor'],
        cells: [
          [78.72, 15.96, 5.32],
          [58.94, 38.3, 2.77],
          [72, 0, 8],
        ],
      },
    },
    {
      analysis: 'who-bears',
      about: [],
      kind: 'eur',
      verdict: 'traced',
      matrix: {
        rows: ['members', 'sponsor'],
        cols: ['kitty', 'members', 'public', 'sponsor'],
        cells: [
          [250, 608.62, 79.79, 61.6],
          [750, 1825.85, 239.36, 184.79],
        ],
      },
    },
    // Of which the public's half of the website takes 54.26 h (Ana 29 %, Ben 71 %) and 319.15 EUR.
    {
      analysis: 'who-bears',
      about: ['web'],
      kind: 'hours',
      matrix: {
        rows: ['ana', 'ben'],
        cols: ['coord', 'members', 'public'],
        cells: [
          [6.38, 9.57, 15.96],
          [15.32, 22.98, 38.3],
        ],
      },
    },
    {
      analysis: 'who-bears',
      about: ['web'],
      kind: 'eur',
      matrix: {
        rows: ['members', 'sponsor'],
        cols: ['coord', 'members', 'public'],
        cells: [
          [31.91, 47.87, 79.79],
          [95.74, 143.62, 239.36],
        ],
      },
    },
  ],
};

/** φ = 1000 / (100 × 25) = 0.4: of 100 hours, 60 are a gift, and the money carries the rest. */
export const PAID_WORK: Example = {
  given: `
potluck: 1
id: paid-work
name: Work that is partly paid
as-of: 2026-01-15
kinds:
  hours: {unit: h, law: perishable}
parties:
  ana: {type: person, inside: true}
  members: {type: circle, inside: true}
pools:
  kitty: {kind: eur}
activities:
  course: {for: {members: 1}, price: free}
flows:
  teaching: {from: ana, to: course, amount: 100 h/month, because: {how: record}}
  dues: {from: members, to: kitty, amount: 1000 EUR/month, because: {how: record}}
  wage: {from: kitty, to: ana, amount: 1000 EUR/month, form: pay, compensates: teaching, fair: 25 EUR/h, because: {how: record}}
`,
  gives: [
    {
      analysis: 'who-bears',
      about: ['course'],
      kind: 'hours',
      matrix: { rows: ['ana'], cols: ['members'], cells: [[60]] },
    },
    {
      analysis: 'who-bears',
      about: ['course'],
      kind: 'eur',
      matrix: { rows: ['members'], cols: ['members'], cells: [[1000]] },
    },
  ],
};

/** The external test of A3: the reciprocal method as taught at the University of Regina. */
export const RECIPROCAL: Example = {
  given: `
potluck: 1
id: reciprocal-method
name: Support departments that serve one another
as-of: 2026-01-15
parties:
  owner: {type: organisation}
  machining: {type: circle, inside: true}
  assembly: {type: circle, inside: true}
activities:
  hr: {for: {dp: 0.2, rm: 0.1, machining: 0.4, assembly: 0.3}}
  dp: {for: {hr: 0.08, rm: 0.07, machining: 0.3, assembly: 0.55}}
  rm: {for: {machining: 0.5, assembly: 0.5}}
flows:
  hr-costs: {from: owner, to: hr, amount: 80000 USD/month, because: {how: record}}
  dp-costs: {from: owner, to: dp, amount: 120000 USD/month, because: {how: record}}
  rm-costs: {from: owner, to: rm, amount: 40000 USD/month, because: {how: record}}
`,
  gives: [
    {
      analysis: 'who-bears',
      about: [],
      kind: 'usd',
      matrix: { rows: ['owner'], cols: ['assembly', 'machining'], cells: [[132723.58, 107276.42]] },
    },
  ],
};
