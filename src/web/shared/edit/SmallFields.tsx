/** Small fields with their labels, for forms that are no form of one thing: lines, texts, choices of one or several. */
import { useId } from 'react';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly required?: boolean;
}

function Hint({ id, words }: { readonly id: string; readonly words: string | undefined }) {
  return words === undefined ? null : (
    <p className="hint" id={id}>
      {words}
    </p>
  );
}

/** One line, or several with `long`. */
export function WordsField({
  label,
  value,
  onChange,
  hint,
  required = false,
  long = false,
  first = false,
  type = 'text',
}: FieldProps & { readonly long?: boolean; readonly first?: boolean; readonly type?: 'text' | 'date' }) {
  const id = useId();
  const shared = {
    id,
    className: 'field',
    value,
    required,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
    ...(first ? { 'data-first': '' } : {}),
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  };
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Hint id={`${id}-hint`} words={hint} />
      {long ? <textarea {...shared} rows={3} /> : <input {...shared} type={type} autoComplete="off" />}
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function ChoiceField({
  label,
  value,
  onChange,
  hint,
  required = false,
  choices,
}: FieldProps & { readonly choices: readonly Choice[] }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Hint id={`${id}-hint`} words={hint} />
      <select
        id={id}
        className="field"
        value={value}
        required={required}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Several of a list, folded while none is chosen and the list is long. */
export function SeveralField({
  label,
  hint,
  choices,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const id = useId();
  if (choices.length === 0) return null;
  return (
    <fieldset className="several" aria-describedby={hint === undefined ? undefined : id}>
      <legend>{label}</legend>
      <Hint id={id} words={hint} />
      <div className="several-list">
        {choices.map((one) => (
          <label key={one.value} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(one.value)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...chosen, one.value] : chosen.filter((each) => each !== one.value),
                )
              }
            />
            {one.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
