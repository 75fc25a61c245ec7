/** What phases and ways of a round are called, on every screen of it. */
import { t } from '../../shared/words';
import { type Notes, PHASES, type Phase, type Result, type Way } from './round-types';

export function phaseName(phase: Phase): string {
  switch (phase) {
    case 'read':
      return t('round.phase.read', 'Read');
    case 'write':
      return t('round.phase.write', 'Write in silence');
    case 'gather':
      return t('round.phase.gather', 'Gather');
    case 'clarify':
      return t('round.phase.clarify', 'Clarify');
    case 'discuss':
      return t('round.phase.discuss', 'Discuss');
    case 'decide':
      return t('round.phase.decide', 'Choose');
    case 'record':
      return t('round.phase.record', 'Write down');
    case 'closed':
      return t('round.phase.closed', 'Done');
  }
}

export function wayName(way: Way): string {
  switch (way) {
    case 'consent':
      return t('round.way.consent', 'Consent: can we live with it?');
    case 'dots':
      return t('round.way.dots', 'Dots: which matter most?');
    case 'score':
      return t('round.way.score', 'Score: how good is each?');
  }
}

/** The phase after this one; null at the end. */
export function nextPhase(phase: Phase): Phase | null {
  return PHASES[PHASES.indexOf(phase) + 1] ?? null;
}

/** `4:05`; minutes and seconds that are left. */
export function timeLeft(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** What anonymity means here, in one sentence. */
export function anonymity(anonymous: boolean, k: number): string {
  return anonymous
    ? t(
        'round.anonymous',
        'Nobody sees who wrote what: notes are kept without name, time or order, and fewer than {k} stay unread.',
        { k },
      )
    : t('round.open', 'Notes are shown without names, also where only a few were written.');
}

/** The verdict of a choice as a sentence. */
export function verdictText(
  { verdict, objections }: Pick<Result, 'verdict' | 'objections'>,
  k: number,
): string {
  switch (verdict) {
    case 'agreed':
      return t('round.verdict.agreed', 'Nobody objects: we can live with it.');
    case 'objections':
      return objections === null
        ? t('round.verdict.objected', 'There are objections. Hear them before anything is decided.')
        : t(
            'round.verdict.objections',
            '{count, plural, one {One objection} other {# objections}}. Hear them before anything is decided.',
            { count: objections },
          );
    case 'ranked':
      return t('round.verdict.ranked', 'This is the order.');
    case 'tied':
      return t('round.verdict.tied', 'Two or more stand level. The group says which.');
    case 'cannot-tell':
      return t('round.verdict.cannot-tell', 'We cannot tell: fewer than {k} chose, so nothing is shown.', {
        k,
      });
  }
}

/** Why no notes are shown; empty where they are. */
export function notesWord(notes: Notes, k: number): string {
  if (notes.is === 'shown')
    return notes.notes.length === 0 ? t('round.notes.none', 'No notes were left.') : '';
  return notes.is === 'too-few'
    ? t(
        'round.notes.too-few',
        'Fewer than {k} wrote, so nothing is shown. What was written was destroyed unread.',
        { k },
      )
    : t('round.notes.not-yet', 'The notes come when they were gathered.');
}
