import { escapeHtml } from '#lib/domain/formats/escape-html.ts'
import type { LetterText } from './digest.ts'

interface Invited {
  readonly newsroom: string
  readonly name: string
  /** Who invites. */
  readonly by: string
  readonly url: string
  readonly expiresAt: Date
}

/** The letter that brings the link of an invitation [SGN9]. */
export function invitationLetter({ newsroom, name, by, url, expiresAt }: Invited): LetterText {
  const until = `${expiresAt.toISOString().slice(0, 16).replace('T', ', ')} UTC`
  const lines = [
    `${name}, ${by} invites you to the newsroom ${newsroom}.`,
    'Choose your password here:',
    `The link is for you alone, works once, and ends on ${until}. If you did not expect it, leave it alone: nothing happens.`,
  ].map(oneLine)
  const [greeting = '', choose = '', rest = ''] = lines
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(newsroom)}</title></head>
<body style="font-family:sans-serif;line-height:1.5;color:#1a1d21">
<p>${escapeHtml(greeting)}</p>
<p>${escapeHtml(choose)} <a href="${escapeHtml(url)}" style="color:#0a4fa3">${escapeHtml(url)}</a></p>
<p style="color:#4f5965;font-size:14px">${escapeHtml(rest)}</p>
</body></html>
`
  const text = `${greeting}\n\n${choose}\n${url}\n\n${rest}\n`
  return { subject: oneLine(`Invitation to ${newsroom}`), text, html }
}

const oneLine = (words: string) => words.replace(/\s+/gu, ' ').trim()
