/** The last word on places: whatever still lies on something else is moved off it, as little as that takes. */
import type { Piece, Room } from '#core/picture/cost';
import { type Box, overlap } from '#core/picture/shape';

const ROUNDS = 320;
const APART = 5;

function boxOfPiece(piece: Piece): Box {
  return {
    x: piece.at.x - piece.half.x - APART,
    y: piece.at.y + piece.lift - piece.half.y - APART,
    width: 2 * (piece.half.x + APART),
    height: 2 * (piece.half.y + APART),
  };
}

/** Moves loose pieces off one another and off what is taken. What is fixed stays. */
export function part(pieces: readonly Piece[], room: Room): void {
  const loose = pieces.filter((piece) => piece.part === 'table' || piece.part === 'free');
  const firm = pieces.filter((piece) => !loose.includes(piece) && piece.rim.length === 0);
  for (let round = 0; round < ROUNDS; round++) {
    let still = true;
    for (const [i, piece] of loose.entries()) {
      for (const other of loose.slice(i + 1)) if (push(piece, boxOfPiece(other), other)) still = false;
      for (const other of firm) if (push(piece, boxOfPiece(other), null)) still = false;
      for (const box of room.taken)
        if (push(piece, box, null, round > ROUNDS / 4 ? room : undefined)) still = false;
    }
    if (still) return;
  }
  for (const piece of loose) if (!lies(piece, pieces, room)) seek(piece, pieces, room);
}

/** Whether a piece lies on nothing. */
function lies(piece: Piece, pieces: readonly Piece[], room: Room): boolean {
  const mine = boxOfPiece(piece);
  return (
    room.taken.every((box) => overlap(mine, box) === 0) &&
    pieces.every((other) => other === piece || other.rim.length > 0 || overlap(mine, boxOfPiece(other)) === 0)
  );
}

/** Where pushing came to no end, the nearest place that is free, wherever that is. */
function seek(piece: Piece, pieces: readonly Piece[], room: Room): void {
  const from = piece.at;
  for (let far = 12; far < 900; far += 12) {
    const count = Math.max(8, Math.round(far / 5));
    for (let i = 0; i < count; i++) {
      const angle = (i / count) * 2 * Math.PI;
      piece.at = { x: from.x + far * Math.cos(angle), y: from.y + far * Math.sin(angle) };
      if (lies(piece, pieces, room)) return;
    }
  }
  piece.at = from;
}

/** Pushes a piece off a box by the shorter way, and half of it the other, where that may move. */
function push(piece: Piece, box: Box, other: Piece | null, inwards?: Room): boolean {
  const mine = boxOfPiece(piece);
  if (overlap(mine, box) === 0) return false;
  if (inwards !== undefined && piece.part === 'table') {
    // Between seats on both sides there is one way out: to the middle of the table.
    const [x, y] = [inwards.cloth.x - piece.at.x, inwards.cloth.y - piece.at.y];
    const far = Math.hypot(x, y) || 1;
    piece.at = { x: piece.at.x + (x / far) * 6, y: piece.at.y + (y / far) * 6 };
    return true;
  }
  const [dx, dy] = [
    mine.x + mine.width / 2 - box.x - box.width / 2,
    mine.y + mine.height / 2 - box.y - box.height / 2,
  ];
  const deepX = (mine.width + box.width) / 2 - Math.abs(dx) + 0.5;
  const deepY = (mine.height + box.height) / 2 - Math.abs(dy) + 0.5;
  const by = deepX < deepY ? { x: (dx < 0 ? -1 : 1) * deepX, y: 0 } : { x: 0, y: (dy < 0 ? -1 : 1) * deepY };
  const share = other === null ? 1 : 0.5;
  piece.at = { x: piece.at.x + by.x * share, y: piece.at.y + by.y * share };
  if (other !== null) other.at = { x: other.at.x - by.x * share, y: other.at.y - by.y * share };
  return true;
}
