/** Whether a text that is owed says anything: it has a letter or a digit of some script. A stop or a dash alone is none [STA10]. */
export function says(text: string | null | undefined): boolean {
  return /[\p{L}\p{N}]/u.test(text ?? '')
}
