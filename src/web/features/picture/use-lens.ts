/** The lens of the address: which one, and of what. Asks for the findings it needs, and only for those. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import { bearsLens, borneThings } from '#core/picture/lens/bears';
import { gapsLens } from '#core/picture/lens/gaps';
import { LENSES, type Lens, type LensName } from '#core/picture/lens/lens';
import { loopsLens } from '#core/picture/lens/loops';
import { opennessLens } from '#core/picture/lens/openness';
import { shiftLens } from '#core/picture/lens/shift';
import type { Scene } from '#core/picture/scene';
import { api } from '../../shared/api';
import type { CommunityHere } from '../../shared/use-community';
import { useNavigate, useSearch } from '../../shared/way';

const ASKS: Readonly<Record<LensName, readonly string[]>> = {
  bears: ['who-bears'],
  loops: ['loops'],
  gaps: ['coverage'],
  openness: [],
  shift: ['shift'],
};
const NONE: readonly Finding[] = [];
const NOBODY: readonly string[] = [];

export interface LensHere {
  /** Null: by kind, which is how the picture is drawn. */
  readonly name: LensName | null;
  readonly lens: Lens | null;
  /** What it is of: an offered thing, a loop, an audience. */
  readonly of: string | null;
  /** What it could be of. */
  readonly choices: readonly string[];
  readonly waiting: boolean;
  readonly choose: (name: LensName | null, of?: string) => void;
}

export function useLens(here: CommunityHere, made: Scene): LensHere {
  const search = useSearch() as { lens?: string; of?: string };
  const name = LENSES.find((one) => one === search.lens) ?? null;
  const choose = useChoose();
  const asks = name === null ? [] : ASKS[name];
  const findings = useQuery({
    queryKey: ['community', here.id, 'findings', here.on, 'lens', name],
    queryFn: () => api.findings(here.id, here.on, asks),
    enabled: asks.length > 0,
  });
  const audiences = useQuery({
    queryKey: ['community', here.id, 'audiences'],
    queryFn: () => api.audiences(here.id),
    enabled: name === 'openness',
  });
  const choices = choicesOf(name, findings.data ?? NONE, audiences.data ?? NOBODY, here.view);
  const of = choices.find((one) => one === search.of) ?? defaultOf(name, choices);
  const theirs = useQuery({
    queryKey: ['community', here.id, 'view', 'of', of],
    queryFn: () => api.view(here.id, of ?? undefined),
    enabled: name === 'openness' && of !== null,
    placeholderData: keepPreviousData,
  }).data;
  const lens = useMemo(
    () =>
      lensOf(name, here.view, made, { findings: findings.data, of: search.of ?? of, theirs: theirs?.view }),
    [name, here.view, made, findings.data, search.of, of, theirs],
  );
  return { name, lens, of, choices, waiting: name !== null && lens === null, choose };
}

function choicesOf(
  name: LensName | null,
  findings: readonly Finding[],
  audiences: readonly string[],
  view: View,
): readonly string[] {
  if (name === 'bears') return borneThings(findings).filter((id) => view.thing(id) !== null);
  return name === 'openness' ? audiences.filter((one) => one !== view.audience) : NOBODY;
}

function defaultOf(name: LensName | null, choices: readonly string[]): string | null {
  if (name === 'openness' && choices.includes('public')) return 'public';
  return choices[0] ?? null;
}

interface Ground {
  readonly findings: readonly Finding[] | undefined;
  readonly of: string | null;
  readonly theirs: View | undefined;
}

/** Null while what it needs is on its way. */
function lensOf(
  name: LensName | null,
  view: View,
  made: Scene,
  { findings, of, theirs }: Ground,
): Lens | null {
  if (name === null) return null;
  if (name === 'openness') return theirs === undefined ? null : opennessLens(view, made, theirs.at(view.day));
  if (findings === undefined) return null;
  switch (name) {
    case 'bears': {
      const things = borneThings(findings);
      return bearsLens(view, made, findings, things.find((one) => one === of) ?? things[0] ?? null);
    }
    case 'loops':
      return loopsLens(view, made, findings, of);
    case 'gaps':
      return gapsLens(view, made, findings);
    case 'shift':
      return shiftLens(view, made, findings);
  }
}

function useChoose() {
  const navigate = useNavigate();
  return useCallback(
    (name: LensName | null, of?: string) => {
      void navigate({
        to: '.',
        search: (before) => {
          const { lens: _, of: __, ...rest } = before;
          return { ...rest, ...(name === null ? {} : { lens: name }), ...(of === undefined ? {} : { of }) };
        },
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
}
