-- A run of the simulation can be released too.

alter table potluck.release drop constraint release_what_check;
alter table potluck.release add constraint release_what_check
  check (what in ('page', 'picture', 'table', 'sponsor', 'what-if'));
