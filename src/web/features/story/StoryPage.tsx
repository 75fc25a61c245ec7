/** The community in plain words. Behind each sentence stand the facts it was made of. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Sentence } from '../../shared/api';
import { EvidenceList } from '../../shared/evidence';
import { longDay } from '../../shared/format';
import { later, Meanwhile } from '../../shared/later';
import { useCommunity } from '../../shared/use-community';
import { t, told, words } from '../../shared/words';
import { TakeButton } from '../export/TakeButton';
import './story.css';

const PictureView = later(async () => (await import('../picture/PictureView')).PictureView);

export function StoryPage() {
  const { id, on, view, day } = useCommunity();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['community', id, 'story', on],
    queryFn: () => api.story(id, on),
    placeholderData: keepPreviousData,
  });
  const sentence = data?.find((one) => one.text === chosen);
  return (
    <main className="story-room" id="room" tabIndex={-1} aria-busy={data === undefined && error === null}>
      <article className="story-text">
        <p className="eyebrow">{t('story.eyebrow', 'As of {day}', { day: longDay(day) })}</p>
        <h1>{words(view.name)}</h1>
        {error !== null && data === undefined && (
          <p role="alert">
            {error.message}{' '}
            <button className="button" type="button" onClick={() => void refetch()}>
              {t('story.again', 'Try again')}
            </button>
          </p>
        )}
        {data === undefined && error === null && (
          <p className="quiet late">{t('story.waiting', 'Finding the words…')}</p>
        )}
        {data !== undefined && data.length === 0 && (
          <p className="story">
            {t(
              'story.empty',
              'There is little to tell yet. Add who brings what, and the story writes itself.',
            )}
          </p>
        )}
        <div className="story story-sentences">
          {(data ?? []).map((one) => (
            <SentenceLine
              key={one.text}
              sentence={one}
              chosen={one.text === chosen}
              onChoose={() => setChosen(one.text === chosen ? null : one.text)}
            />
          ))}
        </div>
        <p className="no-print">
          <TakeButton />
        </p>
        {data !== undefined && data.length > 0 && sentence === undefined && (
          <p className="small quiet">{t('story.hint', 'Choose a sentence to see the facts behind it.')}</p>
        )}
      </article>
      <aside
        className="story-behind"
        aria-live="polite"
        aria-label={t('story.behind', 'Behind the sentence')}
      >
        {sentence === undefined ? (
          <p className="quiet story-none">
            {t('story.choose', 'Every sentence stands on facts. Choose one, and they are shown here.')}
          </p>
        ) : (
          <>
            <h2>{t('story.facts', 'What this sentence stands on')}</h2>
            {sentence.evidence.length > 0 && (
              <figure className="question-picture story-picture">
                <Meanwhile fallback={<div className="question-cloth" />}>
                  <PictureView
                    view={view}
                    lit={sentence.evidence}
                    label={t(
                      'story.picture',
                      'The picture, with the facts behind the sentence lit. The list below says the same.',
                    )}
                  />
                </Meanwhile>
              </figure>
            )}
            <EvidenceList view={view} ids={sentence.evidence} />
          </>
        )}
      </aside>
    </main>
  );
}

function SentenceLine({
  sentence,
  chosen,
  onChoose,
}: {
  readonly sentence: Sentence;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <p>
      <button
        className={chosen ? 'sentence chosen' : 'sentence'}
        type="button"
        aria-pressed={chosen}
        onClick={onChoose}
      >
        <span className={chosen ? 'lit' : undefined}>{told(sentence.message)}</span>
      </button>
    </p>
  );
}
