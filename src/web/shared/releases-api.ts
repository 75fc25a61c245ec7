/** What a screen asks the server about releases, the log, the sponsor's page and erasing. */

import type { Text } from '#core/model/fact';
import type { ReleasedWhat } from '#core/released-page';
import type { RunAsked } from '#core/released-run';
import type { Message } from '#core/words/message';
import { json, of, tell } from './api';

export interface Release {
  readonly id: string;
  readonly audience: string;
  readonly what: ReleasedWhat;
  readonly basket: string | null;
  readonly asOf: string;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string | null } | null;
  readonly withdrawnAt: string | null;
}

export interface ReleaseAsked {
  readonly audience: string;
  readonly what: ReleasedWhat;
  readonly of?: string;
  readonly run?: RunAsked;
  readonly asOf: string;
  readonly withhold?: boolean;
  readonly despite?: string;
  readonly reason?: string;
}

export interface LogLine {
  readonly id: number;
  readonly at: string;
  readonly act: string;
  readonly person: { readonly id: string; readonly name: string | null } | null;
  readonly about: Readonly<Record<string, string | number | null>>;
  readonly reason: string | null;
}

/** The sponsor's page as it crosses: amounts a month; null is not known or not told, never zero. */
export interface SponsorAnswer {
  readonly audience: string;
  readonly basket: string;
  readonly sponsor: string;
  readonly strings: Text | null;
  readonly reporting: Text | null;
  readonly income: readonly {
    readonly flow: string;
    readonly kind: string | null;
    readonly written: string | null;
    readonly until: string | null;
  }[];
  readonly cost: readonly {
    readonly kind: string;
    readonly unit: string | null;
    readonly whole: number | null;
    readonly bySponsor: number | null;
    readonly byOthers: number | null;
    readonly withheld: Message | null;
    readonly isOpen: boolean;
  }[];
  readonly worth: readonly { readonly id: string; readonly text: Text }[];
  readonly ends: readonly { readonly id: string; readonly on: string }[];
  readonly names: Readonly<Record<string, string>>;
}

export interface Erased {
  readonly as: string;
  readonly texts: number;
  readonly rows: number;
  readonly releases: number;
  readonly withdrawn: number;
  readonly accounts: number;
}

export const releasesApi = {
  list: async (id: string) => (await json<{ releases: Release[] }>(`${of(id)}/releases`)).releases,
  make: (id: string, asked: ReleaseAsked) =>
    json<{ id: string; link: string }>(`${of(id)}/releases`, { method: 'POST', body: asked }),
  readdress: (id: string, release: string) =>
    json<{ link: string }>(`${of(id)}/releases/${release}/address`, { method: 'POST' }),
  withdraw: (id: string, release: string, reason: string) =>
    tell(`${of(id)}/releases/${release}`, { method: 'DELETE', body: { reason } }),
  /** Newest first; `before`: only lines before that one. */
  log: async (id: string, before?: number) =>
    (
      await json<{ entries: LogLine[] }>(`${of(id)}/log`, {
        query: { limit: '20', before: before === undefined ? undefined : String(before) },
      })
    ).entries,
  logAddress: (id: string, format: 'jsonl' | 'csv') => `/api${of(id)}/log/export?format=${format}`,
  sponsor: (id: string, basket: string, on: string, audience: string | undefined) =>
    json<SponsorAnswer>(`${of(id)}/sponsor/${encodeURIComponent(basket)}`, {
      query: { 'as-of': on, audience },
    }),
  erase: (id: string, party: string, reason: string) =>
    json<Erased>(`${of(id)}/erase`, { method: 'POST', body: { party, reason } }),
};

export const releasesKey = (id: string) => ['community', id, 'releases'];
export const logKey = (id: string) => ['community', id, 'log'];
