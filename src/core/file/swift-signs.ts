/** The signs of YAML by their codes, and which of them end something. */

export const SPACE = 32;
export const NEW_LINE = 10;
export const RETURN = 13;
export const HASH = 35;
export const COLON = 58;
export const DASH = 45;
export const COMMA = 44;
export const DOUBLE = 34;
export const SINGLE = 39;
export const OPEN_MAP = 123;
export const CLOSE_MAP = 125;
export const OPEN_LIST = 91;
export const CLOSE_LIST = 93;
/** Signs with which a plain scalar cannot begin, or not always: all of them are left to the full reader. */
export const DOUBTFUL = new Set([...'?:,[]{}#&*!|>\'"%@`\t'].map((sign) => sign.charCodeAt(0)));

export function isBreak(code: number): boolean {
  return code === SPACE || code === NEW_LINE || code === RETURN || code === 9 || Number.isNaN(code);
}

export function isFlowBreak(code: number): boolean {
  return (
    isBreak(code) ||
    code === COMMA ||
    code === OPEN_MAP ||
    code === CLOSE_MAP ||
    code === OPEN_LIST ||
    code === CLOSE_LIST
  );
}
