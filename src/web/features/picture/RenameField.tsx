/** A field over the thing that is renamed. Enter keeps the name, Escape leaves it. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { View } from '#core/audience/view';
import type { Thing } from '#core/model/things';
import { nameOfThing } from '../../shared/naming';
import { t } from '../../shared/words';

interface RenameFieldProps {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly view: View;
  readonly thing: Thing;
  readonly onName: (name: string) => void;
  readonly onLeave: () => void;
}

export function RenameField({ frame, view, thing, onName, onLeave }: RenameFieldProps) {
  const before = nameOfThing(view, thing);
  const [name, setName] = useState(before);
  const [at, setAt] = useState<{ left: number; top: number } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const box = frame.current?.getBoundingClientRect();
    const sign = frame.current?.querySelector(`[data-id="${CSS.escape(thing.id)}"]`)?.getBoundingClientRect();
    if (box === undefined || sign === undefined) return;
    const left = Math.min(box.width - 232, Math.max(8, sign.left + sign.width / 2 - box.left - 112));
    setAt({ left, top: Math.min(box.height - 52, Math.max(4, sign.bottom - box.top - 30)) });
  }, [frame, thing.id]);
  useEffect(() => {
    const sign = frame.current?.querySelector<SVGElement>(`[data-id="${CSS.escape(thing.id)}"]`);
    field.current?.select();
    return () => sign?.focus({ preventScroll: true });
  }, [frame, thing.id]);
  return (
    <form
      className="rename-field card"
      style={at ?? { left: 16, top: 16 }}
      onSubmit={(event) => {
        event.preventDefault();
        onName(name);
      }}
    >
      <input
        ref={field}
        className="field"
        value={name}
        aria-label={t('rename.label', 'Another name for {name}', { name: before })}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') onLeave();
        }}
      />
      <button className="button primary" type="submit">
        {t('rename.keep', 'Keep')}
      </button>
    </form>
  );
}
