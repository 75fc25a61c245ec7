/** Beside the picture: what is chosen, what flows in and out, how we know, what was found and what is asked about it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Finding } from '#core/analyses/finding';
import type { Id } from '#core/model/fact';
import type { Thing } from '#core/model/things';
import type { Group } from '#core/picture/scene';
import { type Asked, api } from '../../shared/api';
import { Facts } from '../../shared/edit/Facts';
import { sortName } from '../../shared/edit/fields';
import { allEvidence, EvidenceList, Manner } from '../../shared/evidence';
import { How } from '../../shared/explain';
import { spanText } from '../../shared/format';
import { later, Meanwhile } from '../../shared/later';
import { useBelongs, useMayWrite } from '../../shared/me';
import { nameOfThing } from '../../shared/naming';
import type { CommunityHere } from '../../shared/use-community';
import { t, told } from '../../shared/words';
import { SponsorLinks } from '../sponsor/SponsorLinks';
import type { Command } from './Choosable';
import { QuestionCard } from './QuestionCard';

const ThingDialog = later(async () => (await import('../../shared/edit/ThingDialog')).ThingDialog);

const VoiceForm = later(async () => (await import('../voices/VoiceForm')).VoiceForm);

const ChangedSince = later(async () => (await import('../compare/ChangedSince')).ChangedSince);

/** Analyses whose findings name things that can be chosen. */
const READ = ['coverage', 'balance', 'payer-beneficiary'];

interface InspectorProps {
  readonly here: CommunityHere;
  readonly group: Group | null;
  readonly thing: Thing | null;
  readonly questions: readonly Asked[];
  readonly lit: Asked | null;
  readonly onLight: (question: Asked | null) => void;
  readonly onPick: (id: Id) => void;
  /** A lens tells what matters: without anything chosen, only that stands here. */
  readonly calm: boolean;
  /** What changed since the mark before stands above it already. */
  readonly isStep: boolean;
  /** Evidence of the lit question that is not drawn. */
  readonly unlit: readonly Id[];
  readonly onDrawFrom: (id: Id) => void;
  readonly onCommand: (command: Command) => void;
  readonly onCopy: () => void;
  readonly onClose: () => void;
  /** Opens a stack that was folded. */
  readonly onOpen: (fold: string) => void;
}

