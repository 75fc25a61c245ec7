-- Rounds, notes, decisions and voices.
--
-- Rounds are made so that what is kept of a note says nothing of who wrote it, nor when, nor from where: see
-- docs/why/anonymity.md. No table here names a person, and none but `round` holds a time.

create table potluck.round (
  id uuid primary key default gen_random_uuid(),
  community text not null references potluck.community on update cascade on delete cascade,
  -- Moves with whatever all who take part may see; never with a note, a place or an answer.
  version integer not null default 1,
  question json not null,
  way text not null check (way in ('consent', 'dots', 'score')),
  anonymous boolean not null,
  k integer not null check (k >= 1 and (k >= 3 or not anonymous)),
  paraphrase boolean not null,
  over_days boolean not null,
  minutes json not null,
  -- Through whose eyes the question is shown.
  audience text not null,
  phase text not null default 'read'
    check (phase in ('read', 'write', 'gather', 'clarify', 'discuss', 'decide', 'record', 'closed')),
  options json not null,
  timer_until timestamptz,
  -- How one comes in. It opens nothing but this round, which whoever reads this row can read as well; gone when it closes.
  token text unique,
  code text unique,
  opened_at timestamptz not null,
  closed_at timestamptz,
  -- What is left of places, receipts and answers when they are deleted: how many there were.
  joined integer,
  written integer,
  -- What became of the notes; null before they are gathered.
  notes text check (notes in ('released', 'destroyed')),
  result json,
  record json,
  -- The decision that was written into the community's file, and in which version.
  decision text,
  kept_version integer,
  check ((phase = 'closed') = (closed_at is not null)),
  check (closed_at is null or (token is null and code is null))
);
create index on potluck.round (community);

-- A place in a round: the hash of a secret that only a phone has. Deleted when the round closes.
create table potluck.round_seat (
  seat bytea primary key check (length(seat) = 32),
  round uuid not null references potluck.round on delete cascade
);
create index on potluck.round_seat (round);

-- That somebody is done writing: another hash of the same secret, so that it cannot be laid beside the place without it.
create table potluck.round_receipt (
  receipt bytea primary key check (length(receipt) = 32),
  round uuid not null references potluck.round on delete cascade
);
create index on potluck.round_receipt (round);

-- A note before it is released, under the hash of a key of its own that its phone made.
create table potluck.round_note (
  key bytea primary key check (length(key) = 32),
  round uuid not null references potluck.round on delete cascade,
  body text not null
);
create index on potluck.round_note (round);

-- A note after its release: written anew with all others in one transaction, in an order of chance.
create table potluck.round_shown (
  id uuid primary key default gen_random_uuid(),
  round uuid not null references potluck.round on delete cascade,
  place integer not null,
  body text not null
);
create index on potluck.round_shown (round);

-- An answer, under a third hash of the same secret: one for each place, and no way from one to the other.
create table potluck.round_choice (
  key bytea primary key check (length(key) = 32),
  round uuid not null references potluck.round on delete cascade,
  choice json not null
);
create index on potluck.round_choice (round);

-- The planner keeps samples of what stands in a table, also of what was deleted since: not of these.
alter table potluck.round_seat alter seat set statistics 0;
alter table potluck.round_receipt alter receipt set statistics 0;
alter table potluck.round_note alter key set statistics 0, alter body set statistics 0;
alter table potluck.round_shown alter id set statistics 0, alter body set statistics 0;
alter table potluck.round_choice alter key set statistics 0, alter choice set statistics 0;

-- A round keeps for good how it was opened: `anonymous`, `k`, `way` and the question are not among what may be changed.
grant select, insert, delete on potluck.round to potluck_discloser;
grant update (version, phase, options, timer_until, token, code, closed_at, joined, written, notes, result, record,
  decision, kept_version) on potluck.round to potluck_discloser;
grant select, insert, delete on potluck.round_seat, potluck.round_receipt to potluck_discloser;
grant select, insert, update, delete on potluck.round_note, potluck.round_shown, potluck.round_choice to potluck_discloser;

do $$
declare
  name text;
begin
  foreach name in array array['round', 'round_seat', 'round_receipt', 'round_note', 'round_shown', 'round_choice'] loop
    execute format('alter table potluck.%I enable row level security', name);
    execute format('alter table potluck.%I force row level security', name);
    execute format('create policy owner_migrates on potluck.%I to current_user using (true) with check (true)', name);
    execute format('create policy discloser_works on potluck.%I to potluck_discloser using (true) with check (true)', name);
  end loop;
end
$$;
