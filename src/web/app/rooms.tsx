/** What stands at the address: a room in its frame, or what went wrong and what mends it. */
import { useQueryClient } from '@tanstack/react-query';
import { Component, type ReactNode, useSyncExternalStore } from 'react';
import { viewQuery } from '../shared/use-community';
import { useHere, useWay } from '../shared/way';
import { CommunityFrame, ShelfFrame } from './frame';
import { PlainNotFound, PlainTrouble } from './plain';
import { Trouble } from './trouble';
import { Waiting } from './waiting';

export function Rooms() {
  const way = useWay();
  const { frame, Page, trouble, path, params, turn } = useHere();
  const waiting = useSyncExternalStore(way.onStep, way.isWaiting);
  const community = frame === 'community' ? params['community'] : undefined;
  const client = useQueryClient();
  // What is here of the community stays here when only a room of it could not be fetched: the way back is open.
  const isHere = community !== undefined && client.getQueryData(viewQuery(community).queryKey) !== undefined;
  if (trouble !== null && !isHere) return <PlainTrouble error={trouble} />;
  if (trouble === null && Page === null) return <PlainNotFound />;
  const room = (
    <Caught key={`${path} ${turn}`} show={(error) => <Trouble error={error} />}>
      {Page === null ? <Trouble error={trouble} /> : waiting ? <Waiting /> : <Page />}
    </Caught>
  );
  switch (frame) {
    case 'shelf':
      return <ShelfFrame>{room}</ShelfFrame>;
    case 'community':
      return (
        <Caught key={`${community} ${turn}`} show={(error) => <PlainTrouble error={error} />}>
          <CommunityFrame>{room}</CommunityFrame>
        </Caught>
      );
    case 'none':
      return (
        <Caught key={`${path} ${turn}`} show={(error) => <PlainTrouble error={error} />}>
          {waiting || Page === null ? <Waiting /> : <Page />}
        </Caught>
      );
  }
}

interface CaughtProps {
  readonly show: (error: unknown) => ReactNode;
  readonly children: ReactNode;
}

/** Shows what could not be drawn in words, and leaves the rest of the page standing. */
class Caught extends Component<CaughtProps, { readonly error: unknown; readonly broken: boolean }> {
  override state = { error: null as unknown, broken: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.show(this.state.error) : this.props.children;
  }
}
