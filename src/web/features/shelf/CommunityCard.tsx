/** One community on the shelf: a small picture, what it is, which years are told, and how much of it is counted. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type AmountsKnown, amountsKnown } from '#core/canvas/amounts-known';
import type { Listed, Seen } from '../../shared/api';
import { yearsTold } from '../../shared/day-chooser';
import { later, Meanwhile } from '../../shared/later';
import { afterwards } from '../../shared/little-by-little';
import { useMayWrite } from '../../shared/me';
import { viewQuery } from '../../shared/use-community';
import { Link } from '../../shared/way';
import { t } from '../../shared/words';
import { isUnderWay } from '../interview/progress';

const Thumbnail = later(async () => (await import('../picture/Thumbnail')).Thumbnail);

/** More dots than this say no more than the number beside them. */
const MOST_DOTS = 40;

/** What a card draws, fetched one after the other once the words stand there. Undefined while it is on its way. */
function useSeen(id: string): Seen | undefined {
  const [turn, setTurn] = useState(false);
  useEffect(() => afterwards(() => setTurn(true)), []);
  return useQuery({ ...viewQuery(id), enabled: turn }).data;
}

export function CommunityCard({ community }: { readonly community: Listed }) {
  const may = useMayWrite(community.id);
  const seen = useSeen(community.id);
  const { note } = community;
  return (
    <article className="card shelf-card">
      <div className="shelf-picture" aria-hidden="true">
        {seen !== undefined && (
          <Meanwhile>
            <Thumbnail view={seen.view} />
          </Meanwhile>
        )}
      </div>
      <div className="shelf-words">
        <h3>
          <Link to="/c/$community" params={{ community: community.id }}>
            {community.name}
          </Link>
          {note.invented && <span className="pill">{t('shelf.invented', 'Invented example')}</span>}
          {note.label === 'illustrative' && (
            <span className="pill">{t('shelf.illustrative', 'For illustration')}</span>
          )}
        </h3>
        <p className="small">{note.summary ?? community.about}</p>
        {seen === undefined ? (
          <div className="shelf-to-come" aria-hidden="true" />
        ) : (
          <>
            <p className="tiny quiet numeric">{years(seen, note.snapshots)}</p>
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
function years({ view }: Seen, days: readonly string[]): string {
  const snapshots = [...new Set(days.map((day) => day.slice(0, 4)))];
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
