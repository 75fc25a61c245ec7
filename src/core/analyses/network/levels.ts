/**
 * At which level a flow is shown to an audience (settled reading 24). Reads what the community wrote; what an audience in
 * fact receives is decided by `disclose` alone.
 */
import type { View } from '#core/audience/view';
import type { Flow, Level } from '#core/model/things';

/** What each standard audience hears besides itself, as in *Who may see* of the community file. */
const HEARS: Readonly<Record<string, readonly string[]>> = {
  stewards: ['treasurer', 'core', 'members'],
  core: ['members'],
};

/** Audiences of whom the file says what they are shown, sorted. */
export function audiencesOf(view: View): string[] {
  const named = [...Object.keys(view.openness), ...view.flows.flatMap((flow) => Object.keys(flow.shown))];
  return [...new Set(named)].sort();
}

/** What the flow says of that audience; else what `openness` states for its kind, if `see` lets that audience have it; else hidden. */
export function levelFor(view: View, flow: Flow, audience: string): Level {
  const own = flow.shown[audience];
  if (own !== undefined) return own;
  const stated = flow.kind === null ? undefined : view.openness[audience]?.[flow.kind];
  return stated !== undefined && maySee(view, flow, audience) ? stated : 'hidden';
}

function maySee(view: View, flow: Flow, audience: string): boolean {
  const see = flow.see ?? view.ever.see ?? ['core'];
  const includes = view.audiences.find((one) => one.id === audience)?.includes ?? [];
  const hears = new Set([
    audience,
    'public',
    ...includes,
    ...[audience, ...includes].flatMap((one) => HEARS[one] ?? []),
  ]);
  if (audience === 'stewards') return true;
  return see.some((name) => hears.has(name) || (name === 'partners' && audience.startsWith('partner:')));
}
