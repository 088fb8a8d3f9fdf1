'use client'
import { useTranslations } from 'next-intl'
import { KeyboardSetting } from '#components/house/keyboard-setting.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { COMMAND_IDS, COMMANDS, PLACES } from './key-table.ts'
import { KeyOf } from './key-words.tsx'

interface KeyHelpProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** All keys, by where they work. */
export function KeyHelp({ isOpen, onClose }: KeyHelpProps) {
  const t = useTranslations('commands')
  return (
    <Dialog title={t('keys')} size="medium" isOpen={isOpen} onClose={onClose}>
      <div className="key-help">
        {PLACES.map((place) => (
          <section key={place}>
            <h3 className="panel-title">{t(`place.${place}`)}</h3>
            <dl>
              {COMMAND_IDS.filter((id) => COMMANDS[id].place === place).map((id) => (
                <div key={id}>
                  <dt>{t(`name.${id}`)}</dt>
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
