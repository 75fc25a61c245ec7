/**
 * How each kind of resource looks: colour, mark and pattern together, never colour alone. A kind of the community's
 * own takes the colour of its law and its initial as mark.
 */
import { nameOf } from '#core/model/fact';
import type { Kind } from '#core/model/kind';
import { t } from './words';

export type Family = 'hours' | 'money' | 'attention' | 'knowledge' | 'goodwill' | 'things';

export const FAMILIES: readonly Family[] = ['hours', 'money', 'attention', 'knowledge', 'goodwill', 'things'];

/** The family whose colour and pattern a kind wears; a flow without a kind wears that of things. */
export function familyOf(kind: Kind | null): Family {
  if (kind === null) return 'things';
  if (kind.currency) return 'money';
  if (kind.law === 'copyable') return 'knowledge';
  if (kind.law === 'relational') return 'goodwill';
  const name = `${kind.id} ${kind.unit ?? ''}`;
  if (/attention|minute|\bmin\b|\bad\b|data/.test(name)) return 'attention';
  if (kind.law === 'perishable') return 'hours';
  return /money|cash/.test(kind.id) ? 'money' : 'things';
}

/** The kind's own name where it has one; hours and currencies have names of ours. */
export function kindName(kind: Kind | null): string {
  if (kind === null) return t('kind.none', 'kind not said');
  if (kind.name !== null) return nameOf(kind as { id: string; name: NonNullable<Kind['name']> });
  if (kind.id === 'hours') return t('kind.hours', 'Hours');
  if (kind.currency) return t('kind.money', 'Money, {currency}', { currency: kind.id.toUpperCase() });
  const plain = kind.id.replaceAll('-', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
