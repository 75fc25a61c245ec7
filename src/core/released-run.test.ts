import { describe, expect, test } from 'vitest';
import { type RunAsked, releasedRun } from '#core/released-run';
import { caseText, viewOf } from '../../test/shelf';

const view = viewOf(caseText('allotment-school'));
const asked = (scenarios: readonly string[], levers: RunAsked['levers'] = {}): RunAsked => ({
  scenarios,
  months: 60,
  runs: 20,
  seed: 1,
  levers,
  values: {},
});

/** Headings of a page, with their level. */
const headings = (html: string): string[] =>
  [...html.matchAll(/<(h[23])>(.*?)<\/\1>/g)].map(([, level, text]) => `${level} ${text}`);

describe('a run that is released', () => {
  test('one scenario: its parts, one after the other', () => {
    expect(headings(releasedRun(view, asked(['open-move'])).html)).toEqual([
      'h2 What changes',
      'h2 What stretches',
      'h2 What gives way',
      'h2 What else it says',
      'h2 Where it tips',
      'h2 The guess that matters most',
      'h2 What is assumed',
    ]);
  });

  test('what changes, and what was moved, stands once, above the charts', () => {
    const { html } = releasedRun(view, asked(['open-move'], { work: 1.1 }));
    expect(headings(html).filter((one) => one === 'h2 What changes')).toHaveLength(1);
    const [above = ''] = html.split('<figure>');
    expect(above).toContain('Open places draw more people');
    expect(above).toContain('Work that is needed: 1.1 times what it is');
  });

  test('of several, each has its own parts under its name, after what was moved for all', () => {
    const { html } = releasedRun(view, asked(['open-move', 'doubling-joins'], { work: 1.1 }));
    const told = headings(html);
    expect(told.filter((one) => one.startsWith('h2'))).toEqual([
      'h2 What changes',
      'h2 A: A move to an open place',
      'h2 B: Twice as many join',
      'h2 What is assumed',
    ]);
    const [all = '', first = '', second = ''] = html.split(/<h2>(?=[AB]: )/);
    expect(all).toContain('Work that is needed: 1.1 times what it is');
    expect(all).not.toContain('Open places draw more people');
    expect(first).toContain('Open places draw more people and ask less of each.');
    expect(second).not.toContain('Open places draw more people');
    expect(second).toContain('Twice as many join each month.');
    expect(all).toContain('</svg> B: Twice as many join</li>');
    expect(all).toContain('</svg> half of the runs of A</li>');
    for (const part of [first, second])
      for (const heading of ['What changes', 'What stretches', 'What gives way', 'What else it says'])
        expect(headings(part)).toContain(`h3 ${heading}`);
    expect(first.match(/<li>\d+ of 100 runs/g)).toHaveLength(1);
    expect(html).not.toMatch(/undefined|NaN/);
  });

  test('to stay as one is has no ends to compare', () => {
    const told = headings(releasedRun(view, asked([])).html);
    expect(told).not.toContain('h2 What stretches');
    expect(told).toContain('h2 What else it says');
  });
});
