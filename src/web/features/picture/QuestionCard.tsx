/** A question with its evidence under the highlighter, and the two things one can say to it at once. */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type { Asked } from '../../shared/api';
import { useEdits } from '../../shared/edits';
import { useMayWrite } from '../../shared/me';
import { nameOfId } from '../../shared/naming';
import { list, t, told } from '../../shared/words';
import { answersOf, sayTo, standingOf, today } from '../questions/standing';

interface QuestionCardProps {
  readonly community: string;
  readonly view: View;
  readonly question: Asked;
  readonly lit: boolean;
  /** Evidence that is not drawn, of this question while it is lit. */
  readonly unlit?: readonly Id[];
  readonly onLight: (lit: boolean) => void;
}

export function QuestionCard({ community, view, question, lit, unlit = [], onLight }: QuestionCardProps) {
  const edits = useEdits(community);
  const may = useMayWrite(community);
  const standing = standingOf(answersOf(view), question);
  const say = (next: Parameters<typeof sayTo>[2]) =>
    void edits.edit(sayTo(view, question, next)).catch(() => undefined);
  return (
    <section
      className={lit ? 'card ask-card is-lit' : 'card ask-card'}
      aria-label={t('ask.section', 'A question')}
    >
      <p className="small quiet">
        {lit ? t('ask.lit', 'A question, its evidence lit') : t('ask.unlit', 'A question')}
      </p>
      <h2>{question.text}</h2>
      <p className="small quiet">
        {question.whyMessage === undefined ? question.why : told(question.whyMessage)}
      </p>
      {lit && unlit.length > 0 && (
        <p className="small">
          {unlit.length === question.evidence.length
            ? t('ask.none-drawn', 'Nothing of it is drawn on this day: {names}.', {
                names: list([...new Set(unlit.map((id) => nameOfId(view, id)))].slice(0, 5)),
              })
            : t('ask.some-undrawn', 'Not drawn on this day: {names}.', {
                names: list([...new Set(unlit.map((id) => nameOfId(view, id)))].slice(0, 5)),
              })}
        </p>
      )}
      <div className="actions">
        {standing === 'agenda' ? (
          <span className="pill on">{t('ask.on-agenda', 'On the agenda')}</span>
        ) : (
          may && (
            <button
              className="button primary"
              type="button"
              onClick={() => say({ state: 'agenda', on: today() })}
            >
              {t('ask.agenda', 'Put on the agenda')}
            </button>
          )
        )}
        {question.evidence.length > 0 && (
          <button className="button quiet" type="button" aria-pressed={lit} onClick={() => onLight(!lit)}>
            {lit ? t('ask.unlight', 'Put the light out') : t('ask.light', 'Light its evidence')}
          </button>
        )}
        {may && standing === 'open' && (
          <button
            className="button quiet"
            type="button"
            onClick={() => say({ state: 'not-now', on: today() })}
          >
            {t('ask.not-now', 'Not now')}
          </button>
        )}
      </div>
    </section>
  );
}
