/** Articles that are shown at once where a source is used. */
export const USES_AT_ONCE = 20
