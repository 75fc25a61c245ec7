import { expect, test } from 'vitest';
import { endsOf } from '#core/simulate/ends';

const end = (key: string, stays: number, becomes: number, unit = '1') => ({
  key,
  name: key,
  unit,
  stays,
  becomes,
  band: null,
});

test('what stretches and what gives way, the largest change against itself first; small differences are the same', () => {
  const { grows, shrinks, same } = endsOf([
    end('Around', 150, 227.3, 'person'),
    end('Core', 6, 4.53, 'person'),
    end('Trust', 0.7, 0.327),
    end('Energy', 0.8, 0.781),
    end('Lost', 0, 0),
    end('New', 0, 3, 'EUR'),
  ]);
  expect(grows.map(({ text }) => text)).toEqual([
    'New: 3 EUR; there would be none.',
    'Around: 227 people instead of 150.',
  ]);
  expect(shrinks.map(({ text }) => text)).toEqual([
    'Trust: 0.33 instead of 0.7.',
    'Core: 4.53 people instead of 6.',
  ]);
  expect(same).toEqual(['Energy', 'Lost']);
});

test('a run that broke off is not compared', () => {
  expect(endsOf([end('Core', 6, Number.NaN)]).same).toEqual(['Core']);
});
