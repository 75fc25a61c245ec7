/**
 * Who sits beside whom. A ring of seats may be ordered otherwise, so that streams need not cross; what that does to every
 * place of the side is worked out once for each order.
 */
import type { Id } from '#core/model/fact';
import type { Sign } from '#core/picture/contents';
import type { Piece } from '#core/picture/cost';
import type { Orientation, Place } from '#core/picture/place';
import { covers, type Item, type Oval, ringsOf, seat } from '#core/picture/rim';
import type { Box, Point } from '#core/picture/shape';

export interface Seated {
  readonly places: readonly Place[];
  readonly pieces: readonly Piece[];
  /** What they cover. */
  readonly taken: readonly Box[];
}

/** One side of the table. */
export class Seating {
  private readonly known = new Map<string, Seated>();
  private rings: Item[][];
  private readonly oval: Oval;
  private readonly head: boolean;
  private readonly orientation: Orientation;

  constructor(signs: readonly Sign[], oval: Oval, head: boolean, orientation: Orientation) {
    this.rings = ringsOf(signs, oval, head, orientation);
    this.oval = oval;
    this.head = head;
    this.orientation = orientation;
  }

  /** Where everyone sits in the order of now. */
  get seated(): Seated {
    const key = this.order.join(' ');
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const places = seat(this.rings, this.oval, this.head, this.orientation);
    const made = { places, pieces: places.map(pieceOf), taken: places.flatMap(covers) };
    this.known.set(key, made);
    return made;
  }

  /** Ids ring by ring. */
  get order(): readonly Id[] {
    return this.rings.flatMap((ring) => ring.map((item) => item.sign.id));
  }

  /** Pairs that may change places: neighbours in one ring. */
  get pairs(): readonly (readonly [number, number])[] {
    return this.rings.flatMap((ring, r) => ring.slice(1).map((_, i) => [r, i] as const));
  }

  /** Lets one change places with the next in its ring; once more undoes it. */
  swap(ring: number, at: number): void {
    const items = this.rings[ring]!;
    [items[at], items[at + 1]] = [items[at + 1]!, items[at]!];
  }

  /** Takes up an order again. */
  resume(order: readonly Id[]): void {
    this.rings = this.rings.map((ring) =>
      [...ring].sort((a, b) => order.indexOf(a.sign.id) - order.indexOf(b.sign.id)),
    );
  }

  /** Those who were there before keep the order in which they sat, where most of a ring was. */
  recall(near: ReadonlyMap<Id, Point>): void {
    const along = this.orientation === 'landscape' ? 'x' : 'y';
    const here = new Map(
      this.seated.places.map((place) => [place.sign.id, place.at[along] - this.oval[along]]),
    );
    const at = ({ sign }: Item) => near.get(sign.id)?.[along] ?? here.get(sign.id) ?? 0;
    this.rings = this.rings.map((ring) => [...ring].sort((a, b) => at(a) - at(b)));
  }
}

function pieceOf(place: Place): Piece {
  const { box, at } = place;
  return {
    id: place.sign.id,
    part: 'fixed',
    at,
    half: { x: box.width / 2, y: box.height / 2 },
    lift: box.y + box.height / 2 - at.y,
    rim: place.rim,
    column: null,
    soft: false,
  };
}
