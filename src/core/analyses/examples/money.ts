/** Communities by which the analyses of money and concentration are checked. */
import type { Example } from '#core/analyses/define';

/** Income 6000, 2500, 300, 0; cost 3500, 3000, 1300, 1500: the first carries the others, and not all is covered. */
export const SUBSIDY: Example = {
  given: `
potluck: 1
id: four-activities
name: Four activities
as-of: 2026-01-15
parties:
  members: {type: circle, inside: true}
  public: {type: public}
pools:
  kitty: {kind: eur}
activities:
  courses: {for: {public: 1}}
  fair: {for: {public: 1}}
  library: {for: {members: 1}}
  meals: {for: {members: 1}}
flows:
  course-fees: {from: public, to: kitty, amount: 6000 EUR/month, for: courses, because: {how: record}}
  fair-takings: {from: public, to: kitty, amount: 2500 EUR/month, for: fair, because: {how: record}}
  fines: {from: members, to: kitty, amount: 300 EUR/month, for: library, because: {how: record}}
  teachers: {from: kitty, to: courses, amount: 3500 EUR/month, because: {how: record}}
  stalls: {from: kitty, to: fair, amount: 3000 EUR/month, because: {how: record}}
  books: {from: kitty, to: library, amount: 1300 EUR/month, because: {how: record}}
  food: {from: kitty, to: meals, amount: 1500 EUR/month, because: {how: record}}
`,
  gives: [
    {
      analysis: 'cross-subsidy',
      about: [],
      kind: 'eur',
      unit: 'EUR/month',
      verdict: 'measured',
      matrix: {
        rows: ['courses', 'fair', 'library', 'meals'],
        cols: ['courses', 'fair', 'library', 'meals'],
        cells: [
          [0, 416.67, 833.33, 1250],
          [0, 0, 0, 0],
          [0, 0, 0, 0],
          [0, 0, 0, 0],
        ],
      },
      values: { saved: {}, uncovered: { fair: 83.33, library: 166.67, meals: 250 } },
    },
  ],
};

/** Eight contributors, of whom two reach half: the contributor absence factor is 2. */
export const EIGHT: Example = {
  given: `
potluck: 1
id: eight
name: Eight contributors
as-of: 2026-01-15
kinds:
  hours: {unit: h, law: perishable}
parties:
  members: {type: circle, inside: true}
  p1: {type: person, inside: true}
  p2: {type: person, inside: true}
  p3: {type: person, inside: true}
  p4: {type: person, inside: true}
  p5: {type: person, inside: true}
  p6: {type: person, inside: true}
  p7: {type: person, inside: true}
  p8: {type: person, inside: true}
roles:
  key-holder: {held-by: [p1], needs: 2}
activities:
  work: {for: {members: 1}}
flows:
  f1: {from: p1, to: work, amount: 1000 h/month, because: {how: record}}
  f2: {from: p2, to: work, amount: 202 h/month, because: {how: record}}
  f3: {from: p3, to: work, amount: 90 h/month, because: {how: record}}
  f4: {from: p4, to: work, amount: 33 h/month, because: {how: record}}
  f5: {from: p5, to: work, amount: 332 h/month, because: {how: record}}
  f6: {from: p6, to: work, amount: 343 h/month, because: {how: record}}
  f7: {from: p7, to: work, amount: 42 h/month, because: {how: record}}
  f8: {from: p8, to: work, amount: 433 h/month, because: {how: record}}
`,
  gives: [
    // Σ f² / 2475² = 1,467,119 / 6,125,625.
    {
      analysis: 'concentration',
      about: [],
      kind: 'hours',
      verdict: 'flagged',
      values: { hhi: 0.2395, caf: 2 },
    },
    {
      analysis: 'concentration',
      about: ['key-holder'],
      verdict: 'flagged',
      values: { holders: 1, needs: 2, gap: 1 },
    },
  ],
};
