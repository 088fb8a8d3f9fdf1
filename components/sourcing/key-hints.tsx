'use client'
import { COMMAND_IDS, COMMANDS } from '#components/keys/key-table.ts'
import { KeyOf } from '#components/keys/key-words.tsx'

const HINTED = COMMAND_IDS.filter((id) => COMMANDS[id].hint)

/**
 * The single keys of a sentence's evidence, in words. Touch has the buttons that do the same. `where`: how one gets to the
 * place where they work, said while the focus is elsewhere.
 */
export function KeyHints({ where }: { readonly where?: string }) {
  return (
    <>
      {where && <p className="keys-where small muted">{where}</p>}
      <ul className="key-hints" aria-label="Keys">
        {HINTED.map((id) => (
          <li key={id}>
            <KeyOf command={id} /> {COMMANDS[id].hint}
          </li>
        ))}
        <li>
          <KeyOf command="help" /> all keys
        </li>
      </ul>
    </>
  )
}
