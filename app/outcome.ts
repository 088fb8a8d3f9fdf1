import { z } from 'zod'
import type { Outcome } from '#components/ui/use-submit.ts'
import type { Failure } from '#lib/domain/shared/result.ts'

/** The fields of a form. Those of a framework, which begin with `$`, are none. */
export function formOf(form: FormData): Readonly<Record<string, FormDataEntryValue>> {
  return Object.fromEntries([...form].filter(([name]) => !name.startsWith('$')))
}

/** What a form carries along of what it showed. */
export function shownAs<T>(shape: z.ZodType<T>, what: string) {
  return z
    .string({ error: `Open this ${what} anew: the page is from before an update.` })
    .transform((text, ctx) => {
      try {
        return JSON.parse(text)
      } catch {
        ctx.addIssue({ code: 'custom', message: 'What the form showed cannot be read.' })
        return z.NEVER
      }
    })
    .pipe(shape)
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
