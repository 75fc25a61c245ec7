/** What activities send to readers, as a share of the minutes that each reader has. */
import type { Ground } from '#core/analyses/network/ground';
import type { Id } from '#core/model/fact';
import { monthlyRate } from '#core/model/rate';
import { over, type Sample, times } from '#core/number/sample';

export interface Sent {
  readonly activity: Id;
  /** Null where the activity sends and no reader has said how much can be read. */
  readonly reader: Id | null;
  /** Null where something of it is not known. */
  readonly share: Sample | null;
}

/** Every activity that sends, by every reader whom it serves and who said how much can be read. */
export function sentTo(ground: Ground): Sent[] {
  const { view } = ground;
  return view.activities.flatMap((activity): Sent[] => {
    if (activity.sends === null) return [];
    const { items, minutes } = activity.sends;
    const eventsPerMonth = view.eventsPerMonth(activity);
    const context = {
      seasonMonths: view.calendar.seasonMonths,
      eventsPerMonth,
      since: activity.since,
      until: activity.until,
    };
    const rate = monthlyRate(items, activity.because, context);
    const sent =
      rate.is === 'known' ? ground.draws.pert(`${activity.id} sends`, rate) : rate.is === 'none' ? 0 : null;
    const served = new Set([...Object.keys(activity.for), ...Object.keys(activity.usedBy)]);
    const readers = view.parties.filter((party) => served.has(party.id) && party.reads.length > 0);
    if (readers.length === 0) return [{ activity: activity.id, reader: null, share: null }];
    return readers.map((reader) => {
      const time = view.seriesRate(reader.reads, reader);
      const known = sent !== null && minutes !== null && time.is === 'known' && time.mean > 0;
      const share = known ? over(times(sent, minutes), ground.draws.pert(`${reader.id} reads`, time)) : null;
      return { activity: activity.id, reader: reader.id, share };
    });
  });
}
