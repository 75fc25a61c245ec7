/**
 * The last few drawings, so that a picture which many look at is drawn once. Kept under all that a drawing depends on:
 * whose eyes, which version, which day, which language. What an audience may see has been settled before.
 */
const MOST = 40;

export class KeptDrawings {
  readonly #kept = new Map<string, string>();

  /** The drawing under this key, or what `draw` makes of it. */
  of(key: readonly (string | number)[], draw: () => string): string {
    const name = JSON.stringify(key);
    const drawing = this.#kept.get(name) ?? draw();
    // The one that was asked for last goes last, the first is the next to be forgotten.
    this.#kept.delete(name);
    this.#kept.set(name, drawing);
    if (this.#kept.size > MOST) this.#kept.delete(this.#kept.keys().next().value ?? '');
    return drawing;
  }
}
