/** Under which key the people of a community, or of the house, are kept: what changes them asks for them again. */
export const peopleKey = (community: string) => ['community', community, 'people'] as const;
