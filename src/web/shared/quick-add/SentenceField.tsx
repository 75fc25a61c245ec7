/**
 * One field for sentences. Names that exist are offered while one types: arrows go through them, Enter takes one, Escape
 * lets them go. Enter without a chosen name keeps what was read; Shift with Enter begins a new line.
 */
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import { t } from '../words';
import { namesOffered, type Offer, taking } from './names-offered';

interface FieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint: string | null;
  readonly value: string;
  readonly names: readonly string[];
  readonly lang: string;
  readonly onChange: (text: string) => void;
  /** Enter was pressed. */
  readonly onEnter: () => void;
  readonly fieldRef?: Ref<HTMLTextAreaElement>;
}

const NONE: readonly Offer[] = [];

export function SentenceField(props: FieldProps) {
  const { label, hint, value, names, onChange } = props;
  const id = useId();
  const ref = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(props.fieldRef, () => ref.current as HTMLTextAreaElement);
  const [offers, setOffers] = useState<readonly Offer[]>(NONE);
  const [at, setAt] = useState(-1);
  const close = () => {
    setOffers(NONE);
    setAt(-1);
  };
  const take = (offer: Offer) => {
    const next = taking(value, offer);
    const field = ref.current;
    if (field !== null) {
      // Text and caret are put at once: whoever types on does not wait for the next picture, and must not find the caret moved.
      field.value = next.text;
      field.focus();
      field.setSelectionRange(next.caret, next.caret);
    }
    onChange(next.text);
    close();
  };
  const onKey = (event: KeyboardEvent) => {
    const chosen = offers[at];
    if (offers.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt(at < 0 ? (step > 0 ? 0 : offers.length - 1) : (at + step + offers.length) % offers.length);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      if (chosen === undefined) {
        close();
        props.onEnter();
      } else take(chosen);
    } else if (event.key === 'Escape' && offers.length > 0) {
      event.stopPropagation();
      close();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="sentence">
      <label htmlFor={id} className={props.labelHidden === true ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {hint !== null && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="sentence-box">
        <textarea
          ref={ref}
          id={id}
          className="field sentence-field"
          rows={2}
          lang={props.lang}
          value={value}
          autoComplete="off"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={offers.length > 0 ? `${id}-offers` : undefined}
          aria-activedescendant={at >= 0 && offers.length > 0 ? `${id}-${at}` : undefined}
          aria-describedby={hint === null ? undefined : `${id}-hint`}
          onChange={(event) => {
            onChange(event.target.value);
            setOffers(namesOffered(event.target.value, event.target.selectionStart, names));
            setAt(-1);
          }}
          onKeyDown={onKey}
          onBlur={close}
        />
        {offers.length > 0 && (
          <div
            className="sentence-offers card"
            id={`${id}-offers`}
            role="listbox"
            aria-label={t('quick.offers', 'Names that are here')}
          >
            {offers.map((offer, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus.
              <div
                key={offer.name}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(offer)}
              >
                {offer.name}
              </div>
            ))}
          </div>
        )}
        <p className="visually-hidden" role="status">
          {offers.length > 0 &&
            t(
              'quick.offered',
              '{count, plural, one {One name is offered: {first}} other {# names are offered, the first is {first}}}. Arrow down goes there.',
              { count: offers.length, first: offers[0]?.name ?? '' },
            )}
        </p>
      </div>
    </div>
  );
}
