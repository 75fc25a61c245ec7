/** What a line of the log says. Ids become names as far as the reader knows them. */
import type { View } from '#core/audience/view';
import type { LogLine } from '../../shared/releases-api';
import { t } from '../../shared/words';
import { audienceCalled } from '../openness/audience-called';
import { whatName } from './ReleaseDialog';

/** Who did it; empty where nobody is known. */
export function whoText({ person }: LogLine): string {
  if (person === null) return '';
  if (person.id === 'local') return t('log.by.local', 'at this machine');
  return t('log.by', 'by {name}', { name: person.name ?? t('log.nameless', 'somebody without a name') });
}

/** The act in a few words. */
export function actText(view: View, { act, about }: LogLine): string {
  const audience = typeof about['audience'] === 'string' ? audienceCalled(view, about['audience']) : '';
  const whom = { whom: audience };
  switch (act) {
    case 'seen-restricted':
      return t('log.seen', 'Figures seen as {whom} see them', whom);
    case 'exported-restricted':
      return t('log.exported', 'Figures taken along as {whom} see them', whom);
    case 'openness-changed':
      return t('log.openness', 'Who sees what was changed');
    case 'released':
      return t('log.released', '{what} released, for {whom}', {
        ...whom,
        what: whatOf(about['what']),
      });
    case 'release-withdrawn':
      return t('log.withdrawn', 'A release taken back');
    case 'wall-overridden':
      return t('log.wall', 'Done although it brings together those who were to stay apart');
    case 'consent-given':
      return t('log.consent', 'Agreement given');
    case 'consent-withdrawn':
      return t('log.consent-back', 'Agreement taken back');
    case 'erased':
      return t('log.erased', 'Somebody was erased');
    case 'listed':
      return t('log.listed', 'Put where everyone finds it');
    case 'unlisted':
      return t('log.unlisted', 'Taken from where everyone finds it');
    case 'round-opened':
      return t('log.round', 'A round opened');
    case 'round-closed':
      return t('log.round-closed', 'A round closed');
    default:
      return peopleText(act);
  }
}

function peopleText(act: string): string {
  switch (act) {
    case 'invited':
      return t('log.invited', 'Somebody invited');
    case 'invite-used':
      return t('log.invite-used', 'An invitation used');
    case 'invite-withdrawn':
      return t('log.invite-withdrawn', 'An invitation taken back');
    case 'role-changed':
      return t('log.role', 'A role changed');
    case 'person-removed':
      return t('log.removed', 'Somebody taken out');
    case 'recovered':
      return t('log.recovered', 'A way back in given');
    case 'signed-in':
      return t('log.signed-in', 'Signed in');
    case 'sign-in-failed':
      return t('log.failed', 'Signing in failed');
    case 'signed-out':
      return t('log.signed-out', 'Signed out');
    case 'session-revoked':
      return t('log.session', 'A session ended');
    default:
      return act;
  }
}

function whatOf(what: unknown): string {
  return what === 'page' || what === 'picture' || what === 'table' || what === 'sponsor' || what === 'what-if'
    ? whatName(what)
    : String(what ?? '');
}
