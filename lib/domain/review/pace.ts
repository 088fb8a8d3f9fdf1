import type { Approval, Query } from './decisions.ts'

/** What a sentence takes before a reviewer's own pace is known: twenty-two in six minutes. */
const USUAL_SECONDS = 16
/** From so many gaps on it is known; older ones than so many say little of now. */
const [ENOUGH, RECENT] = [5, 20]
/** What comes closer together was decided together, and who stays away for longer did something else. */
const [TOGETHER_SECONDS, PAUSE_SECONDS] = [1, 300]

interface Given {
  readonly approvals: readonly Pick<Approval, 'personId' | 'at'>[]
  readonly queries: readonly Pick<Query, 'personId' | 'at'>[]
}

/** Seconds that a sentence takes this reviewer: the middle one of the last gaps between their own decisions here [QUE9]. */
export function secondsEach({ approvals, queries }: Given, me: string): number {
  const times = [...approvals, ...queries]
    .filter(({ personId }) => personId === me)
    .map(({ at }) => Date.parse(at) / 1000)
    .sort((a, b) => a - b)
  const gaps = times
    .slice(1)
    .map((time, index) => time - (times[index] ?? time))
    .filter((gap) => gap >= TOGETHER_SECONDS && gap <= PAUSE_SECONDS)
    .slice(-RECENT)
  if (gaps.length < ENOUGH) return USUAL_SECONDS
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? USUAL_SECONDS
}

/** How long so many sentences take, in words; the longer the rounder. Null: there are none. */
export function timeLeftWords(sentences: number, seconds: number): string | null {
  if (!sentences) return null
  const minutes = Math.max(1, Math.round((sentences * seconds) / 60))
  if (minutes === 1) return 'about a minute left'
  if (minutes <= 20) return `about ${minutes} minutes left`
  const round = Math.round(minutes / 5) * 5
  return round <= 90
    ? `about ${round} minutes left`
    : `about ${Math.round(minutes / 60)} hours left`
}
