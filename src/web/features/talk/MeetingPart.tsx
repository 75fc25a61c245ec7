/** The next meeting: proposed from questions and from what was put on the agenda, arranged by people, taken along on paper. */

import { useId, useState } from 'react';
import type { CommunityHere } from '../../shared/use-community';
import { Link } from '../../shared/way';
import { t, words } from '../../shared/words';
import { BeginRound } from './BeginRound';
import { itemText } from './item-words';
import { MeetingItemLine } from './MeetingItemLine';
import { OwnItemForm } from './OwnItemForm';
import { useDragOrder } from './use-drag-order';
import { useMayLead } from './use-may-lead';
import { type Item, isEnd, LENGTHS, type Meeting, useMeeting } from './use-meeting';

export function MeetingPart({ here }: { readonly here: CommunityHere }) {
  const meeting = useMeeting(here);
  const { arranged, error } = meeting;
  const mayLead = useMayLead(here.id);
  const [said, setSaid] = useState('');
  const [begun, setBegun] = useState<Item | null>(null);
  const move = (id: string, by: number) => {
    const movable = (arranged?.items ?? []).filter((one) => !isEnd(one));
    const item = movable.find((one) => one.id === id);
    const to = movable.findIndex((one) => one.id === id) + by;
    if (item === undefined || to < 0 || to >= movable.length) return;
    meeting.move(id, by);
    setSaid(t('talk.moved', '{item} is now number {place}.', { item: itemText(item), place: to + 1 }));
  };
  const { list, dragged, grip } = useDragOrder(move);
  return (
    <section className="meeting" aria-busy={arranged === null && error === null}>
      <h2 className="visually-hidden">{t('talk.part.meeting', 'Next meeting')}</h2>
      <p className="only-print meeting-paper-name">
        {t('talk.paper.title', '{name}: agenda of the meeting', { name: words(here.view.name) })}
      </p>
      <p className="story meeting-lede no-print">
        {t(
          'talk.meeting.lede',
          'A proposal from your own picture: a few questions, what went well before money, and an end with a decision or “not now”. Change it as you like.',
        )}
      </p>
      {error !== null && <p role="alert">{error.message}</p>}
      <Frame meeting={meeting} />
      {arranged !== null && (
        <ol className="meeting-items" ref={list}>
          {arranged.items.map((item, index) => (
            <MeetingItemLine
              key={item.id}
              item={item}
              place={index + 1}
              at={meeting.draft.at}
              isDragged={dragged === item.id}
              grip={isEnd(item) ? null : grip(item.id)}
              onMove={(by) => move(item.id, by)}
              onMinutes={(minutes) => meeting.give(item.id, minutes)}
              onDrop={() => meeting.drop(item)}
              onBegin={mayLead ? () => setBegun(item) : null}
            />
          ))}
        </ol>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {(arranged !== null || error !== null) && (
        <>
          <OwnItemForm onAdd={meeting.add} />
          <Foot here={here} meeting={meeting} />
        </>
      )}
      {begun !== null && (
        <BeginRound here={here} text={itemText(begun)} item={begun} onClose={() => setBegun(null)} />
      )}
    </section>
  );
}

/** When it begins, how long it takes, and whether it fits. */
function Frame({ meeting: { draft, change, arranged } }: { readonly meeting: Meeting }) {
  const id = useId();
  const [length, setLength] = useState(String(draft.minutes));
  return (
    <div className="meeting-frame">
      <label htmlFor={`${id}at`}>{t('talk.begins', 'Begins at')}</label>
      <input
        id={`${id}at`}
        className="field numeric"
        type="time"
        value={draft.at}
        onChange={(event) => change({ at: event.target.value })}
      />
      <label htmlFor={`${id}length`}>{t('talk.length', 'Minutes in all')}</label>
      <input
        id={`${id}length`}
        className="field numeric"
        type="number"
        inputMode="numeric"
        min={LENGTHS.least}
        max={LENGTHS.most}
        step={5}
        value={length}
        onChange={(event) => {
          setLength(event.target.value);
          const minutes = Number(event.target.value);
          if (Number.isInteger(minutes) && minutes >= LENGTHS.least && minutes <= LENGTHS.most)
            change({ minutes });
        }}
      />
      <p className="small quiet" role="status">
        {arranged !== null &&
          arranged.over > 0 &&
          t(
            'talk.over',
            'It takes {minutes, plural, one {# minute} other {# minutes}}: {over} too many. Shorten something, or leave it for another time.',
            { minutes: arranged.minutes, over: arranged.over },
          )}
      </p>
    </div>
  );
}

function Foot({ here, meeting }: { readonly here: CommunityHere; readonly meeting: Meeting }) {
  const { arranged, draft } = meeting;
  const take = async () => {
    if (arranged === null) return;
    const { meetingMarkdown } = await import('./meeting-paper');
    const name = words(here.view.name);
    const text = meetingMarkdown({ name, at: draft.at, minutes: arranged.minutes, items: arranged.items });
    saveText(`${here.id}-meeting.md`, text);
  };
  return (
    <footer className="meeting-foot no-print">
      <p className="actions">
        <button className="button" type="button" onClick={() => window.print()}>
          {t('talk.print', 'Print')}
        </button>
        <button className="button" type="button" onClick={() => void take()}>
          {t('talk.markdown', 'Take it as Markdown')}
        </button>
        {meeting.isChanged && (
          <button className="button quiet" type="button" onClick={meeting.asProposed}>
            {t('talk.as-proposed', 'Back to the proposal')}
          </button>
        )}
      </p>
      <p className="small quiet">
        {t(
          'talk.kept-here',
          'Order, minutes and your own items are kept in this browser. What was put on the agenda stands in the community’s file.',
        )}{' '}
        {meeting.left > 0 && (
          <Link to="/c/$community/questions" params={{ community: here.id }}>
            {t(
              'talk.left',
              '{count, plural, one {One more question} other {# more questions}} to choose from',
              {
                count: meeting.left,
              },
            )}
          </Link>
        )}
      </p>
    </footer>
  );
}

function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
