import type { ReadDb } from '../../engine/db/database.ts'
import { question } from '../../engine/db/together.ts'
import type { DeadlineSource, HoldingSource } from '../../engine/feature.ts'
import { titlesOf } from '../post/index.ts'
import { type Clearance, type Instruction, instructionsToFollow, openInstructions, submissionsOf } from '../programmes/index.ts'

type Open = Pick<Instruction, 'id' | 'programmeId' | 'clearanceId' | 'dueOn'>
type Followed = { instruction: Open; submission: Clearance; title: string; context: string; address: string }

export const addressOf = ({ id }: Pick<Instruction, 'id'>): string => `/y-kien-chi-dao/${id}`

/** Open instructions with what they are about. */
async function followed(db: ReadDb, open: readonly Open[]): Promise<Followed[]> {
  if (open.length === 0) return []
  const ids = open.map(one => one.clearanceId)
  const submissions = new Map((await submissionsOf(db, ids)).map(one => [one.id, one]))
  const titles = await titlesOf(db, [...submissions.values()])
  return open.flatMap(instruction => {
    const submission = submissions.get(instruction.clearanceId)!
    const about = titles.get(submission.subjectId)
    if (!about) return []
    // The words stay on their page: lists go into calendars and mails.
    const title = `Thực hiện ý kiến chỉ đạo: ${about.title}`
    return [{ instruction, submission, title, context: about.programme, address: addressOf(instruction) }]
  })
}

/** Inside the own side: what the head of the unit or a leader wants done, until it is. */
export const instructionDeadlines: DeadlineSource = {
  kind: 'instruction',
  ask: ({ db, acting }) => {
    if (typeof acting === 'string') return null
    return question({ open: instructionsToFollow(db, acting.bodyId) }, async ({ open }) =>
      (await followed(db, open)).map(({ instruction: { id, programmeId, dueOn }, title, context, address }) => {
        const line = { id, programmeId, title, context, address, dueOn }
        return { kind: 'instruction', ...line, waits: 'us', role: 'lead', step: 'step.open-instruction' }
      }),
    )
  },
}

/** Whoever submitted it has it to do. */
export const instructionHoldings: HoldingSource = {
  kind: 'instruction',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const open = await openInstructions(db, acting.bodyId).execute()
    return (await followed(db, open)).map(({ instruction: { id, dueOn }, submission, title, context, address }) => {
      const held = { title, context, address, dueOn, accountId: submission.submittedBy }
      return { kind: 'instruction', id, ...held }
    })
  },
}
