/** Changes that talk proposes for the file, for a person to confirm: of the form that operations on a file have. */
export type Proposed =
  | {
      readonly op: 'put';
      readonly section: string;
      readonly id: string;
      readonly value: Readonly<Record<string, unknown>>;
    }
  | { readonly op: 'patch'; readonly id: string; readonly value: Readonly<Record<string, unknown>> }
  | { readonly op: 'set'; readonly path: readonly string[]; readonly value: unknown };
