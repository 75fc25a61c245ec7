/** Which sums are withheld so that nobody's part can be worked out, from whom and why. */
import { leastFor } from '#core/audience/protect/rules';
import { kindName } from '../../shared/kind-look';
import type { CommunityHere } from '../../shared/use-community';
import { t, told } from '../../shared/words';
import { audienceCalled } from './audience-called';
import type { Sight } from './sights';

interface ProtectedProps {
  readonly here: CommunityHere;
  readonly sights: readonly Sight[];
}

export function Protected({ here: { view }, sights }: ProtectedProps) {
  const least = (id: string) => leastFor(id, view.audiences.find((one) => one.id === id)?.least ?? null);
  const knowing = sights.filter((sight) => sight.totals.told + sight.totals.withheld > 0);
  if (knowing.length === 0) return null;
  return (
    <section className="openness-part" aria-labelledby="openness-protected">
      <h2 id="openness-protected">
        {t('openness.protected.title', 'Withheld, so that nobody stands exposed')}
      </h2>
      <p className="small quiet">
        {t(
          'openness.protected.rule',
          'A sum is told only where enough gave to it, where no one person gave nearly all of it, and where no other sum beside it gives it away.',
        )}
      </p>
      <dl className="openness-reasons">
        {knowing.map((sight) => (
          <div key={sight.audience}>
            <dt>
              {t(
                'openness.protected.of',
                'For {audience}: {told, plural, =0 {no sum} one {one sum} other {# sums}} told, {withheld, plural, =0 {none} other {#}} withheld',
                { audience: audienceCalled(view, sight.audience), ...sight.totals },
              )}{' '}
              <span className="small quiet">
                {t('openness.protected.least', 'at least {least} have to have given', {
                  least: least(sight.audience),
                })}
              </span>
            </dt>
            {sight.withheld.map(
              (one) =>
                one.why !== null && (
                  <dd key={`${one.kind}${one.why.id}`}>
                    {t(
                      'openness.protected.one',
                      '{kind}, {count, plural, one {one figure} other {# figures}}:',
                      { kind: kindName(view.kind(one.kind)), count: one.count },
                    )}{' '}
                    {told(one.why)}
                  </dd>
                ),
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}
