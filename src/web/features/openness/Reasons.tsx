/** From when a level holds, and why: what was said when it was changed, in the order of days. */
import { readWhen } from '#core/model/dates';
import { whenText } from '../../shared/format';
import { kindName } from '../../shared/kind-look';
import type { CommunityHere } from '../../shared/use-community';
import { t, words } from '../../shared/words';
import { audienceCalled } from './audience-called';
import { levelName, type Sight } from './sights';

interface ReasonsProps {
  readonly here: CommunityHere;
  readonly sights: readonly Sight[];
}

export function Reasons({ here: { view }, sights }: ReasonsProps) {
  const said = sights
    .flatMap((sight) => sight.kinds.map((kind) => ({ audience: sight.audience, ...kind })))
    .filter((one) => one.isStated);
  const given = said
    .filter((one) => one.from !== null || one.because !== null)
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1));
  const without = said.length - given.length;
  if (said.length === 0) return null;
  return (
    <section className="openness-part" aria-labelledby="openness-reasons">
      <h2 id="openness-reasons">{t('openness.reasons', 'Since when, and why')}</h2>
      {given.length > 0 && (
        <dl className="openness-reasons">
          {given.map(({ audience, kind, level, from, because }) => (
            <div key={`${audience} ${kind}`}>
              <dt>
                {t('openness.reason', '{kind}, for {audience}: {level}', {
                  audience: audienceCalled(view, audience),
                  kind: kindName(view.kind(kind)),
                  level: levelName(level),
                })}{' '}
                <span className="small quiet">{sinceText(from)}</span>
              </dt>
              <dd>
                {because === null ? (
                  <span className="quiet">{t('openness.reason.none', 'No reason was written down.')}</span>
                ) : (
                  words(because)
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {without > 0 && (
        <p className="small quiet">
          {t(
            'openness.reasons.missing',
            '{count, plural, one {One level has} other {# levels have}} neither a day nor a reason yet. Touch a level above to write them down.',
            { count: without },
          )}
        </p>
      )}
    </section>
  );
}

function sinceText(from: string | null): string {
  const when = from === null ? null : readWhen(from);
  if (when === null || when === undefined) return '';
  return t('date.since', 'since {since}', { since: whenText(when) });
}
