interface ImportMeta {
  /** Vite's: the modules of a pattern, each fetched when it is first called for. */
  glob<T>(pattern: string, options: { readonly import: 'default' }): Record<string, () => Promise<T>>;
}
