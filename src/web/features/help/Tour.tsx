/**
 * A quiet tour of the picture: a strip above the room with five short texts. It covers nothing and holds nobody; Escape or
 * "Leave" ends it, and it comes back only when asked for.
 */
import { useEffect, useState } from 'react';
import { t } from '../../shared/words';
import './tour.css';

/** What a step points at, by the parts of the page; the ring shows where to look. */
const steps = (): readonly { readonly text: string; readonly at: string }[] => [
  {
    text: t(
      'tour.see',
      'This is a table seen from above. People sit round it, what they do stands on it; streams come from one side and leave on the other.',
    ),
    at: '.picture-canvas',
  },
  {
    text: t(
      'tour.select',
      'Choose a thing, by mouse, by finger or with Tab and the arrow keys: what is known of it opens beside the picture.',
    ),
    at: '.picture-aside',
  },
  {
    text: t(
      'tour.free',
      'A hollow stream means: it is there, and nobody counted it. The room “Free” follows what costs nothing back to those who carry it.',
    ),
    at: '.rooms a[href*="/free"], .tabs a[href*="/free"]',
  },
  {
    text: t(
      'tour.questions',
      'From the picture come questions worth an evening. Nobody has to answer all of them.',
    ),
    at: '.rooms a[href*="/questions"], .tabs a[href*="/questions"]',
  },
  {
    text: t(
      'tour.own',
      'Your own takes ten minutes: the bowl leads back to the shelf, and “Start a community” begins it. The key ? shows all keys.',
    ),
    at: '.brand',
  },
];

export function Tour({ onLeave }: { readonly onLeave: () => void }) {
  const [at, setAt] = useState(0);
  const all = steps();
  const step = all[at] ?? all[0];
  const target = step?.at;
  useEffect(() => {
    if (target === undefined) return;
    const shown = [...document.querySelectorAll<HTMLElement>(target)].filter(
      (one) => one.offsetParent !== null,
    );
    for (const one of shown) one.dataset['toured'] = '';
    return () => {
      for (const one of shown) delete one.dataset['toured'];
    };
  }, [target]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && document.querySelector('dialog[open], :popover-open') === null) onLeave();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onLeave]);
  const last = at === all.length - 1;
  return (
    <section className="tour" aria-label={t('tour.title', 'A short tour')}>
      <p aria-live="polite">
        <span className="quiet small numeric">
          {t('tour.at', '{step} of {steps}', { step: at + 1, steps: all.length })}
        </span>{' '}
        {step?.text}
      </p>
      <div className="tour-ways">
        {at > 0 && (
          <button className="button quiet" type="button" onClick={() => setAt(at - 1)}>
            {t('tour.back', 'Back')}
          </button>
        )}
        <button className="button" type="button" onClick={() => (last ? onLeave() : setAt(at + 1))}>
          {last ? t('tour.done', 'Done') : t('tour.next', 'Next')}
        </button>
        {!last && (
          <button className="button quiet" type="button" onClick={onLeave}>
            {t('tour.leave', 'Leave the tour')}
          </button>
        )}
      </div>
    </section>
  );
}
