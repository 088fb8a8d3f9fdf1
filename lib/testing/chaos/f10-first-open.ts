import { controlOf } from '#lib/testing/control.ts'
import { newNewsroom, TEXT } from './crew.ts'
import { type Experiment, faultList, type Run } from './experiment.ts'
import { openStage, type Stage } from './stage.ts'

/** Two processes open an article for the first time at the same moment: who seeds it? */
export const firstOpen: Experiment = {
  id: 'F10',
  title: 'two processes first open the same new article at once',
  pass: 'exactly one seed each time',
  embedded: false,
  run: async (run) => {
    const stage = await openStage({ database: 'postgres' })
    try {
      return await openTogether(run, stage)
    } finally {
      await stage.close()
    }
  },
}

async function openTogether(run: Run, stage: Stage) {
  const { faults, expect } = faultList(run)
  const other = await stage.second()
  const controls = [stage.control, controlOf(() => other.url)]
  const { people } = await newNewsroom(stage, 1, 1)
  const times = run.short ? 60 : 1_000
  for (let n = 0; n < times; n++) {
    const { id: articleId } = await stage.control.article({ personId: people[0] ?? '', text: TEXT })
    const opened = await Promise.all(controls.map((control) => control.text({ articleId })))
    for (const { seq, text } of opened) {
      expect(seq === 1, `the head of a new article is row ${seq}`)
      expect(text === TEXT, `it says ${JSON.stringify(text)}`)
    }
    if (n % 50 === 0) {
      const rows = await stage.readLog(articleId)
      expect(rows.length === 1, `${rows.length} rows in the log of a new article`)
    }
  }
  return { figure: `${times} articles, ${faults.length} with another number of seeds`, faults }
}
