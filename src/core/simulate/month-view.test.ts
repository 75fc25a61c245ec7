import { expect, test } from 'vitest';
import { viewOf } from '#core/analyses/testing';
import { viewInMonth } from '#core/simulate/month-view';

test('circles and pools are as the month has them; nothing else moves', () => {
  const view = viewOf(
    {
      parties: { core: { type: 'circle', inside: true, size: 6 }, town: { type: 'organisation' } },
      pools: { kitty: { kind: 'eur', stock: '100 EUR' } },
      flows: { grant: { from: 'town', to: 'kitty', amount: '10 EUR/month' } },
    },
    '2026-01-01',
  );
  const month = viewInMonth(view, { core: 4.533, kitty: 2268.4, E: 0.6 });
  expect(month.get('parties', 'core')?.size[0]?.value).toMatchObject({ is: 'known', likely: 4.53 });
  expect(month.get('pools', 'kitty')?.stock[0]?.amount).toMatchObject({
    likely: 2268,
    unit: 'EUR',
    text: '2268 EUR',
  });
  expect(month.get('parties', 'town')).toEqual(view.get('parties', 'town'));
  expect(month.flows).toEqual(view.flows);
  expect(viewInMonth(view, { core: Number.NaN }).get('parties', 'core')).toEqual(view.get('parties', 'core'));
});
