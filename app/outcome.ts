import type { z } from 'zod'
import type { Outcome } from '#components/ui/use-submit.ts'
import type { Failure } from '#lib/domain/shared/result.ts'

/** The fields of a form. Those of a framework, which begin with `$`, are none. */
export function formOf(form: FormData): Readonly<Record<string, FormDataEntryValue>> {
  return Object.fromEntries([...form].filter(([name]) => !name.startsWith('$')))
}

type Refused = Outcome<never> & { ok: false }

/** The first thing that is wrong, at its field. */
export function invalid(error: z.ZodError): Refused {
  const [issue] = error.issues
  const field = issue?.path[0]
  return {
    ok: false,
    message: issue?.message ?? 'This is not valid.',
    ...(typeof field === 'string' && { field }),
  }
}

export function signedOut(): Refused {
  return { ok: false, message: 'You are signed out. Sign in in another tab and try again.' }
}

/** A refusal, as a form shows it. */
export function refusedBy({ message }: Failure): Refused {
  return { ok: false, message }
}
