/**
 * Through whose eyes this window looks: the whole application is then what that audience would have. It stands in the
 * address, is added to every question to the server, and nothing can be changed meanwhile.
 */
import type { QueryClient } from '@tanstack/react-query';
import { t } from './words';

let eyes: string | null = null;

/** The audience that is looked through; null: one's own eyes. */
export function eyesNow(): string | null {
  return eyes;
}

/** Looks through other eyes. What was fetched for the former ones is dropped: none of it may be shown to these. */
export function lookThrough(next: string | null, client: Pick<QueryClient, 'removeQueries'>): void {
  if (next === eyes) return;
  eyes = next;
  client.removeQueries({ queryKey: ['community'] });
}

/** What an audience is called. One that a community declared, or that is bound to a party, has the name it has there. */
export function audienceName(audience: string): string {
  switch (audience) {
    case 'stewards':
      return t('audience.stewards', 'stewards');
    case 'treasurer':
      return t('audience.treasurer', 'the treasurer');
    case 'core':
      return t('audience.core', 'the core');
    case 'members':
      return t('audience.members', 'members');
    case 'partners':
      return t('audience.partners', 'partners');
    case 'peers':
      return t('audience.peers', 'other communities');
    case 'public':
      return t('audience.public', 'the public');
    default:
      return audience.replace(/^(?:partner|person):/, '');
  }
}
