import { expect, it } from 'vitest'
import { invitationLetter } from './invitation-letter.ts'

it('[SGN9] the letter of an invitation says from whom, until when, and brings no markup along', () => {
  const letter = invitationLetter({
    ...{ newsroom: 'The <b>Courier', name: 'Cy\nBcc: x', by: 'Ann & Co' },
    ...{ url: 'https://g.example/invitation#t', expiresAt: new Date('2026-01-08T10:30:00.000Z') },
  })
  expect(letter.subject).toBe('Invitation to The <b>Courier')
  expect(letter.text).toContain('Cy Bcc: x, Ann & Co invites you')
  expect(letter.text).toContain('\nhttps://g.example/invitation#t\n')
  expect(letter.text).toContain('ends on 2026-01-08, 10:30 UTC')
  expect(letter.html).toContain('The &lt;b&gt;Courier')
  expect(letter.html).toContain('href="https://g.example/invitation#t"')
})
