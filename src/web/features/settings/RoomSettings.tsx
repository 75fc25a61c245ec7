/** Settings of a community: who belongs to it, who finds it, its audiences and walls, its files; and one's own place in it. */
import { eyesNow } from '../../shared/eyes';
import { LookOnly } from '../../shared/look-only';
import { type Me, placeIn, useIsSteward, useMe } from '../../shared/me';
import { type CommunityHere, useCommunity } from '../../shared/use-community';
import { t, words } from '../../shared/words';
import { Audiences } from './Audiences';
import { ErasePerson } from './ErasePerson';
import { Everything } from './Everything';
import { OwnPlace } from './OwnPlace';
import { SettingsSheet } from './Part';
import { PeopleParts } from './PeopleParts';
import { Walls } from './Walls';
import './settings.css';

export function RoomSettings() {
  const here = useCommunity();
  const me = useMe();
  const steward = useIsSteward(here.id);
  if (!steward && placeIn(me, here.id) === null)
    return <LookOnly title={t('settings.title', 'Settings')} community={here.id} />;
  return steward ? <ForStewards here={here} me={me} /> : <ForMembers here={here} me={me} />;
}

interface ForProps {
  readonly here: CommunityHere;
  readonly me: Me;
}

function ForStewards({ here, me }: ForProps) {
  const own = eyesNow() === null;
  const place = placeIn(me, here.id);
  const tied = place !== null && place.party !== null;
  return (
    <SettingsSheet
      title={t('settings.title', 'Settings')}
      lede={t('settings.lede', '{name}: who belongs to it, and what is meant for whom.', {
        name: words(here.view.name),
      })}
      label={t('own.parts', 'Parts of the settings')}
      parts={[
        ['people', t('people.title', 'People')],
        ['listed', t('listed.title', 'Seen by everyone')],
        ['audiences', t('audiences.title', 'Audiences')],
        ['walls', t('walls.title', 'Walls')],
        ['everything', t('everything.title', 'Everything as files')],
        ['erase', t('erase.title', 'Erase a person')],
        ...(tied ? [['place', t('place.title', 'Your place here')] as const] : []),
      ]}
    >
      {own ? (
        <>
          <PeopleParts here={here} me={me} />
          <Audiences here={here} />
          <Walls here={here} />
          <Everything here={here} />
          <ErasePerson here={here} />
          {tied && <OwnPlace here={here} place={place} />}
        </>
      ) : (
        <p role="note" className="settings-part">
          {t('settings.eyes', 'Settings are for stewards. Use your own eyes again to see them.')}
        </p>
      )}
    </SettingsSheet>
  );
}

function ForMembers({ here, me }: ForProps) {
  const place = placeIn(me, here.id);
  return (
    <SettingsSheet
      title={t('settings.title', 'Settings')}
      lede={t('settings.lede-own', 'Your place in {name}.', { name: words(here.view.name) })}
      label={t('own.parts', 'Parts of the settings')}
      parts={[
        ['place', t('place.title', 'Your place here')],
        ['everything', t('everything.title', 'Everything as files')],
      ]}
    >
      {place !== null && <OwnPlace here={here} place={place} />}
      <Everything here={here} />
    </SettingsSheet>
  );
}
