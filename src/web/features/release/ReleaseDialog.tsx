/**
 * Releasing a page: what, for whom, why; then its address, once. Where it would give something away beside what was
 * released before, or bring together those who were to stay apart, that is said first and nothing is out.
 */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { View } from '#core/audience/view';
import type { ReleasedWhat } from '#core/released-page';
import type { RunAsked } from '#core/released-run';
import { Refusal } from '../../shared/api';
import { Dialog } from '../../shared/dialog';
import { longDay } from '../../shared/format';
import { Refused } from '../../shared/people/refused';
import { logKey, releasesApi, releasesKey } from '../../shared/releases-api';
import type { CommunityHere } from '../../shared/use-community';
import { t, words } from '../../shared/words';
import { audienceCalled } from '../openness/audience-called';
import { useDoing } from '../settings/use-doing';
import { Address } from './Address';
import './release.css';

interface ReleaseProps {
  readonly here: CommunityHere;
  /** The basket, for a sponsor's page. */
  readonly basket?: { readonly id: string; readonly sponsor: string };
  /** What is run, for a “what if”. */
  readonly run?: RunAsked;
  readonly onClose: () => void;
}

export function ReleaseDialog({ here, basket, run, onClose }: ReleaseProps) {
  const { id, view, on, day } = here;
  const client = useQueryClient();
  const doing = useDoing();
  const [whom, why, despite] = [useId(), useId(), useId()];
  const [what, setWhat] = useState<ReleasedWhat>(
    run !== undefined ? 'what-if' : basket === undefined ? 'page' : 'sponsor',
  );
  const [audience, setAudience] = useState(basket === undefined ? 'members' : `partner:${basket.sponsor}`);
  const [reason, setReason] = useState('');
  const [all, setAll] = useState('');
  const [withhold, setWithhold] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const refused = doing.refusal instanceof Refusal ? doing.refusal : null;
  const [gives, wall] = [refused?.code === 'gives-away', refused?.code === 'wall'];
  const start = () => {
    doing.clear();
    setWithhold(false);
    setAll('');
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const leave = withhold || gives;
    setWithhold(leave);
    void doing.run(async () => {
      const made = await releasesApi.make(id, {
        ...{ audience, what, asOf: on, withhold: leave, reason: reason.trim() },
        ...(basket === undefined ? {} : { of: basket.id }),
        ...(run === undefined ? {} : { run }),
        ...(all.trim() === '' ? {} : { despite: all.trim() }),
      });
      setLink(made.link);
      await client.invalidateQueries({ queryKey: releasesKey(id) });
      await client.invalidateQueries({ queryKey: logKey(id) });
    });
  };
  if (link !== null)
    return (
      <Dialog title={t('release.done', 'It is out')} onClose={onClose}>
        <Address link={link} name={words(view.name)} what={what} />
      </Dialog>
    );
  return (
    <Dialog title={titleOf(what, basket !== undefined)} onClose={onClose} shape="side">
      <p className="quiet">
        {t(
          'release.lede',
          'A release is kept as it is now, seen from {day}, whatever changes later. Whoever has its address can read it. You can take it back.',
          { day: longDay(day) },
        )}
      </p>
      <form className="form" onSubmit={send}>
        {basket === undefined && run === undefined && (
          <fieldset>
            <legend>{t('release.what', 'What?')}</legend>
            {(['page', 'picture', 'table'] as const).map((one) => (
              <label key={one} className="choice">
                <input
                  type="radio"
                  name="what"
                  checked={what === one}
                  onChange={() => {
                    start();
                    setWhat(one);
                  }}
                />
                <span>{whatName(one)}</span>
              </label>
            ))}
          </fieldset>
        )}
        <div>
          <label htmlFor={whom}>{t('release.readers', 'Who is to read it?')}</label>
          <p className="hint" id={`${whom}-hint`}>
            {t('release.whom-hint', 'It shows what they may see, and nothing else.')}
          </p>
          <select
            id={whom}
            className="field"
            aria-describedby={`${whom}-hint`}
            value={audience}
            onChange={(event) => {
              start();
              setAudience(event.target.value);
            }}
          >
            {readers(view, basket?.sponsor).map((one) => (
              <option key={one} value={one}>
                {audienceCalled(view, one)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor={why}>{t('release.why', 'What for? (stands in the log)')}</label>
          <input
            id={why}
            className="field"
            autoComplete="off"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        {gives && refused !== null && <GivesAway says={refused.gives} />}
        {wall && refused !== null && (
          <div className="release-stop" role="alert">
            <ul>
              {refused.breaches.map((says) => (
                <li key={says}>{says}</li>
              ))}
            </ul>
            <label htmlFor={despite}>{t('release.despite', 'Release it all the same, because…')}</label>
            <input
              id={despite}
              className="field"
              required
              autoComplete="off"
              value={all}
              onChange={(event) => setAll(event.target.value)}
            />
          </div>
        )}
        {!gives && !wall && <Refused refusal={doing.refusal} />}
        <div className="actions">
          <button className="button primary" type="submit" disabled={doing.busy}>
            {gives
              ? t('release.leave-out', 'Release it without them')
              : wall
                ? t('release.anyway', 'Release it all the same')
                : t('release.do', 'Release it')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function GivesAway({ says }: { readonly says: readonly string[] }) {
  return (
    <div className="release-stop" role="alert">
      <p>
        {t(
          'release.gives',
          'Beside what was released before, these figures would tell what single people gave. Leave them out, or wait until more have changed.',
        )}
      </p>
      <ul>
        {says.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}

function titleOf(what: ReleasedWhat, isSponsors: boolean): string {
  if (what === 'what-if') return t('release.title.what-if', 'Release this “what if”');
  return isSponsors || what === 'sponsor'
    ? t('release.title.sponsor', 'Release the sponsor’s page')
    : t('release.title', 'Release a page');
}

/** What can be released, in words. */
export function whatName(what: ReleasedWhat): string {
  switch (what) {
    case 'page':
      return t('release.page', 'Picture, story and streams');
    case 'picture':
      return t('release.picture', 'The picture');
    case 'table':
      return t('release.table', 'The streams as a table');
    case 'sponsor':
      return t('release.sponsor', 'A sponsor’s page');
    case 'what-if':
      return t('release.what-if', 'A “what if”');
  }
}

/** Who can be released to: everybody but stewards, who see all of it anyway. */
function readers(view: View, sponsor: string | undefined): string[] {
  const partners = view.parties
    .filter((party) => !party.inside && party.type === 'organisation')
    .map((party) => `partner:${party.id}`);
  const own = sponsor === undefined ? [] : [`partner:${sponsor}`];
  const declared = view.audiences.map((one) => one.id);
  return [...new Set([...own, 'members', 'public', 'core', 'treasurer', 'peers', ...declared, ...partners])];
}
