/**
 * A voice as it goes into the file: worth, concern or dispute about a thing, with the circle it comes from and a name if
 * that is wished. A circle in which everybody would know who spoke is not named.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import { leastHeard } from '#core/questions/least';
import type { Proposed } from '#core/talk/operation';

export interface SaidVoice {
  readonly sort: 'worth' | 'concern' | 'dispute';
  /** Null: the whole community. */
  readonly about: Id | null;
  readonly circle: Id | null;
  readonly text: string;
  /** Null: no name is wished. */
  readonly name: string | null;
}

/** The circle of a voice without a name, or null where it is a person, or too few, or of unknown size. */
export function circleToName(view: View, circle: Id | null): Id | null {
  const party = circle === null ? null : view.get('parties', circle);
  if (party === null || party.type === 'person') return null;
  const size = readingOn(party.size, view.day)?.value;
  return size?.is === 'known' && size.likely >= leastHeard(size) ? party.id : null;
}

/** The operation that takes a voice into the file, under a free id. Worth goes where worth stands. */
export function voiceOperation(voice: SaidVoice, id: string, on: string): Proposed {
  const about = voice.about === null ? {} : { about: voice.about };
  const because = voice.name === null ? { how: 'told' } : { how: 'told', by: voice.name };
  if (voice.sort === 'worth') {
    const whom = voice.circle === null ? {} : { for: voice.circle };
    return {
      op: 'put',
      section: 'worth',
      id,
      value: { ...about, ...whom, text: voice.text, ...dated(voice, on), because },
    };
  }
  const by = voice.circle === null ? {} : { by: voice.circle };
  const anonymous = voice.name === null ? { anonymous: true } : {};
  return {
    op: 'put',
    section: 'voices',
    id,
    value: {
      ...about,
      type: voice.sort,
      ...by,
      ...anonymous,
      text: voice.text,
      ...dated(voice, on),
      because,
    },
  };
}

/** What was said without a name keeps no day. */
function dated(voice: SaidVoice, on: string): { readonly since?: string } {
  return voice.name === null ? {} : { since: on };
}
