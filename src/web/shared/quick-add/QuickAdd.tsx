/** "Say it in a sentence": one line on the canvas and the picture. The key `a` goes to it. */
import { useEffect, useRef, useState } from 'react';
import type { View } from '#core/audience/view';
import { examplesFor } from '#core/interview/examples';
import { useMayWrite } from '../me';
import { t } from '../words';
import { knownHere } from './known-here';
import { Told } from './Told';
import { useAnswers } from './use-answers';

interface QuickAddProps {
  readonly community: string;
  readonly view: View;
  /** Folded: a button until it is wanted, where the room is for something else. */
  readonly folded?: boolean;
}

export function QuickAdd({ community, view, folded = false }: QuickAddProps) {
  const may = useMayWrite(community);
  const [open, setOpen] = useState(!folded);
  const [focus, setFocus] = useState(false);
  const section = useRef<HTMLElement>(null);
  const toField = () => {
    setOpen(true);
    setFocus(true);
    section.current?.querySelector('textarea')?.focus();
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Those who may only look write nothing.
      if (event.defaultPrevented || event.key !== 'a' || !may) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const at = event.target;
      if (at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)))
        return;
      if (document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      setOpen(true);
      setFocus(true);
      section.current?.querySelector('textarea')?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [may]);
  if (!may) return null;
  return (
    <section
      className={folded ? 'quick-add quick-add-folded' : 'quick-add'}
      ref={section}
      aria-label={t('quick.title', 'Say it in a sentence')}
    >
      {folded && (
        <button
          className="how"
          type="button"
          aria-expanded={open}
          onClick={() => (open ? setOpen(false) : toField())}
        >
          {open ? t('quick.fold', 'Close the sentence') : t('quick.unfold', 'Say it in a sentence (key A)')}
        </button>
      )}
      {open && <Field community={community} view={view} focus={focus} labelHidden={folded} />}
    </section>
  );
}

interface FieldProps {
  readonly community: string;
  readonly view: View;
  readonly focus: boolean;
  readonly labelHidden: boolean;
}

function Field({ community, view, focus, labelHidden }: FieldProps) {
  const told = useAnswers(community, view, 'anything', 'quick');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  const language = knownHere(view).languages[0] ?? 'en';
  return (
    <Told
      community={community}
      view={view}
      told={told}
      label={t('quick.unfold', 'Say it in a sentence (key A)')}
      labelHidden={labelHidden}
      hint={null}
      examples={examplesFor('anything', language, null)}
      fieldRef={field}
    />
  );
}
