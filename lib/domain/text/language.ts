/** A language in the one form that everybody writes; null for what is none. */
export function canonicalLang(lang: string): string | null {
  try {
    return Intl.getCanonicalLocales(lang || 'en')[0] ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

export const UNKNOWN_LANGUAGE = 'The language is not known. Give a code such as en, de or pt-BR.'
