/** JSON to be read by people and programs; a lone surrogate, which not every parser takes, becomes U+FFFD. */
export function jsonText(value: unknown): string {
  const wellFormed = (_key: string, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed() : part
  return `${JSON.stringify(value, wellFormed, 2)}\n`
}
