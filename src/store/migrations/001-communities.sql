-- Communities, their history, what was disclosed of them, and who may read which row.
--
-- Three logins: the owner (who runs this), potluck_discloser and potluck_app. Row-level security is on and forced for
-- every table, the owner's own access included, so that a table without a policy is closed to everyone.
-- Works on PostgreSQL 15 and later; uses no extension.

grant usage on schema potluck to potluck_discloser, potluck_app;

-- Texts -------------------------------------------------------------------------------------------------------------

create table potluck.community (
  id text primary key check (id <> '' and id !~ '[/*]'),
  version integer not null check (version >= 1),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  -- The edition of the rules by which it was last disclosed.
  disclosed_by text not null default ''
);

-- Names, by community, so that a person may go by another name in each. The only place where a name is kept.
create table potluck.person (
  community text not null references potluck.community on update cascade on delete cascade,
  id text not null check (id <> ''),
  name text,
  erased_at timestamptz,
  primary key (community, id)
);

-- What people said about their changes. The only place where that is kept.
create table potluck.note (
  id uuid primary key default gen_random_uuid(),
  community text not null references potluck.community on update cascade on delete cascade,
  person text,
  body text,
  erased_at timestamptz
);
create index on potluck.note (community);
create index on potluck.note (person);

create table potluck.revision (
  community text not null references potluck.community on update cascade on delete cascade,
  version integer not null check (version >= 1),
  -- Made by the client: the same request sent twice counts once.
  change_id uuid not null,
  -- Of what was asked, to tell a repetition from another request under the same id.
  request bytea not null,
  kind text not null check (kind in ('create', 'import', 'change', 'text', 'restore', 'rename')),
  at timestamptz not null,
  person text,
  note uuid,
  operations json,
  touched text[],
  restored integer,
  body text not null,
  primary key (community, version),
  unique (community, change_id)
);
create index on potluck.revision (change_id);

-- What was disclosed ------------------------------------------------------------------------------------------------

-- How often what an audience may see has changed; stewards count by the version of the community instead.
create table potluck.edition (
  community text not null references potluck.community on update cascade on delete cascade,
  audience text not null,
  number integer not null,
  fingerprint bytea not null,
  primary key (community, audience)
);

create table potluck.projection (
  community text not null references potluck.community on update cascade on delete cascade,
  audience text not null,
  kind text not null check (kind in ('summary', 'view', 'text', 'revision')),
  version integer not null,
  at timestamptz not null,
  body json not null,
  primary key (community, audience, kind, version)
);
create index on potluck.projection (audience) where kind = 'summary';

-- The signed context ------------------------------------------------------------------------------------------------

-- One key, already joined with the two pads of HMAC (RFC 2104), so that the built-in sha256 is all that is needed.
create table potluck.signing_key (
  id integer primary key default 1 check (id = 1),
  inner_pad bytea not null check (length(inner_pad) = 64),
  outer_pad bytea not null check (length(outer_pad) = 64)
);

-- This transaction of this connection and no other: what a context is signed for, so that it can never be used again.
create function potluck.moment() returns text
  language sql stable parallel restricted
  set search_path = pg_catalog, pg_temp
  return pg_backend_pid()::text || '.' || (extract(epoch from transaction_timestamp()) * 1000000)::bigint::text;

-- What may be seen in this transaction, as `community/audience`; null where the context is missing, forged or stale.
create function potluck.sights() returns text[]
  language plpgsql stable parallel restricted security definer
  set search_path = pg_catalog, pg_temp
  as $$
declare
  context text := current_setting('potluck.context', true);
  signature text := current_setting('potluck.signature', true);
  pads potluck.signing_key;
begin
  if coalesce(context, '') = '' or coalesce(signature, '') = '' then
    return null;
  end if;
  select * into pads from potluck.signing_key;
  if not found
    or encode(sha256(pads.outer_pad || sha256(pads.inner_pad || convert_to(context, 'UTF8'))), 'hex') <> signature
    or context::jsonb ->> 'moment' is distinct from potluck.moment()
  then
    return null;
  end if;
  return array(select jsonb_array_elements_text(context::jsonb -> 'sights'));
end
$$;

revoke all on function potluck.moment(), potluck.sights() from public;
grant execute on function potluck.moment(), potluck.sights() to potluck_app;

-- Who may do what ---------------------------------------------------------------------------------------------------

grant select, insert, update, delete on potluck.community, potluck.person, potluck.note, potluck.edition, potluck.projection
  to potluck_discloser;
-- History is added to and never rewritten; with its community it goes (by the foreign key).
grant select, insert on potluck.revision to potluck_discloser;
grant select on potluck.projection, potluck.person, potluck.note to potluck_app;

do $$
declare
  name text;
begin
  foreach name in array array['community', 'person', 'note', 'revision', 'edition', 'projection', 'signing_key'] loop
    execute format('alter table potluck.%I enable row level security', name);
    execute format('alter table potluck.%I force row level security', name);
    execute format('create policy owner_migrates on potluck.%I to current_user using (true) with check (true)', name);
  end loop;
  foreach name in array array['community', 'person', 'note', 'revision', 'edition', 'projection'] loop
    execute format('create policy discloser_works on potluck.%I to potluck_discloser using (true) with check (true)', name);
  end loop;
end
$$;

create policy app_sees_disclosed on potluck.projection for select to potluck_app
  using (
    (community || '/' || audience) = any ((select potluck.sights())::text[])
    or ('*/' || audience) = any ((select potluck.sights())::text[])
  );

-- Names and notes are for those who may see the whole history.
create policy app_sees_people on potluck.person for select to potluck_app
  using (array[community || '/stewards', '*/stewards'] && (select potluck.sights())::text[]);
create policy app_sees_notes on potluck.note for select to potluck_app
  using (array[community || '/stewards', '*/stewards'] && (select potluck.sights())::text[]);
