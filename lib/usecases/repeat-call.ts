import {
  claimCall,
  dropCall,
  extendCall,
  findCall,
  type KeptCall,
  keepCall,
} from '#db/repositories/kept-calls.ts'
import type { Context } from './context.ts'

/** How long an answer is given again. */
const KEPT_MS = 86_400_000
/** Whoever crashed at it holds a key for no more than this; whoever is at it says so three times as often. */
const CLAIM_MS = 60_000

export interface KeyedCall {
  readonly personId: string
  readonly key: string
  /** SHA-256 of what is asked. */
  readonly request: string
}

export type Repeat =
  | { readonly kind: 'answered'; readonly answer: KeptCall }
  /** The key was used for something else. */
  | { readonly kind: 'other' }
  /** The first call is not over. */
  | { readonly kind: 'running' }

/**
 * Does a write once for its key: who asks again gets the first answer, also from another process [API2]. `act` gives the answer,
 * and whether it is kept: what failed for reasons of ours may be tried again.
 */
export async function callOnce(
  context: Pick<Context, 'db' | 'now' | 'newId'>,
  call: KeyedCall,
  act: () => Promise<{ readonly answer: KeptCall; readonly isKept: boolean }>,
): Promise<Repeat> {
  const claimed = { ...call, claim: context.newId() }
  const inMs = (ms: number) => new Date(context.now().getTime() + ms)
  const times = { now: inMs(0), until: inMs(CLAIM_MS), since: inMs(-KEPT_MS) }
  if (!(await claimCall(context.db, { ...claimed, ...times }))) return known(context, call)
  const pulse = setInterval(() => {
    // A pulse that is missed costs nothing: there are two more before the claim lapses.
    extendCall(context.db, claimed, inMs(CLAIM_MS)).catch(() => {})
  }, CLAIM_MS / 3)
  pulse.unref()
  let isDone = false
  try {
    const { answer, isKept } = await act()
    if (isKept) await keepCall(context.db, claimed, answer)
    isDone = isKept
    return { kind: 'answered', answer }
  } finally {
    clearInterval(pulse)
    if (!isDone) await dropCall(context.db, claimed)
  }
}

async function known(context: Pick<Context, 'db'>, call: KeyedCall): Promise<Repeat> {
  const found = await findCall(context.db, call)
  if (found && found.request !== call.request) return { kind: 'other' }
  // Nothing: it has failed this very moment, and may be tried again like one that runs.
  return found?.answer ? { kind: 'answered', answer: found.answer } : { kind: 'running' }
}
