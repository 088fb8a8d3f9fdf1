/** Languages that the interface has for people. */
const SHIPPED = ['en-GB'] as const

/**
 * Made from the English by `pseudo.ts`, for whoever builds: accented and longer, and right to left. A page that shows a plain
 * English word in one of them has it hard-wired. The names are those of CLDR.
 */
export const PSEUDO = ['en-XA', 'ar-XB'] as const

export type Locale = (typeof SHIPPED)[number] | (typeof PSEUDO)[number]

/** The locale that was asked for, if there is such a one; else English. */
export function localeOf(asked: string | undefined): Locale {
  return [...SHIPPED, ...PSEUDO].find((locale) => locale === asked) ?? 'en-GB'
}

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return locale.startsWith('ar') ? 'rtl' : 'ltr'
}
