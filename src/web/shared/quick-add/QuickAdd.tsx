/** "Say it in a sentence": one line on the canvas and the picture. The key `a` goes to it. */
import { useEffect, useRef } from 'react';
import type { View } from '#core/audience/view';
import { examplesFor } from '#core/interview/examples';
import { t } from '../words';
import { knownHere } from './known-here';
import { Told } from './Told';
import { useAnswers } from './use-answers';

export function QuickAdd({ community, view }: { readonly community: string; readonly view: View }) {
  const told = useAnswers(community, view, 'anything', 'quick');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'a' || event.ctrlKey || event.metaKey || event.altKey) return;
      const at = event.target;
      if (at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)))
        return;
      if (document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const language = knownHere(view).languages[0] ?? 'en';
  return (
    <section className="quick-add" aria-label={t('quick.title', 'Say it in a sentence')}>
      <Told
        community={community}
        view={view}
        told={told}
        label={t('quick.label', 'Say it in a sentence (key A)')}
        hint={null}
        examples={told.text === '' ? examplesFor('anything', language, null).slice(0, 2) : []}
        fieldRef={field}
      />
    </section>
  );
}
