-- Pages that were released, frozen with their mask. An address can be withdrawn; what it showed is deleted then, but the
-- figures that were told are kept, for nobody forgets: later releases are set beside them.

create table potluck.release (
  id uuid primary key default gen_random_uuid(),
  community text not null references potluck.community on update cascade on delete cascade,
  audience text not null,
  what text not null check (what in ('page', 'picture', 'table', 'sponsor')),
  basket text,
  -- The version of the community, and the day from which it is seen.
  version integer not null,
  as_of date not null,
  at timestamptz not null,
  person text,
  -- Of the secret in its address. The secret itself is kept nowhere.
  token_hash bytea not null unique check (length(token_hash) = 32),
  withdrawn_at timestamptz,
  -- The frozen forms, and what they were made of, the mask included; null when withdrawn.
  forms json,
  made_of json,
  -- What was told, contribution by contribution. Read by nobody but whoever releases next.
  figures json not null
);
create index on potluck.release (community, at);

alter table potluck.release enable row level security;
alter table potluck.release force row level security;
create policy owner_migrates on potluck.release to current_user using (true) with check (true);
create policy discloser_works on potluck.release to potluck_discloser using (true) with check (true);
grant select, insert, update, delete on potluck.release to potluck_discloser;
