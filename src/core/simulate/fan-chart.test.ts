import { expect, test } from 'vitest';
import { apart, area, line, nice, PLOT, scaleOf } from '#core/simulate/fan-chart';

test('a scale begins at zero, or below where a level is, and reaches a round number', () => {
  expect([0.7, 1, 1.01, 149, 224, 2268, 0.033].map(nice)).toEqual([0.8, 1, 1.2, 150, 250, 2500, 0.04]);
  const scale = scaleOf([10, 224], 60, false);
  expect([scale.low, scale.high]).toEqual([0, 250]);
  expect(scale.y(0)).toBe(PLOT.top + PLOT.height);
  expect(scale.y(250)).toBe(PLOT.top);
  expect(scale.x(60)).toBe(PLOT.left + PLOT.width);
  expect(scaleOf([-40, 10], 12, false).low).toBe(-40);
  expect(scaleOf([0.2, 0.3], 12, true).high).toBe(1);
});

test('a line leaves out what is no number; an area goes there and back', () => {
  const scale = scaleOf([1], 1, true);
  expect(line([0, 1], scale)).toBe(`M4.0 ${PLOT.top + PLOT.height}.0L204.0 12.0`);
  expect(line([Number.NaN], scale)).toBe('');
  expect(area([0, 0], [1, 1], scale)).toBe('M4.0 12.0L204.0 12.0L204.0 130.0L4.0 130.0Z');
});

test('labels keep apart, in their order, and within the chart', () => {
  expect(apart([10, 50], 14, 100)).toEqual([10, 50]);
  expect(apart([50, 48], 14, 100)).toEqual([62, 48]);
  expect(apart([99, 98, 97], 14, 100)).toEqual([100, 86, 72]);
});
