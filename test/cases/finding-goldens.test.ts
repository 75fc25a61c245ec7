/**
 * What the measures find in every case at each of its snapshots, and how it is drawn, for the stewards. What is expected
 * was read by a person before it was accepted; `POTLUCK_ACCEPT=1` writes it anew, to be read again.
 */
import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import type { Finding } from '#core/analyses/finding';
import { disclose } from '#core/audience/disclose';
import { picture } from '#core/picture/svg';
import { caseNames, expectedOf, readSnapshots } from '#test/cases/read-snapshots';

/** Numbers to six digits: what a person reads, and the same on every machine. */
function short(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(6));
  if (Array.isArray(value)) return value.map(short);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, short(one)]));
}

/** A finding as a few lines that can be read: what it says, its numbers, what it stands on. */
function lines(finding: Finding): string {
  const head = [
    finding.analysis,
    finding.about.join(' & '),
    finding.kind ?? '',
    finding.basis ?? '',
    finding.verdict,
  ];
  const { matrix, values, flags, traps, paths, loops } = finding;
  const rows = (matrix?.rows ?? []).map(
    (row, index) =>
      `${row}: ${(matrix?.cols ?? []).map((col, at) => `${col} ${JSON.stringify(short(matrix?.cells[index]?.[at]))}`).join(', ')}`,
  );
  const parts = [
    finding.says?.text,
    values === undefined ? undefined : JSON.stringify(short(values)),
    ...rows,
    ...[flags, traps, paths].flatMap((one) => (one === undefined ? [] : [JSON.stringify(short(one))])),
    ...(loops ?? []).map((loop) => `${loop.sign} ${loop.nodes.join(' > ')} (${loop.delay} months)`),
    `from ${finding.evidence.join(', ') || 'nothing'}`,
  ];
  return [
    head.filter((word) => word !== '').join(' | '),
    ...parts.flatMap((part) => (part === undefined ? [] : [`  ${part}`])),
  ].join('\n');
}

test('there are cases to measure', () => {
  expect(caseNames).toContain('km4dev');
  expect(caseNames.length).toBeGreaterThan(7);
});

describe.each(caseNames)('%s', (name) => {
  const { community, days } = readSnapshots(name);

  test.each(days)('%s: the findings', (day) => {
    const findings = analyse(disclose(community, { audience: 'stewards', day }), undefined, { draws: 0 });
    const text = `${findings.map(lines).join('\n')}\n`;
    expect(text).toBe(expectedOf(name, `findings-${day}.txt`, text));
  });

  // KM4Dev's pictures are kept beside the code that draws them, on the very day of its snapshot.
  test.each(name === 'km4dev' ? [] : days)('%s: the picture', (day) => {
    const text = `${picture(disclose(community, { audience: 'stewards', day }))}\n`;
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    expect(text).toBe(expectedOf(name, `picture-${day}.svg`, text));
  });
});
