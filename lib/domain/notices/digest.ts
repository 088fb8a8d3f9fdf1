import { escapeHtml } from '#lib/domain/formats/escape-html.ts'
import type { MailChoice, NoticeChoice, NoticeKind } from './notice.ts'

export type Cadence = Exclude<MailChoice, 'off'>

const HOUR = 60 * 60_000
const PERIOD: Readonly<Record<Cadence, number>> = { hourly: HOUR, daily: 24 * HOUR }

/** A notice that no mail has told of. */
export interface Waiting {
  readonly id: string
  readonly kind: NoticeKind
  readonly at: Date
}

type Made = Readonly<Partial<Record<NoticeKind, NoticeChoice & { readonly since: Date }>>>

/** What the next mail of a cadence tells: only of kinds that are to be mailed so, and of what came since that was chosen. Empty: none is due [MAI1]. */
export function dueFor(
  cadence: Cadence,
  waiting: readonly Waiting[],
  choices: Made,
  lastAt: Date | null,
  now: Date,
): readonly string[] {
  if (lastAt && now.getTime() - lastAt.getTime() < PERIOD[cadence]) return []
  return waiting
    .filter(({ kind, at }) => {
      const choice = choices[kind]
      return choice?.mail === cadence && at >= choice.since
    })
    .map(({ id }) => id)
}

const MINUTE = 60_000
const WAITS = [1, 5, 15, 60, 240, 720, 1440].map((minutes) => minutes * MINUTE)

/** When a mail that did not get through is tried again; null: never, after some two days [MAI2]. */
export function retryAt(tries: number, now: Date): Date | null {
  const wait = WAITS[tries - 1]
  return wait === undefined ? null : new Date(now.getTime() + wait)
}

export interface LetterLine {
  readonly words: string
  readonly url: string
}

export interface LetterInput {
  readonly newsroom: string
  readonly name: string
  readonly lines: readonly LetterLine[]
  readonly listUrl: string
  readonly choicesUrl: string
  readonly offUrl: string
}

export interface LetterText {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** A digest in words: what happened, and where it stands. It says no more than its lines do [MAI3]. */
export function letterOf(input: LetterInput): LetterText {
  const { newsroom, name, lines, listUrl, choicesUrl, offUrl } = input
  const count = lines.length === 1 ? '1 notice' : `${lines.length} notices`
  const ends = [
    ['All notices', listUrl],
    ['Choose what you get mail about', choicesUrl],
    ['Get no more mail', offUrl],
  ] as const
  const text = [
    `${name}, this concerns you:`,
    ...lines.map(({ words, url }) => `- ${oneLine(words)}\n  ${url}`),
    ends.map(([words, url]) => `${words}: ${url}`).join('\n'),
  ].join('\n\n')
  const link = (words: string, url: string) =>
    `<a href="${escapeHtml(url)}" style="color:#0a4fa3">${escapeHtml(oneLine(words))}</a>`
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(newsroom)}</title></head>
<body style="font-family:sans-serif;line-height:1.5;color:#1a1d21">
<p>${escapeHtml(name)}, this concerns you:</p>
<ul>
${lines.map(({ words, url }) => `<li>${link(words, url)}</li>`).join('\n')}
</ul>
<p style="color:#4f5965;font-size:14px">${ends.map(([words, url]) => link(words, url)).join(' · ')}</p>
</body></html>
`
  return { subject: oneLine(`${newsroom}: ${count}`), text: `${text}\n`, html }
}

const oneLine = (words: string) => words.replace(/\s+/gu, ' ').trim()
