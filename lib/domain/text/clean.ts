/**
 * Text from outside, made safe to keep: one form of line end, no byte order mark, no control characters but tab and
 * line end, and U+FFFD for halves of surrogate pairs [IMP1].
 */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/^\uFEFF/u, '')
      .replace(/\r\n?|\u2028|\u2029|\u0085/gu, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/gu, '')
  )
}
