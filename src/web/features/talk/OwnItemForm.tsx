/** Adds an item of one's own to a meeting. */
import { useId, useState } from 'react';
import { OWN_MINUTES } from '#core/talk/arrange';
import { t } from '../../shared/words';

export function OwnItemForm({ onAdd }: { readonly onAdd: (text: string, minutes: number) => void }) {
  const id = useId();
  const [text, setText] = useState('');
  const [minutes, setMinutes] = useState(String(OWN_MINUTES));
  return (
    <form
      className="meeting-own no-print"
      onSubmit={(event) => {
        event.preventDefault();
        const takes = Number(minutes);
        if (text.trim() === '') return;
        onAdd(text.trim(), Number.isInteger(takes) && takes > 0 ? takes : OWN_MINUTES);
        setText('');
        setMinutes(String(OWN_MINUTES));
      }}
    >
      <div>
        <label htmlFor={`${id}text`}>{t('talk.own', 'Something of your own')}</label>
        <input
          id={`${id}text`}
          className="field"
          required
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div>
        <label htmlFor={`${id}minutes`}>{t('talk.own-minutes', 'Minutes')}</label>
        <input
          id={`${id}minutes`}
          className="field numeric"
          type="number"
          inputMode="numeric"
          min={1}
          max={240}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
      </div>
      <button className="button" type="submit">
        {t('talk.own-add', 'Add it')}
      </button>
    </form>
  );
}