export function Inspector(props: InspectorProps) {
  const { here, thing, group, questions, lit, onLight, onClose } = props;
  const about =
    thing === null
      ? questions
      : questions.filter((one) => one.evidence.includes(thing.id) || one.about?.includes(thing.id) === true);
  const first = lit ?? about.find((one) => one.evidence.length > 0) ?? about[0] ?? null;
  if (props.calm && thing === null && group === null) return null;
  return (
    <>
      {first !== null && (
        <QuestionCard
          community={here.id}
          view={here.view}
          question={first}
          lit={lit === first}
          unlit={lit === first ? props.unlit : []}
          onLight={(on) => onLight(on ? first : null)}
        />
      )}
      {thing === null && group !== null && (
        <GroupFacts group={group} here={here} onPick={props.onPick} onClose={onClose} onOpen={props.onOpen} />
      )}
      {thing !== null && <Chosen {...props} thing={thing} />}
      {thing === null && group === null && <Overview />}
      {thing === null && group === null && !props.isStep && (
        <Meanwhile>
          <ChangedSince here={here} />
        </Meanwhile>
      )}
      {thing !== null && about.filter((one) => one !== first).length > 0 && (
        <section>
          <h3 className="rule">{t('inspect.asked', 'Also asked about it')}</h3>
          <ul className="fact-list">
            {about
              .filter((one) => one !== first)
              .slice(0, 5)
              .map((one) => (
                <li key={`${one.id} ${one.text}`}>
                  <button type="button" onClick={() => onLight(one)}>
                    {one.text}
                  </button>
                </li>
              ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Overview() {
  return (
    <p className="story inspect-hint">
      {t(
        'inspect.nothing',
        'Choose anything in the picture to see what is known of it, how, and what is not.',
      )}
    </p>
  );
}

/** A stack that was folded, an end outside, a loop: several facts at once. */
function GroupFacts({
  group,
  here,
  onPick,
  onClose,
  onOpen,
}: { readonly group: Group } & Pick<InspectorProps, 'here' | 'onPick' | 'onClose' | 'onOpen'>) {
  return (
    <section aria-live="polite">
      <div className="inspect-head">
        <h2>{group.label}</h2>
        <CloseButton onClose={onClose} />
      </div>
      {group.kind === 'fold' && (
        <button className="button" type="button" onClick={() => onOpen(group.id)}>
          {t('inspect.unfold', 'Lay them all out')}
        </button>
      )}
      <EvidenceList view={here.view} ids={group.facts} onPick={onPick} />
    </section>
  );
}

function CloseButton({ onClose }: { readonly onClose: () => void }) {
  return (
    <button className="button quiet inspect-close" type="button" onClick={onClose}>
      {t('inspect.close', 'Let go')}
    </button>
  );
}

function Chosen(props: InspectorProps & { readonly thing: Thing }) {
  const { here, thing, onDrawFrom, onClose } = props;
  const [editing, setEditing] = useState(false);
  const [speaking, setSpeaking] = useState(false);
  const belongs = useBelongs(here.id);
  const may = useMayWrite(here.id);
  const span = spanText(thing.since, thing.until);
  return (
    <section aria-live="polite" className="inspect-thing">
      <p className="small quiet">{[sortOf(thing), span].filter((part) => part !== '').join(', ')}</p>
      <div className="inspect-head">
        <h2>{nameOfThing(here.view, thing)}</h2>
        <CloseButton onClose={onClose} />
      </div>
      <Facts view={here.view} thing={thing} />
      <Findings here={here} thing={thing} />
      <SponsorLinks
        here={here}
        baskets={here.view.baskets.filter((one) => one.id === thing.id || one.sponsor === thing.id)}
      />
      <details className="inspect-known">
        <summary>{t('inspect.known', 'How do we know?')}</summary>
        <Manner view={here.view} because={allEvidence(thing)} />
      </details>
      <div className="actions">
        {may && (
          <button className="button" type="button" onClick={() => setEditing(true)}>
            {t('inspect.edit', 'Change, end or remove')}
          </button>
        )}
        {may && mayGive(thing) && (
          <button className="button" type="button" onClick={() => onDrawFrom(thing.id)}>
            {t('inspect.draw', 'Draw a stream from here')}
          </button>
        )}
        {may && (
          <>
            <button className="button quiet" type="button" onClick={() => props.onCommand('rename')}>
              {t('inspect.rename', 'Rename')}
            </button>
            <button className="button quiet" type="button" onClick={() => props.onCommand('duplicate')}>
              {t('inspect.duplicate', 'Duplicate')}
            </button>
          </>
        )}
        <button className="button quiet" type="button" onClick={props.onCopy}>
          {t('inspect.copy', 'Copy')}
        </button>
        {belongs && maySpeakOf(thing) && (
          <button className="button quiet" type="button" onClick={() => setSpeaking(true)}>
            {t('inspect.voice', 'Say something about it')}
          </button>
        )}
      </div>
      {speaking && (
        <Meanwhile>
          <VoiceForm here={here} about={thing.id} onClose={() => setSpeaking(false)} />
        </Meanwhile>
      )}
      {editing && (
        <Meanwhile>
          <ThingDialog community={here.id} view={here.view} thing={thing} onClose={() => setEditing(false)} />
        </Meanwhile>
      )}
    </section>
  );
}

/** Voices are about what is shared; a person is no topic. */
function maySpeakOf(thing: Thing): boolean {
  return ['activities', 'pools', 'flows', 'tools'].includes(thing.section);
}

function mayGive(thing: Thing): boolean {
  return thing.section === 'parties' || thing.section === 'activities' || thing.section === 'pools';
}

function sortOf(thing: Thing): string {
  switch (thing.section) {
    case 'parties':
    case 'activities':
    case 'pools':
    case 'flows':
    case 'influences':
      return sortName(thing.section);
    case 'tools':
      return t('inspect.tool', 'A tool');
    case 'quantities':
      return t('inspect.quantity', 'A quantity');
    default:
      return '';
  }
}

/** What the analyses say of it, each with its "how is this worked out?". */
function Findings({ here, thing }: { readonly here: CommunityHere; readonly thing: Thing }) {
  const { data } = useQuery({
    queryKey: ['community', here.id, 'findings', here.on, 'picture'],
    queryFn: () => api.findings(here.id, here.on, READ),
    placeholderData: keepPreviousData,
  });
  const mine = (data ?? []).filter((finding) => speaksOf(finding, thing.id)).slice(0, 4);
  if (mine.length === 0) return null;
  return (
    <>
      <h3 className="rule">{t('inspect.found', 'What follows from it')}</h3>
      <ul className="fact-list">
        {mine.map((finding) => (
          <li key={`${finding.analysis} ${finding.about.join(' ')} ${finding.kind ?? ''}`}>
            <p>{finding.says === undefined ? '' : told(finding.says)}</p>
            <How
              analysis={finding.analysis}
              {...(finding.says === undefined ? {} : { of: told(finding.says) })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function speaksOf(finding: Finding, id: Id): boolean {
  return (
    finding.says !== undefined &&
    (finding.about.includes(id) || (finding.about.length > 0 && finding.evidence.includes(id)))
  );
}
