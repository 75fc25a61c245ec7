/** One community on the shelf: a small picture, what it is, which years are told, and how much of it is counted. */
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { type AmountsKnown, amountsKnown } from '#core/canvas/amounts-known';
import type { Listed, Seen } from '../../shared/api';
import { yearsTold } from '../../shared/day-chooser';
import { useMayWrite } from '../../shared/me';
import { shelfNote } from '../../shared/naming';
import { t } from '../../shared/words';
import { isUnderWay } from '../interview/progress';

const Thumbnail = lazy(() =>
  import('../picture/Thumbnail').then((module) => ({ default: module.Thumbnail })),
);

/** More dots than this say no more than the number beside them. */
const MOST_DOTS = 40;

interface CardProps {
  readonly community: Listed;
  /** Undefined while it is on its way. */
  readonly seen: Seen | undefined;
}

export function CommunityCard({ community, seen }: CardProps) {
  const may = useMayWrite(community.id);
  const note = seen === undefined ? null : shelfNote(seen.view);
  return (
    <article className="card shelf-card">
      <div className="shelf-picture" aria-hidden="true">
        {seen !== undefined && (
          <Suspense>
            <Thumbnail view={seen.view} />
          </Suspense>
        )}
      </div>
      <div className="shelf-words">
        <h3>
          <Link to="/c/$community" params={{ community: community.id }}>
            {community.name}
          </Link>
          {note?.invented === true && <span className="pill">{t('shelf.invented', 'Invented example')}</span>}
          {note?.label === 'illustrative' && (
            <span className="pill">{t('shelf.illustrative', 'For illustration')}</span>
          )}
        </h3>
        <p className="small">{note?.summary ?? community.about}</p>
        {seen !== undefined && (
          <>
            <p className="tiny quiet numeric">{years(seen)}</p>
            <Counted {...amountsKnown(seen.view)} />
            {may && isUnderWay(seen.view, community.id) && (
              <p className="small shelf-go-on">
                <Link to="/c/$community/interview" params={{ community: community.id }}>
                  {t('shelf.go-on', 'Go on with the questions')}
                </Link>
              </p>
            )}
          </>
        )}
      </div>
    </article>
  );
}

/** The years at which it was looked at, or from when to when it is told. */
function years({ view }: Seen): string {
  const snapshots = [...new Set(shelfNote(view).snapshots.map((day) => day.slice(0, 4)))];
  if (snapshots.length > 0) return snapshots.join(' · ');
  const told = yearsTold(view);
  return told.length < 2
    ? String(told[0] ?? '')
    : t('shelf.years', '{from} to {to}', { from: String(told[0]), to: String(told.at(-1)) });
}

function Counted({ known, all }: AmountsKnown) {
  if (all === 0) return <p className="tiny quiet">{t('shelf.empty-table', 'A bare table')}</p>;
  const step = all <= 16 ? 9 : 144 / all;
  const radius = Math.min(3, step / 2 - 0.8);
  return (
    <p className="tiny quiet counted">
      {all <= MOST_DOTS && (
        <svg
          className="counted-dots"
          width={all * step}
          height={9}
          viewBox={`0 0 ${all * step} 9`}
          aria-hidden="true"
        >
          {Array.from({ length: all }, (_, i) => (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: dots are all alike.
              key={i}
              cx={(i + 0.5) * step}
              cy={4.5}
              r={radius}
              className={i < known ? 'counted-full' : 'counted-hollow'}
            />
          ))}
        </svg>
      )}
      <span className="numeric">{t('shelf.amounts', 'amounts: {known} of {all}', { known, all })}</span>
    </p>
  );
}
