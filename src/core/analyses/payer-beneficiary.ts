/**
 * A4: what of each giver's contribution comes back to its own circle, and through how many hands it goes. Reads `who-bears`
 * row by row, one kind at a time. Who is paid in cash is a view of its own: a supplier is a payee, not a beneficiary.
 */
import { defineAnalysis } from '#core/analyses/define';
import { A3_FILE } from '#core/analyses/examples/tracing';
import type { Finding } from '#core/analyses/finding';
import type { Carried } from '#core/analyses/network/carried';
import { cashView } from '#core/analyses/network/cash';
import { standingOf } from '#core/analyses/network/evidence';
import { type Ground, groundOf } from '#core/analyses/network/ground';
import { ownCircle } from '#core/analyses/network/own-circle';
import { type Row, type Trace, tracesOf } from '#core/analyses/network/trace';
import { valuesOf } from '#core/analyses/network/values';
import { sayPayer } from '#core/analyses/says/payer-beneficiary';
import { ENOUGH_KNOWN } from '#core/analyses/thresholds';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { minus, over, type Sample, shown, sum } from '#core/number/sample';

export const payerBeneficiary = defineAnalysis({
  id: 'payer-beneficiary',
  title: 'Payer and beneficiary',
  asks: 'How much of what someone gives comes back to their own circle, and how much reaches others?',
  formula: 'return_p = Π[p → own circle] / Σ Π[p → ·];  indirect = 1 − return;  steps = Σ (D N)_p / Σ D_p',
  symbols: {
    Π: 'what each giver bears for each final place (who-bears)',
    'own circle': 'the giver, the circle it is in, and those who share that circle',
    steps: 'nodes that a gift passes on its way, on average',
  },
  unit: 'return and indirect are shares; steps counts nodes',
  readAs:
    'A high indirect share is normal for sponsors and says that someone’s hope is unspoken. A low return inside a circle, twice ' +
    'in a row, deserves a question (below 0.1, a rule of thumb).',
  blindTo: 'What comes back in another kind (thanks, news, skill), and what a giver hopes for.',
  dataPoor: 'Says whom each giver reaches, and whether its own circle is among them; shares stay open.',
  sources: ['Built on who-bears (A3); cash view after value network analysis: Allee 2008'],
  run: (view, options) => {
    const ground = groundOf(view, options);
    return [
      ...ground.kinds.flatMap((kind) =>
        tracesOf(ground, kind).flatMap((trace) =>
          trace.rows.filter((row) => isPayer(view, row.id)).map((row) => paid(ground, trace, row)),
        ),
      ),
      ...cashView(ground),
    ];
  },
  examples: [
    {
      given: A3_FILE,
      gives: [
        {
          analysis: 'payer-beneficiary',
          about: ['sponsor'],
          kind: 'eur',
          verdict: 'measured',
          values: { return: 0.062, indirect: 0.938, steps: 1.81 },
        },
        {
          analysis: 'payer-beneficiary',
          about: ['members'],
          kind: 'eur',
          values: { return: 0.609, indirect: 0.391, steps: 1.81 },
        },
      ],
    },
  ],
});

/** Someone who can be spoken with: not the past, the future or an end of the boundary. */
function isPayer(view: View, id: Id): boolean {
  return view.get('parties', id) !== null;
}

/** What of a row ends with those of its own circle. */
function endingWith(trace: Trace, { places, ends }: Carried, own: ReadonlySet<Id>): Sample[] {
  const theirs = [...own].flatMap((id) => trace.wiring.placeOf.get(id) ?? []).sort((a, b) => a - b);
  const found: Sample[] = [];
  for (let i = 0, next = 0; i < places.length && next < theirs.length; i++) {
    while ((theirs[next] as number) < (places[i] as number)) next += 1;
    if (theirs[next] === places[i]) found.push(ends[i] as Sample);
  }
  return found;
}

function reachesAny(trace: Trace, row: Row, ids: ReadonlySet<Id>): boolean {
  for (const id of ids) {
    const place = trace.wiring.placeOf.get(id);
    if (place !== undefined && row.mayReach.place(place)) return true;
  }
  return false;
}

function paid(ground: Ground, trace: Trace, row: Row): Finding {
  const { view } = ground;
  const own = ownCircle(view, row.id);
  const { given, carried } = row;
  const known = shown(given) > 0;
  const back = sum(endingWith(trace, carried, own));
  const comesBack = over(back, given);
  const steps = over(sum(carried.visits), given);
  const standing = standingOf(ground, trace, null, [row]);
  const tells = known && standing.kappa >= ENOUGH_KNOWN;
  const inTrap = trace.traps.some((trap) =>
    trap.some((id) => row.mayReach.node(trace.indexOf.get(id) as number)),
  );
  const told = {
    return: known ? comesBack : null,
    indirect: known ? minus(1, comesBack) : null,
    steps: known && !inTrap ? steps : null,
  };
  const reaches = () => row.mayReach.places();
  return {
    analysis: 'payer-beneficiary',
    about: [row.id],
    kind: trace.kind?.id as Id,
    unit: 'share',
    verdict: tells ? 'measured' : 'cannot-tell',
    basis: trace.basis,
    ...valuesOf(told),
    get evidence() {
      return standing.evidence;
    },
    says: sayPayer(view, row.id, trace.kind?.id as Id, tells ? shown(comesBack) : null, reaches),
    more: {
      kappa: standing.kappa,
      get reaches() {
        return reaches();
      },
      reachesOwn: reachesAny(trace, row, own),
    },
  };
}
