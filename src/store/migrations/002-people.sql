-- People, their accounts, sessions and invitations: who may come in, and as what.
--
-- Everything secret is kept as a hash: tokens as SHA-256 of what chance made, passwords by argon2id. The serving login
-- reads nothing here; who asks is worked out by the disclosing login before anything is read.

create table potluck.account (
  id text primary key check (id <> ''),
  -- In small letters, as it is typed to come in.
  login text not null unique check (login <> ''),
  name text not null,
  -- In the PHC form, with its salt; null where one comes in by passkey or another provider only.
  password text,
  created_at timestamptz not null
);

-- What somebody is to a community; without a community, to the whole house.
create table potluck.membership (
  id uuid primary key default gen_random_uuid(),
  account text not null references potluck.account on delete cascade,
  community text references potluck.community on update cascade on delete cascade,
  role text not null check (role in ('steward', 'core', 'treasurer', 'member', 'partner', 'guest')),
  -- The party of the file that they are or speak for.
  party text,
  -- For a guest: what the link was made for.
  audience text,
  -- When they said yes to being that party; null where they did not, or took it back.
  consented_at timestamptz,
  since timestamptz not null,
  check (community is not null or role = 'steward'),
  unique nulls not distinct (account, community)
);
create index on potluck.membership (community);

create table potluck.session (
  id uuid primary key default gen_random_uuid(),
  account text not null references potluck.account on delete cascade,
  token bytea not null unique check (length(token) = 32),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  until timestamptz not null,
  -- The family of the browser in words, and nothing finer.
  place text
);
create index on potluck.session (account);

create table potluck.passkey (
  -- As the authenticator names it, in base64url.
  id text primary key,
  account text not null references potluck.account on delete cascade,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index on potluck.passkey (account);

-- Who somebody is to another provider (OpenID Connect).
create table potluck.identity (
  issuer text not null,
  subject text not null,
  account text not null references potluck.account on delete cascade,
  created_at timestamptz not null,
  primary key (issuer, subject)
);
create index on potluck.identity (account);

-- Links that work once: into a community (or the house), or back into an account.
create table potluck.invite (
  id uuid primary key default gen_random_uuid(),
  token bytea not null unique check (length(token) = 32),
  kind text not null check (kind in ('invite', 'recovery')),
  community text references potluck.community on update cascade on delete cascade,
  role text check (role in ('steward', 'core', 'treasurer', 'member', 'partner', 'guest')),
  party text,
  audience text,
  note text,
  -- Who made it; goes with them.
  made_by text references potluck.account on delete cascade,
  -- Whose account it leads back to.
  account text references potluck.account on delete cascade,
  made_at timestamptz not null,
  until timestamptz not null,
  used_at timestamptz,
  check ((kind = 'invite') = (role is not null)),
  check ((kind = 'recovery') = (account is not null)),
  check (kind = 'recovery' or community is not null or role = 'steward')
);
create index on potluck.invite (community);
create index on potluck.invite (account);

-- How often something was tried: a measure that fills with every try and runs empty with time. Named by a hash, so that
-- no address and no login can be read here.
create table potluck.attempt (
  bucket bytea primary key,
  level double precision not null,
  at timestamptz not null
);
create index on potluck.attempt (at);

-- Communities that anybody may find. Without a row: not listed.
create table potluck.listing (
  community text primary key references potluck.community on update cascade on delete cascade,
  listed boolean not null,
  since timestamptz not null
);

-- What holds for the whole house, such as since when it is shared.
create table potluck.setting (
  name text primary key,
  value json not null,
  since timestamptz not null
);

-- What came with Potluck was brought in by nobody, and was made to be found.
insert into potluck.listing (community, listed, since)
  select community, true, at from potluck.revision where version = 1 and kind = 'import' and person is null;

grant select, insert, update, delete on potluck.account, potluck.membership, potluck.session, potluck.passkey,
  potluck.identity, potluck.invite, potluck.attempt, potluck.listing, potluck.setting to potluck_discloser;

do $$
declare
  name text;
begin
  foreach name in array array['account', 'membership', 'session', 'passkey', 'identity', 'invite', 'attempt', 'listing', 'setting'] loop
    execute format('alter table potluck.%I enable row level security', name);
    execute format('alter table potluck.%I force row level security', name);
    execute format('create policy owner_migrates on potluck.%I to current_user using (true) with check (true)', name);
    execute format('create policy discloser_works on potluck.%I to potluck_discloser using (true) with check (true)', name);
  end loop;
end
$$;
