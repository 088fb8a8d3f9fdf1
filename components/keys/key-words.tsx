import { useTranslations } from 'next-intl'
import { isSequence, keysInWords } from './chords.ts'
import { COMMANDS, type CommandId } from './key-table.ts'

/** The key of a command, drawn. */
export function KeyOf({ command }: { readonly command: CommandId }) {
  const [chord] = COMMANDS[command].keys
  return chord ? <Chord chord={chord} /> : null
}

export function Chord({ chord }: { readonly chord: string }) {
  const t = useTranslations('commands')
  return (
    <span className="chord">
      {keysInWords(t, chord).map((key, at) => (
        <span key={key}>
          {at > 0 && isSequence(chord) && <span className="muted"> {t('between')} </span>}
          <kbd>{key}</kbd>
        </span>
      ))}
    </span>
  )
}
