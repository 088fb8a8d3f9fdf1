import { createHmac, timingSafeEqual } from 'node:crypto'

/** A word that lets whoever has it switch off the mail to a person, and nothing else. It does not expire: old mail has it too. */
export function offTokenOf(secret: string, personId: string): string {
  return `${personId}.${macOf(secret, personId)}`
}

/** Whose switch it is; null: it is none of ours. */
export function personOfOffToken(secret: string, token: string): string | null {
  const [personId = '', mac = ''] = token.split('.')
  const [given, right] = [Buffer.from(mac), Buffer.from(macOf(secret, personId))]
  return given.length === right.length && timingSafeEqual(given, right) ? personId : null
}

const macOf = (secret: string, personId: string) =>
  createHmac('sha256', secret).update(`no mail to ${personId}`).digest('base64url')
