import { Notice } from '#components/ui/notice.tsx'

const WORDS: Readonly<Record<string, (by: string) => string>> = {
  unknown: (by) =>
    `Nobody here has the address of your account at ${by}. Ask an administrator to invite you with that address.`,
  unverified: (by) =>
    `${by} does not say that the address of your account is yours. Confirm the address there, or sign in with your password.`,
  taken: (by) =>
    `The person with this address signs in with another account at ${by}. Use that one, or ask an administrator to reset the sign-in.`,
  disabled: () => 'This person cannot sign in here.',
}

interface ProviderRefusalProps {
  /** From the address: one of the words that we know, or anything. */
  readonly refused: unknown
  readonly by: string
}

/** Why signing in elsewhere did not lead in here, and what to do. */
export function ProviderRefusal({ refused, by }: ProviderRefusalProps) {
  const words = typeof refused === 'string' && Object.hasOwn(WORDS, refused) ? WORDS[refused] : null
  return (
    <Notice tone="bad">
      {words?.(by) ?? `Signing in with ${by} did not work. Try again, or use your password.`}
    </Notice>
  )
}
