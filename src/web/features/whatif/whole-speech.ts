/**
 * The reader's language with what the simulation says in it. Those sentences are said in a worker, which has no words of
 * its own; they are fetched when this room is first entered in that language.
 */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Speech } from '#core/words/speech';
import { onLanguage, spokenNow } from '../../shared/language';

/** The parts of a language that hold what the library says of a run. */
const PARTS = import.meta.glob<Record<string, string>>(
  '../../../../locale/{es,fr,nl,pt,sw}/{doors,measures,findings}.json',
  { import: 'default' },
);

/** The words of all parts; what cannot be fetched is said in English. */
async function wholeSpeech(now: Speech): Promise<Speech> {
  const paths = Object.keys(PARTS).filter((path) => path.includes(`/locale/${now.language}/`));
  const parts = await Promise.all(paths.map((path) => PARTS[path]?.().catch(() => ({}))));
  return { language: now.language, sentences: Object.assign({}, ...parts, now.sentences) };
}

/** The speech to give to a worker; null until its words are here. Changes when the reader chooses another language. */
export function useWholeSpeech(): Speech | null {
  const now = useSyncExternalStore(onLanguage, spokenNow);
  const [whole, setWhole] = useState<Speech | null>(now.language === 'en' ? now : null);
  useEffect(() => {
    let isOld = false;
    void wholeSpeech(now).then((speech) => {
      if (!isOld) setWhole((before) => (before?.language === speech.language ? before : speech));
    });
    return () => {
      isOld = true;
    };
  }, [now]);
  return whole;
}
