'use server'

import { revalidatePath } from 'next/cache'
import { retireSource } from '#app/(newsroom)/sources/actions.ts'
import type { Outcome } from '#components/ui/use-submit.ts'

/** The same as in the registry; this page shows it too. */
export async function restoreSource(form: FormData): Promise<Outcome<null>> {
  const done = await retireSource(form)
  if (done.ok) revalidatePath('/archive')
  return done
}
