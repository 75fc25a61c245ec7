/** Who sees what: audiences by kinds and by things, what protection withholds and why, and a look through other eyes. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api';
import { eyesNow } from '../../shared/eyes';
import { familyOf, kindName } from '../../shared/kind-look';
import { LookOnly } from '../../shared/look-only';
import { Mark } from '../../shared/marks';
import { useIsSteward } from '../../shared/me';
import { nameOfId } from '../../shared/naming';
import { type CommunityHere, useCommunity } from '../../shared/use-community';
import { Link } from '../../shared/way';
import { t, words } from '../../shared/words';
import { Log, Releases } from '../release';
import { Apart } from './Apart';
import { audienceCalled } from './audience-called';
import { Consents } from './Consents';
import { LevelDialog } from './LevelDialog';
import { Measured, useMeasured } from './Measured';
import { Protected } from './Protected';
import { Reasons } from './Reasons';
import { barsOf, countsOf, type KindSight, type Level, levelName, type Sight } from './sights';
import './openness.css';

export function OpennessPage() {
  const here = useCommunity();
  return useIsSteward(here.id) ? (
    <Openness here={here} />
  ) : (
    <LookOnly title={t('openness.title', 'Who sees what')} community={here.id} />
  );
}

function Openness({ here }: { readonly here: CommunityHere }) {
  const { id, view, on } = here;
  const [audience, setAudience] = useState<string | null>(null);
  const [changing, setChanging] = useState<{ readonly sight: Sight; readonly kind: KindSight } | null>(null);
  const own = eyesNow() === null;
  const { data, error } = useQuery({
    queryKey: ['community', id, 'openness', on],
    queryFn: () => api.openness(id, on),
    enabled: own,
  });
  const sights = data ?? [];
  const isHere = data !== undefined || error !== null;
  // What stands below waits for what stands above it: nothing moves under a hand.
  const { isSettled } = useMeasured(here, own);
  const chosen = sights.find((one) => one.audience === audience) ?? null;
  return (
    <main className="openness" id="room" tabIndex={-1} aria-busy={own && !isHere}>
      <header>
        <h1>{t('openness.title', 'Who sees what')}</h1>
        <p className="story">
          {t(
            'openness.lede',
            'Openness is work: each audience sees as much of each kind as you decided, and nobody more. Choose an audience to look closer.',
          )}
        </p>
      </header>
      {!own && (
        <p role="note">
          {t('openness.eyes', 'Who sees what is for stewards. Use your own eyes again to see it.')}
        </p>
      )}
      {error !== null && own && <p role="alert">{error.message}</p>}
      {sights.length > 0 && (
        <Grid here={here} sights={sights} chosen={audience} onChoose={setAudience} onChange={setChanging} />
      )}
      {chosen !== null && <Closer here={here} sight={chosen} />}
      {isSettled && sights.length > 0 && (
        <div className="openness-more">
          <div>
            <Measured here={here} />
            <Reasons here={here} sights={sights} />
          </div>
          <div>
            <Protected here={here} sights={sights} />
            <Consents here={here} isNeeded={sights.some(lacksConsent)} />
            <Apart here={here} />
          </div>
        </div>
      )}
      {own && isHere && isSettled && (
        <div className="openness-more">
          <Releases here={here} />
          <Log here={here} />
        </div>
      )}
      {changing !== null && (
        <LevelDialog
          here={here}
          audience={changing.sight.audience}
          kind={changing.kind}
          onClose={() => setChanging(null)}
        />
      )}
      {(isSettled || !own) && (
        <p className="small quiet openness-note">
          {t(
            'openness.note',
            'A thing that says for itself who may see it (see) is shown to those only, whatever stands here. {name} is read by nobody on the network as long as Potluck runs on your machine alone.',
            { name: words(view.name) },
          )}
        </p>
      )}
    </main>
  );
}

/** Whether something is withheld from it because not all have agreed. */
const lacksConsent = (sight: Sight): boolean =>
  sight.withheld.some((one) => one.why?.id === 'withheld.consent');

interface GridProps {
  readonly here: CommunityHere;
  readonly sights: readonly Sight[];
  readonly chosen: string | null;
  readonly onChoose: (audience: string) => void;
  readonly onChange: (next: { readonly sight: Sight; readonly kind: KindSight }) => void;
}

