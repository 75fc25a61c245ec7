/** A word with a sense of its own; choosing it says what it means, right there. */
import { useId, useRef } from 'react';
import { termOf } from '#core/words/glossary';
import { t, told } from '../../shared/words';
import './term.css';

/** `id` is that of the glossary; the children are the word as the sentence has it. */
export function Term({ id, children }: { readonly id: string; readonly children?: string }) {
  const panel = useId();
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLSpanElement>(null);
  const term = termOf(id);
  if (term === null) return <>{children}</>;
  const place = () => {
    const [at, own] = [button.current?.getBoundingClientRect(), box.current];
    if (at === undefined || own === null || !own.matches(':popover-open')) return;
    const wide = own.offsetWidth;
    own.style.left = `${Math.max(12, Math.min(at.left, window.innerWidth - wide - 12))}px`;
    const below = at.bottom + 6;
    own.style.top = `${below + own.offsetHeight > window.innerHeight ? Math.max(12, at.top - own.offsetHeight - 6) : below}px`;
  };
  return (
    <>
      <button
        className="term"
        type="button"
        ref={button}
        popoverTarget={panel}
        aria-label={t('term.what', '{word}: what does it mean?', { word: children ?? told(term.word()) })}
      >
        {children ?? told(term.word())}
      </button>
      <span className="term-says" id={panel} ref={box} popover="auto" role="note" onToggle={place}>
        {told(term.says())}
      </span>
    </>
  );
}
