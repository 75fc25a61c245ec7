/** One item of a meeting: when, what, why, how long; moved by its grip, by keys or by words. */
import { useId } from 'react';
import { t } from '../../shared/words';
import { itemOpensWith, itemText, itemWhy } from './item-words';
import type { Grip } from './use-drag-order';
import { clock, type Item, isEnd } from './use-meeting';

interface LineProps {
  readonly item: Item;
  readonly place: number;
  /** When the meeting begins, as `19:00`, or empty. */
  readonly at: string;
  readonly isDragged: boolean;
  /** Null for the end, which stays where it is. */
  readonly grip: Grip | null;
  readonly onMove: (by: number) => void;
  readonly onMinutes: (minutes: number) => void;
  readonly onDrop: () => void;
  /** Null where one may not lead rounds. */
  readonly onBegin: (() => void) | null;
}

export function MeetingItemLine({ item, at, isDragged, grip, onMinutes, ...rest }: LineProps) {
  const text = itemText(item);
  const field = useId();
  const why = itemWhy(item);
  const opens = itemOpensWith(item);
  return (
    <li
      className={`meeting-item${isDragged ? ' dragged' : ''}`}
      {...(grip === null ? {} : { 'data-item': item.id })}
    >
      {grip === null ? (
        <span className="meeting-grip" />
      ) : (
        <button
          className="meeting-grip no-print"
          type="button"
          aria-label={t('talk.grip', 'Move with the arrow keys: {item}', { item: text })}
          {...grip}
        >
          <svg width="12" height="18" viewBox="0 0 12 18" aria-hidden="true">
            <path d="M3 3h.01M9 3h.01M3 9h.01M9 9h.01M3 15h.01M9 15h.01" />
          </svg>
        </button>
      )}
      <span className="meeting-at numeric quiet">{clock(at, item.starts)}</span>
      <div className="meeting-what">
        {opens !== '' && <p className="small meeting-opens">{opens}</p>}
        <h3>{text}</h3>
        {why !== '' && <p className="tiny quiet">{why}</p>}
        {item.proposed?.tender === true && (
          <p>
            <span className="pill">{t('questions.tender', 'Ask gently')}</span>
          </p>
        )}
        <Doing item={item} text={text} {...rest} />
      </div>
      <div className="meeting-minutes">
        <label className="visually-hidden" htmlFor={field}>
          {t('talk.minutes-of', 'Minutes for: {item}', { item: text })}
        </label>
        <input
          id={field}
          className="field numeric"
          type="number"
          inputMode="numeric"
          min={1}
          max={240}
          value={item.minutes}
          onChange={(event) => {
            const minutes = Number(event.target.value);
            if (Number.isInteger(minutes) && minutes >= 1 && minutes <= 240) onMinutes(minutes);
          }}
        />
        <span className="tiny quiet">{t('talk.minutes', 'min')}</span>
      </div>
    </li>
  );
}

type DoingProps = Pick<LineProps, 'item' | 'place' | 'onMove' | 'onDrop' | 'onBegin'> & {
  readonly text: string;
};

function Doing({ item, text, place, onMove, onDrop, onBegin }: DoingProps) {
  return (
    <p className="meeting-doing no-print">
      {onBegin !== null && (
        <button
          className="how"
          type="button"
          aria-label={t('talk.begin-of', 'Begin a round: {item}', { item: text })}
          onClick={onBegin}
        >
          {t('talk.begin', 'Begin a round')}
        </button>
      )}
      {!isEnd(item) && (
        <>
          <button
            className="how"
            type="button"
            disabled={place === 1}
            aria-label={t('talk.earlier-of', 'Earlier: {item}', { item: text })}
            onClick={() => onMove(-1)}
          >
            {t('talk.earlier', 'Earlier')}
          </button>
          <button
            className="how"
            type="button"
            aria-label={t('talk.later-of', 'Later: {item}', { item: text })}
            onClick={() => onMove(1)}
          >
            {t('talk.later', 'Later')}
          </button>
          <button
            className="how"
            type="button"
            aria-label={t('talk.drop-of', 'Not this time: {item}', { item: text })}
            onClick={onDrop}
          >
            {t('talk.drop', 'Not this time')}
          </button>
        </>
      )}
    </p>
  );
}
