const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Text to markup: the one way in which words enter a page, as content or as a quoted attribute [FMT2].
 * Characters that HTML cannot carry (controls, lone surrogates, noncharacters) become U+FFFD.
 */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(UNSAYABLE, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

const UNSAYABLE = /(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}/gu
