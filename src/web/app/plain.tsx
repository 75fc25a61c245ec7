/** The head of a page that has no community: for what went wrong before one was reached. */
import { Brand } from './brand';
import { More } from './more';
import { NotFound } from './not-found';
import { Trouble } from './trouble';

function PlainHead() {
  return (
    <header className="top">
      <Brand />
      <p className="top-end" />
      <More />
    </header>
  );
}

export function PlainTrouble({ error }: { readonly error: unknown }) {
  return (
    <>
      <PlainHead />
      <Trouble error={error} />
    </>
  );
}

export function PlainNotFound() {
  return (
    <>
      <PlainHead />
      <NotFound />
    </>
  );
}
