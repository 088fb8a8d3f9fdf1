'use client'
import { KeyboardSetting } from '#components/house/keyboard-setting.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { COMMAND_IDS, COMMANDS, PLACE_WORDS, type Place } from './key-table.ts'
import { KeyOf } from './key-words.tsx'

interface KeyHelpProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

const PLACES = Object.keys(PLACE_WORDS) as readonly Place[]

/** All keys, by where they work. */
export function KeyHelp({ isOpen, onClose }: KeyHelpProps) {
  return (
    <Dialog title="Keys" size="medium" isOpen={isOpen} onClose={onClose}>
      <div className="key-help">
        {PLACES.map((place) => (
          <section key={place}>
            <h3 className="panel-title">{PLACE_WORDS[place]}</h3>
            <dl>
              {COMMAND_IDS.filter((id) => COMMANDS[id].place === place).map((id) => (
                <div key={id}>
                  <dt>{COMMANDS[id].name}</dt>
                  <dd>
                    <KeyOf command={id} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <KeyboardSetting />
      </div>
    </Dialog>
  )
}
