-- Calendar addresses, voices that wait to be taken in, pulses, and what is hard to talk about.
--
-- Whatever is said without a name is kept without one: no person, no time, no order. Answers to a pulse are counts, never
-- rows; a seat only says that it has answered. A mark that something is hard to talk about is a count of its topic.

-- Calendar addresses ------------------------------------------------------------------------------------------------

create table potluck.feed (
  id uuid primary key default gen_random_uuid(),
  community text not null references potluck.community on update cascade on delete cascade,
  -- Whose calendar it is: an account, or `local`.
  person text not null check (person <> ''),
  audience text not null check (audience <> ''),
  -- SHA-256 of the address's secret; the secret itself is told once and never kept.
  token bytea not null unique check (length(token) = 32),
  made_at timestamptz not null default now()
);
create index on potluck.feed (community, person);

-- What a calendar was told, so that a change has a higher number and what fell away is told as cancelled. No words.
create table potluck.feed_entry (
  feed uuid not null references potluck.feed on delete cascade,
  uid text not null,
  day date not null,
  print bytea not null check (length(print) = 32),
  number integer not null default 0,
  made_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  cancelled boolean not null default false,
  primary key (feed, uid)
);

-- Voices ------------------------------------------------------------------------------------------------------------

-- Until a steward takes it into the file. `name` only where somebody wished to be named.
create table potluck.voice (
  id uuid primary key default gen_random_uuid(),
  community text not null references potluck.community on update cascade on delete cascade,
  sort text not null check (sort in ('worth', 'concern', 'dispute')),
  about text,
  circle text,
  body text not null check (length(body) between 1 and 2000),
  name text
);
create index on potluck.voice (community);

-- Pulses ------------------------------------------------------------------------------------------------------------

create table potluck.pulse (
  id uuid primary key default gen_random_uuid(),
  community text not null references potluck.community on update cascade on delete cascade,
  circle text not null,
  -- As the circle was called when it was asked: who answers has no account and sees nothing else.
  circle_name text not null,
  sort text not null check (sort in ('energy', 'worth')),
  about text,
  question text not null check (length(question) between 1 and 300),
  audience text not null,
  -- Answers below which nothing is told.
  least integer not null check (least >= 3),
  token bytea not null unique check (length(token) = 32),
  begun_on date not null,
  closed_on date,
  -- How many said the first, the second … of five.
  counts integer[] not null default '{0,0,0,0,0}' check (cardinality(counts) = 5)
);
create index on potluck.pulse (community);

create table potluck.pulse_seat (
  pulse uuid not null references potluck.pulse on delete cascade,
  seat bytea not null check (length(seat) = 32),
  answered boolean not null default false,
  primary key (pulse, seat)
);

-- Hard to talk about ------------------------------------------------------------------------------------------------

create table potluck.hard_topic (
  community text not null references potluck.community on update cascade on delete cascade,
  topic text not null check (length(topic) between 1 and 200),
  marks integer not null default 0,
  primary key (community, topic)
);

-- Who may do what ---------------------------------------------------------------------------------------------------

grant select, insert, update, delete
  on potluck.feed, potluck.feed_entry, potluck.voice, potluck.pulse, potluck.pulse_seat, potluck.hard_topic
  to potluck_discloser;

do $$
declare
  name text;
begin
  foreach name in array array['feed', 'feed_entry', 'voice', 'pulse', 'pulse_seat', 'hard_topic'] loop
    execute format('alter table potluck.%I enable row level security', name);
    execute format('alter table potluck.%I force row level security', name);
    execute format('create policy owner_migrates on potluck.%I to current_user using (true) with check (true)', name);
    execute format('create policy discloser_works on potluck.%I to potluck_discloser using (true) with check (true)', name);
  end loop;
end
$$;
