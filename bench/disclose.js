/**
 * Disclosure with protection: a community of 300 parties and 2,000 flows, as members who know hours and money in sum only.
 * `disclosureFigures` prints its part of `npm run bench`: without and with the audit of every bound.
 */
import { figure, section } from './table.js';

/** Ten circles of thirty, twelve activities, hours and euros; the same every time. */
export function largeCommunity({ parties = 300, flows = 2000 } = {}) {
  let seed = 1;
  const next = (below) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const circles = Math.max(1, Math.floor(parties / 30));
  const lines = [
    'potluck: 1',
    'id: large',
    'name: Large',
    'as-of: 2026-03-01',
    'see: members',
    'kinds:',
    '  hours: {unit: h, law: perishable}',
    '  eur: {unit: EUR, law: conserved}',
    'parties:',
  ];
  for (let c = 0; c < circles; c++) lines.push(`  circle-${c}: {type: circle, inside: true, size: 30}`);
  for (let p = 0; p < parties - circles; p++)
    lines.push(`  person-${p}: {type: person, inside: true, in: circle-${p % circles}}`);
  lines.push('activities:');
  for (let a = 0; a < 12; a++) lines.push(`  activity-${a}: {for: {circle-${a % circles}: 1}}`);
  lines.push('flows:');
  for (let f = 0; f < flows; f++) {
    const much = 1 + next(f % 50 === 0 ? 900 : 30);
    const unit = f % 3 === 0 ? 'EUR' : 'h';
    lines.push(
      `  flow-${f}: {from: person-${next(parties - circles)}, to: activity-${next(12)}, amount: ${much} ${unit}/month}`,
    );
  }
  lines.push('openness:', '  members: {hours: aggregate, eur: aggregate}');
  return `${lines.join('\n')}\n`;
}

/** The middle of several runs, in milliseconds. */
function middle(run, times = 9) {
  run();
  const took = Array.from({ length: times }, () => {
    const before = performance.now();
    run();
    return performance.now() - before;
  }).sort((a, b) => a - b);
  return took[Math.floor(times / 2)];
}

/** @param core what the library exports */
function figures(core) {
  const { community } = core.resolve(core.parse(largeCommunity()));
  const options = { audience: 'members', day: '2026-03-01' };
  const plain = middle(() => core.disclose(community, { ...options, audience: 'core' }));
  const sums = middle(() => core.disclose(community, options));
  const audit = () => {
    core.disclose(community, options);
    return core.auditDisclosure(community, 'members');
  };
  return { plain, sums, audited: middle(audit, 3), bounds: audit().looked };
}

/** @param core what the library exports */
export function disclosureFigures(core) {
  section('Disclosure: 300 parties, 2,000 flows');
  const { plain, sums, audited, bounds } = figures(core);
  const reference = 'the same, every flow by itself';
  figure('hours and euros in sum only, protected', sums, reference, plain, { goal: 50 });
  figure('with every bound audited', audited, reference, plain, { goal: 2000, note: `${bounds} bounds` });
}