function Grid({ here, sights, chosen, onChoose, onChange }: GridProps) {
  const { view } = here;
  const { kinds } = view;
  const all = sights.find((one) => one.audience === 'stewards');
  return (
    <div className="openness-scroll">
      <table className="openness-grid">
        <caption className="visually-hidden">
          {t('openness.grid', 'Levels of each kind for each audience')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('openness.audience', 'Audience')}</th>
            {kinds.map((kind) => (
              <th key={kind.id} scope="col">
                <Mark family={familyOf(kind)} size={18} /> {kindName(kind)}
              </th>
            ))}
            <th scope="col">{t('openness.things', 'Things')}</th>
          </tr>
        </thead>
        <tbody>
          {sights.map((sight) => (
            <tr key={sight.audience} aria-current={sight.audience === chosen ? 'true' : undefined}>
              <th scope="row">
                <button className="how" type="button" onClick={() => onChoose(sight.audience)}>
                  {audienceCalled(view, sight.audience)}
                </button>
              </th>
              {kinds.map((kind) => {
                const level = sight.kinds.find((one) => one.kind === kind.id);
                // What even stewards do not see is not there: nothing of that kind is written down.
                const isThere = all?.kinds.find((one) => one.kind === kind.id)?.level !== 'hidden';
                return (
                  <td key={kind.id}>
                    {!isThere && level?.isStated !== true && (
                      <span className="quiet small">{t('openness.none', 'none written down')}</span>
                    )}
                    {level !== undefined && (isThere || level.isStated) && (
                      <LevelMark
                        level={level.level}
                        stated={level.isStated}
                        {...(sight.audience === 'stewards'
                          ? {}
                          : {
                              onChange: () => onChange({ sight, kind: level }),
                              label: t('openness.change', '{audience}, {kind}: {level}. Change it', {
                                audience: audienceCalled(view, sight.audience),
                                kind: kindName(kind),
                                level: levelName(level.level),
                              }),
                            })}
                      />
                    )}
                  </td>
                );
              })}
              <td className="numeric small">
                {t('openness.counts', '{seen} of {all}', {
                  seen: countsOf(sight).seen,
                  all: sight.things.length,
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MarkProps {
  readonly level: Level;
  readonly stated: boolean;
  readonly label?: string;
  readonly onChange?: () => void;
}

function LevelMark({ level, stated, label, onChange }: MarkProps) {
  const bars = barsOf(level);
  const inside = (
    <>
      <span className="openness-bars" aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <i key={bar} className={bar <= bars ? 'full' : ''} />
        ))}
      </span>
      <span className={stated ? '' : 'quiet'}>{levelName(level)}</span>
    </>
  );
  return onChange === undefined ? (
    <span className="openness-level">{inside}</span>
  ) : (
    <button className="openness-level" type="button" aria-label={label} onClick={onChange}>
      {inside}
    </button>
  );
}

function Closer({ here, sight }: { readonly here: CommunityHere; readonly sight: Sight }) {
  const { id, view } = here;
  const counts = countsOf(sight);
  const name = audienceCalled(view, sight.audience);
  const hidden = sight.things.filter((one) => one.level === 'hidden');
  return (
    <section className="openness-closer">
      <h2>{t('openness.closer', 'What {audience} may see', { audience: name })}</h2>
      <p>
        {t(
          'openness.closer.counts',
          '{seen, plural, one {One thing} other {# things}} by themselves; {counted, plural, =0 {nothing else} one {one more} other {# more}} only within totals; {hidden, plural, =0 {nothing is hidden} one {one is hidden} other {# are hidden}}.',
          counts,
        )}{' '}
        {sight.totals.told + sight.totals.withheld > 0 &&
          t(
            'openness.totals',
            '{told, plural, =0 {No total} one {One total} other {# totals}} told, {withheld, plural, =0 {none} other {#}} withheld.',
            sight.totals,
          )}
      </p>
      {sight.audience !== 'stewards' && (
        <p className="actions">
          <Link
            className="button"
            to="/c/$community"
            params={{ community: id }}
            search={{ eyes: sight.audience }}
          >
            {t('openness.look', 'Look through their eyes')}
          </Link>
        </p>
      )}
      {hidden.length > 0 && (
        <details>
          <summary>
            {t('openness.hidden', 'Hidden from {audience} ({count})', {
              audience: name,
              count: hidden.length,
            })}
          </summary>
          <ul className="openness-hidden">
            {hidden.map((one) => (
              <li key={one.id}>{nameOfId(view, one.id)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
