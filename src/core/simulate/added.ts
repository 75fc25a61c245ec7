/** Amounts as they stand raw in a scenario: `100 EUR/month`, `12 h/week`, `2`, `none`. The file's own reader has read the rest. */
import type { Amount, Period } from '#core/model/amount';

const AMOUNT =
  /^(?:about\s+)?(?:([A-Z]{3})\s+)?(\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))?\s*([^\d\s/][^/]*?)?\s*(?:\/\s*(day|week|month|quarter|year|season|event)|(once))?$/;

/** The amount that a raw value stands for; null where it is none that can be used. */
export function readAmount(raw: unknown): Amount | null {
  if (typeof raw === 'number' && Number.isFinite(raw))
    return {
      is: 'known',
      shape: 'exact',
      least: raw,
      likely: raw,
      most: raw,
      unit: null,
      per: null,
      text: String(raw),
    };
  if (typeof raw !== 'string') return null;
  const text = raw.trim();
  if (text === 'none') return { is: 'none', unit: null, per: null, text };
  const match = AMOUNT.exec(text.replaceAll("'", ''));
  if (match === null) return null;
  const [, before, first, second, after, period, once] = match;
  const least = Number(first);
  const most = second === undefined ? least : Number(second);
  return {
    is: 'known',
    shape: second === undefined ? 'exact' : 'range',
    least,
    likely: (least + most) / 2,
    most,
    unit: before ?? after?.trim() ?? null,
    per: (period as Period | undefined) ?? (once === undefined ? null : 'once'),
    text,
  };
}
