import { personOfOffToken } from '#lib/auth/off-token.ts'

/** Whose switch it is, by the secret of this process; null: it is none of ours. */
export function offPersonOf(token: string): string | null {
  const secret = process.env.AUTH_SECRET
  return secret ? personOfOffToken(secret, token) : null
}
