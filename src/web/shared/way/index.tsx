/** The way through the rooms, for those who stand in one: where one is, links, and going elsewhere. */
import {
  type ComponentProps,
  createContext,
  type MouseEvent,
  useCallback,
  useContext,
  useSyncExternalStore,
} from 'react';
import { type Here, leadsHere, type Search, type Step, type Target, type Way } from './address';

/** Given by the application; there is one way. */
export const OnTheWay = createContext<Way | null>(null);

export function useWay(): Way {
  const way = useContext(OnTheWay);
  if (way === null) throw new Error('no way leads here');
  return way;
}

/** Where one has arrived, not where one is on the way to. */
export function useHere(): Here {
  const way = useWay();
  return useSyncExternalStore(way.onStep, way.here);
}

/** What stands behind the question mark. */
export function useSearch(): Search & Partial<Record<string, string>> {
  return useHere().search;
}

/** What differs in the address: `community`, `round`, `basket`. */
export function useParams(): Readonly<Record<string, string>> {
  return useHere().params;
}

/** Goes elsewhere; done when it is shown. */
export function useNavigate(): (step: Step) => Promise<void> {
  return useWay().go;
}

type LinkProps = Omit<ComponentProps<'a'>, 'href' | 'ref'> &
  Target & {
    readonly replace?: boolean;
    readonly resetScroll?: boolean;
    /** Also what lies within is here: the rounds of Talk. */
    readonly withIn?: boolean;
  };

/** A link to a room. Fetches it when a pointer or the focus comes near; says where one is. */
export function Link({ to, params, search, replace, resetScroll, withIn = false, ...rest }: LinkProps) {
  const way = useWay();
  const here = useHere();
  const target: Target = {
    to,
    ...(params === undefined ? {} : { params }),
    ...(search === undefined ? {} : { search }),
  };
  const href = way.addressOf(target);
  const is = leadsHere(target, href, here) || (withIn && here.path.startsWith(`${href.split('?')[0]}/`));
  const ahead = useCallback(() => way.ahead(href), [way, href]);
  const onClick = (event: MouseEvent<HTMLAnchorElement>) => {
    rest.onClick?.(event);
    const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || elsewhere || (rest.target ?? '_self') !== '_self') return;
    event.preventDefault();
    void way.go({
      ...target,
      ...(replace === undefined ? {} : { replace }),
      ...(resetScroll === undefined ? {} : { resetScroll }),
    });
  };
  return (
    <a
      {...(is ? { 'aria-current': 'page' } : {})}
      {...rest}
      href={href}
      onClick={onClick}
      onMouseEnter={ahead}
      onFocus={ahead}
      onTouchStart={ahead}
    />
  );
}
