/** Copying and pasting things as text: the clipboard carries a small community file, so that it works across windows. */
import { useEffect } from 'react';
import type { Id } from '#core/model/fact';

/** The chosen things as text, with what flows between them. */
export async function clipOf(community: string, ids: readonly Id[]): Promise<string> {
  const { copyThings, fileOf } = await import('./in-the-file');
  return copyThings(await fileOf(community), ids);
}

/** Puts text into the clipboard; false where the browser does not let us. */
export async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

const inField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, dialog, [contenteditable]') !== null;

/** Ctrl C copies what is chosen, Ctrl V brings what was copied elsewhere; in fields both do what they always do. */
export function useClipboard(copy: (() => void) | null, paste: (clip: string) => void): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      if (copy === null || inField(event.target) || String(getSelection() ?? '') !== '') return;
      event.preventDefault();
      copy();
    };
    const onPaste = (event: ClipboardEvent) => {
      const clip = event.clipboardData?.getData('text/plain') ?? '';
      if (inField(event.target) || !/^\s*potluck:\s*\d/.test(clip)) return;
      event.preventDefault();
      paste(clip);
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [copy, paste]);
}
