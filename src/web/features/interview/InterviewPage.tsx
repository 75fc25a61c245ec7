/** The ten-minute interview: one plain question at a time, and the picture beside it, drawn as it is told. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { LookOnly } from '../../shared/look-only';
import { useMayWrite } from '../../shared/me';
import { type CommunityHere, useCommunity } from '../../shared/use-community';
import { t, words } from '../../shared/words';
import { Done } from './Done';
import { DrawnBeside } from './DrawnBeside';
import { remember, resumeAt } from './progress';
import { Step } from './Step';
import { after, before, type Place, STEPS } from './steps';
import './interview.css';

export function InterviewPage() {
  const here = useCommunity();
  return useMayWrite(here.id) ? (
    <Interview here={here} />
  ) : (
    <LookOnly title={t('interview.room', 'The interview')} community={here.id} />
  );
}

function Interview({ here }: { readonly here: CommunityHere }) {
  const { id, view } = here;
  const [place, setPlace] = useState<Place>(() => resumeAt(view, id));
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const go = useCallback(
    (next: Place) => {
      remember(id, next);
      moved.current = true;
      setPlace(next);
    },
    [id],
  );
  useEffect(() => {
    // A new question is read aloud by those who listen.
    if (moved.current && place === 'done') heading.current?.focus();
    if (moved.current) window.scrollTo({ top: 0 });
  }, [place]);
  return (
    <main className={place === 'done' ? 'interview is-done' : 'interview'} id="room" tabIndex={-1}>
      <section className="interview-ask">
        <p className="tiny quiet interview-of">
          {t('interview.title', 'The interview of {name}', { name: words(view.name) })}
        </p>
        {place === 'done' ? (
          <Done here={here} heading={heading} onBack={() => go(before('done') ?? 'about')} />
        ) : (
          <Step
            key={place}
            here={here}
            step={place}
            number={STEPS.indexOf(place) + 1}
            focus={moved.current || !matchMedia('(pointer: coarse)').matches}
            onNext={() => go(after(place))}
            onBack={STEPS.indexOf(place) === 0 ? null : () => go(before(place) ?? place)}
          />
        )}
      </section>
      <DrawnBeside view={view} />
    </main>
  );
}
