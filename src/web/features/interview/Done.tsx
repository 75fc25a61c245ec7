/** The end of the interview: here is your picture, three questions worth an evening, and the ways on. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { api } from '../../shared/api';
import type { CommunityHere } from '../../shared/use-community';
import { Link } from '../../shared/way';
import { t, told } from '../../shared/words';
import { TakeButton } from '../export/TakeButton';
import { keyOf } from '../questions/standing';
import { worthAnEvening } from './worth';

interface DoneProps {
  readonly here: CommunityHere;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly onBack: () => void;
}

export function Done({ here, heading, onBack }: DoneProps) {
  const { id, on, view } = here;
  const { data, error } = useQuery({
    queryKey: ['community', id, 'questions', on],
    queryFn: () => api.questions(id, on),
    placeholderData: keepPreviousData,
  });
  const three = worthAnEvening(data ?? []);
  const notes = view.ever.x['x-notes'];
  const params = { community: id };
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('interview.done', 'Here is your picture')}
      </h1>
      <p className="story">
        {t(
          'interview.done-lede',
          'Hollow streams are fine: they show what nobody counted. It grows as you talk.',
        )}
      </p>
      <section
        className="interview-three"
        aria-label={t('interview.three', 'Three questions worth an evening')}
      >
        <h2>{t('interview.three', 'Three questions worth an evening')}</h2>
        {error !== null && <p role="alert">{error.message}</p>}
        {data !== undefined && three.length === 0 && (
          <p className="quiet">
            {t(
              'interview.no-questions',
              'Questions grow out of what is told. Say who brings what, and they come.',
            )}
          </p>
        )}
        <ol>
          {three.map((question) => (
            <li key={keyOf(question)} className="story">
              <Link to="/c/$community/questions" params={params} search={{ at: keyOf(question) }}>
                {told(question.message)}
              </Link>
            </li>
          ))}
        </ol>
      </section>
      <p className="actions">
        <Link className="button primary" to="/c/$community" params={params}>
          {t('interview.to-picture', 'Open the picture')}
        </Link>
        <Link className="button" to="/c/$community/questions" params={params}>
          {t('interview.to-questions', 'All questions')}
        </Link>
        <Link className="button" to="/c/$community/canvas" params={params}>
          {t('interview.to-canvas', 'The canvas')}
        </Link>
      </p>
      <Share />
      {Array.isArray(notes) && notes.length > 0 && (
        <section className="interview-notes">
          <h2>
            {t('interview.notes', '{count, plural, one {One note is kept} other {# notes are kept}}', {
              count: notes.length,
            })}
          </h2>
          <p className="small quiet">
            {t('interview.notes-hint', 'What we could not draw yet stands in your file, in your words.')}
          </p>
          <ul>
            {notes.map((note) => (
              <li key={String(note)}>{String(note)}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="actions">
        <button className="button quiet" type="button" onClick={onBack}>
          {t('interview.back-to-questions', 'Back to what was asked')}
        </button>
      </p>
    </>
  );
}

/** Ways to give it away. */
function Share() {
  return (
    <section className="interview-share">
      <h2>{t('interview.share', 'Share it')}</h2>
      <p className="actions">
        <button className="button" type="button" onClick={() => window.print()}>
          {t('interview.print', 'Print it, or save it as PDF')}
        </button>
        <TakeButton />
      </p>
    </section>
  );
}
