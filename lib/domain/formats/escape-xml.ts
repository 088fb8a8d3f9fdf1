const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What XML 1.0 cannot carry, not even as a reference. */
const UNSAYABLE = /(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}/gu

/** Text to XML: the one way in which words enter a document, as content or as a quoted attribute [FMT2]. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(UNSAYABLE, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
