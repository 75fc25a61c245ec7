/** Parts that are fetched when they are first drawn: dialogs, forms, pictures. Nothing waits for them but their place. */
import {
  createContext,
  createElement,
  type FunctionComponent,
  type ReactNode,
  useContext,
  useEffect,
  useState,
} from 'react';

const Instead = createContext<ReactNode>(null);

/** What stands where a part is still coming; nothing unless it is said. */
export function Meanwhile({
  fallback = null,
  children,
}: {
  readonly fallback?: ReactNode;
  readonly children?: ReactNode;
}) {
  return <Instead.Provider value={fallback}>{children}</Instead.Provider>;
}

/** A part that comes later. Should it not come, the nearest error view says so, and it is fetched anew the next time. */
export function later<Props extends object>(
  fetch: () => Promise<(props: Props) => ReactNode>,
): FunctionComponent<Props> {
  let come: FunctionComponent<Props> | null = null;
  let coming: Promise<void> | null = null;
  const bring = () => {
    coming ??= fetch().then(
      (part) => {
        come = part;
      },
      (error: unknown) => {
        coming = null;
        throw error;
      },
    );
    return coming;
  };
  return function Later(props: Props) {
    const [state, setState] = useState<{ readonly trouble: unknown } | null>(null);
    const instead = useContext(Instead);
    useEffect(() => {
      if (come !== null) return;
      let on = true;
      bring().then(
        () => on && setState({ trouble: null }),
        (trouble: unknown) => on && setState({ trouble }),
      );
      return () => {
        on = false;
      };
    }, []);
    if (state !== null && state.trouble !== null) throw state.trouble;
    return come === null ? instead : createElement(come, props);
  };
}
