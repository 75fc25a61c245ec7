/** What is done, each with "free" and for whom: quicker to touch than to write. */
import { useState } from 'react';
import type { Activity } from '#core/model/things';
import { freeId } from '../../shared/edit/ids';
import { useEdits } from '../../shared/edits';
import { nameOfThing } from '../../shared/naming';
import type { CommunityHere } from '../../shared/use-community';
import { t } from '../../shared/words';
import { standsAt } from './progress';

export function FreeFor({ here }: { readonly here: CommunityHere }) {
  const { activities } = here.view.ever;
  if (activities.length === 0) return null;
  return (
    <ul className="free-for">
      {activities.map((activity) => (
        <li key={activity.id}>
          <FreeOne
            key={`${activity.price} ${Object.keys(activity.for).join(' ')}`}
            here={here}
            activity={activity}
          />
        </li>
      ))}
    </ul>
  );
}

function FreeOne({ here, activity }: { readonly here: CommunityHere; readonly activity: Activity }) {
  const { id, view } = here;
  const edits = useEdits(id);
  const name = nameOfThing(view, activity);
  // A touch shows at once; what the file says comes after it.
  const [isFree, setFree] = useState(activity.price === 'free');
  const [goes, setGoes] = useState<Readonly<Record<string, number>>>(activity.for);
  const parties = view.ever.parties.filter(
    (party) => party.type === 'circle' || party.type === 'public' || activity.for[party.id] !== undefined,
  );
  const patch = (value: Record<string, unknown>, was: Record<string, unknown>) =>
    edits
      .edit({
        does: [{ op: 'patch', id: activity.id, value }, standsAt('free')],
        undoes: [{ op: 'patch', id: activity.id, value: was }],
        says: t('step.changed', 'Changed {what}', { what: name }),
      })
      .catch(() => undefined);
  const before = Object.keys(activity.for).length === 0 ? null : { ...activity.for };
  return (
    <fieldset className="free-one">
      <legend className="visually-hidden">{name}</legend>
      <label className="choice">
        <input
          type="checkbox"
          checked={isFree}
          onChange={() => {
            setFree(!isFree);
            void patch({ price: isFree ? null : 'free' }, { price: isFree ? 'free' : null });
          }}
        />
        <span>{t('interview.is-free', '{activity} is free', { activity: name })}</span>
      </label>
      {isFree && (
        <p className="free-whom">
          <span className="tiny quiet">{t('interview.for-whom', 'for')}</span>
          {parties.map((party) => {
            const isFor = goes[party.id] !== undefined;
            return (
              <button
                key={party.id}
                className={isFor ? 'pill on' : 'pill'}
                type="button"
                aria-pressed={isFor}
                onClick={() => {
                  const next: Record<string, number> = { ...goes };
                  if (isFor) delete next[party.id];
                  else next[party.id] = 1;
                  setGoes(next);
                  void patch({ for: Object.keys(next).length === 0 ? null : next }, { for: before });
                }}
              >
                {nameOfThing(view, party)}
              </button>
            );
          })}
          {!parties.some((party) => party.type === 'public') && (
            <button
              className="pill"
              type="button"
              onClick={() => {
                const anyone = freeId(view, 'anyone', 'anyone');
                void edits
                  .edit({
                    does: [
                      {
                        op: 'put',
                        id: anyone,
                        section: 'parties',
                        value: { name: t('interview.anyone', 'Anyone'), type: 'public' },
                      },
                      { op: 'patch', id: activity.id, value: { for: { ...goes, [anyone]: 1 } } },
                      standsAt('free'),
                    ],
                    undoes: [
                      { op: 'patch', id: activity.id, value: { for: before } },
                      { op: 'remove', id: anyone },
                    ],
                    says: t('step.changed', 'Changed {what}', { what: name }),
                  })
                  .catch(() => undefined);
              }}
            >
              {t('interview.anyone', 'Anyone')}
            </button>
          )}
        </p>
      )}
    </fieldset>
  );
}
