import { citing } from './en/citing.ts'
import { commands } from './en/commands.ts'
import { evidence } from './en/evidence.ts'
import { figures } from './en/figures.ts'
import { questions } from './en/questions.ts'
import { sourcing } from './en/sourcing.ts'
import { suggestions } from './en/suggestions.ts'
import { terms } from './en/terms.ts'
import { threads } from './en/threads.ts'
import { time } from './en/time.ts'
import { ui } from './en/ui.ts'

/** English, of which all other languages are made: a namespace for each folder of components. */
export const en = {
  citing,
  commands,
  evidence,
  figures,
  questions,
  sourcing,
  suggestions,
  terms,
  threads,
  time,
  ui,
} as const
