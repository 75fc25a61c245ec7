/** One's own place in a community: the role, with whose eyes one looks, and the tie to a party, which is one's own to give and take back. */
import { useQueryClient } from '@tanstack/react-query';
import { type Membership, meQuery } from '../../shared/me';
import { audienceCalled, nameOfId } from '../../shared/naming';
import { peopleApi } from '../../shared/people/people-api';
import { Refused } from '../../shared/people/refused';
import { roleName, roleSays } from '../../shared/people/role-words';
import { type CommunityHere, communityChanged } from '../../shared/use-community';
import { list, t } from '../../shared/words';
import { Part } from './Part';
import { useDoing } from './use-doing';

interface OwnPlaceProps {
  readonly here: CommunityHere;
  readonly place: Membership;
}

export function OwnPlace({ here, place }: OwnPlaceProps) {
  const { view } = here;
  return (
    <Part id="place" title={t('place.title', 'Your place here')}>
      <dl className="facts">
        <div>
          <dt>{t('join.role', 'As')}</dt>
          <dd>
            {roleName(place.role)}. <span className="quiet">{roleSays(place.role)}</span>
          </dd>
        </div>
        {place.audiences.length > 1 && place.role !== 'steward' && (
          <div>
            <dt>{t('place.eyes', 'You may look as')}</dt>
            <dd>
              {list(place.audiences.map((one) => audienceCalled(view, one)))}.{' '}
              <span className="quiet">{t('place.eyes-where', 'Choose under More.')}</span>
            </dd>
          </div>
        )}
      </dl>
      {place.party !== null && <Tie here={here} party={place.party} place={place} />}
      {place.party !== null && isTied(place) && <Shown here={here} party={place.party} />}
    </Part>
  );
}

/** Consent is given where the audience of the party is among one's own. */
export function isTied({ party, audiences }: Membership): boolean {
  return party !== null && audiences.some((one) => one === `person:${party}` || one === `partner:${party}`);
}

function Tie({ here, party, place }: OwnPlaceProps & { readonly party: string }) {
  const client = useQueryClient();
  const doing = useDoing();
  const name = nameOfId(here.view, party);
  const given = isTied(place);
  // Who comes for a partner stands for it, as long as they have the place.
  if (place.role === 'partner')
    return <p className="settings-says">{t('place.partner', 'You stand for {name} here.', { name })}</p>;
  const say = (next: boolean) =>
    doing.run(async () => {
      await peopleApi.tie(here.id, next);
      await client.fetchQuery({ ...meQuery, staleTime: 0 });
      await communityChanged(client, here.id);
    });
  return (
    <>
      <h3>{t('place.tie', 'Are you {name}?', { name })}</h3>
      <p>
        {given
          ? t(
              'place.tied',
              'You said yes: you see what is written about {name}, and the stewards see that it is you.',
              {
                name,
              },
            )
          : t('place.untied', 'A steward set a place for you as {name}. Only you can say yes to it.', {
              name,
            })}
      </p>
      <p className="actions">
        <button
          className={given ? 'button' : 'button primary'}
          type="button"
          disabled={doing.busy}
          onClick={() => void say(!given)}
        >
          {given ? t('place.take-back', 'Take the yes back') : t('place.say-yes', 'Yes, that is me')}
        </button>
      </p>
      <Refused refusal={doing.refusal} />
    </>
  );
}

/** Where few give, figures are withheld so that nobody's gift can be worked out; each may agree to theirs being shown. */
function Shown({ here, party }: { readonly here: CommunityHere; readonly party: string }) {
  const client = useQueryClient();
  const doing = useDoing();
  const thing = here.view.thing(party);
  const consent = thing?.section === 'parties' ? thing.consent : null;
  const given = consent === true || (typeof consent === 'string' && consent !== '');
  const say = (next: boolean) =>
    doing.run(async () => {
      await peopleApi.consent(here.id, next);
      await communityChanged(client, here.id);
    });
  return (
    <>
      <h3>{t('place.shown', 'Figures that could tell on you')}</h3>
      <p>
        {given
          ? t(
              'place.shown-yes',
              'You agreed that totals are shown even where few give, so that yours could be worked out.',
            )
          : t(
              'place.shown-no',
              'Where few give, totals are withheld, so that nobody can work out what is yours. You may agree to have them shown.',
            )}
      </p>
      <p className="actions">
        <button className="button" type="button" disabled={doing.busy} onClick={() => void say(!given)}>
          {given ? t('place.shown-back', 'Withhold them again') : t('place.shown-do', 'I agree to that')}
        </button>
      </p>
      <Refused refusal={doing.refusal} />
    </>
  );
}
