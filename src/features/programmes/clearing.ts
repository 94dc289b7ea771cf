import { z } from 'zod'
import { type CommandContext, command } from '../../engine/command.ts'
import { isIsoDate } from '../../kernel/dates.ts'
import { type Actor, deciders } from '../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../kernel/refusal.ts'
import { decideClearance, getClearance, type Outgoing, whyNotDecide } from './clearances.ts'

/** Ý kiến chỉ đạo: one paragraph. */
export const instructionText = z
  .string()
  .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'field.empty').max(2000, 'field.too-long'))

export const instructionDay = z.string().refine(isIsoDate, 'field.date').nullable()

const input = z.strictObject({
  clearanceId: z.guid(),
  version: z.int(),
  instruction: instructionText.optional(),
  dueOn: instructionDay.default(null),
})

type Clearing = {
  name: string
  /** What of a subject would go out now, as the acting side sees it. */
  outgoingOf: (context: CommandContext, acting: Actor, subjectId: string) => Promise<Outgoing | null>
}

/**
 * The command by which a leader clears what was submitted, as it was submitted, with an instruction where there is one.
 * Agreeing and freezing stay the leader's own acts.
 */
export const clearing = ({ name, outgoingOf }: Clearing) =>
  command({
    name,
    permission: { roles: deciders, reach: 'party' },
    input,
    run: async (context, { clearanceId, version, instruction, dueOn }) => {
      const { tx, acting, today } = context
      if (typeof acting === 'string') throw new Refusal('not-permitted')
      const clearance = await getClearance(tx, clearanceId)
      refuseIf(whyNotDecide(acting, clearance))
      if (dueOn !== null && dueOn < today) throw new Refusal('clearance.day-gone')
      const outgoing = await outgoingOf(context, acting, clearance.subjectId)
      if (outgoing?.digest !== clearance.digest) throw new Refusal('changed-meanwhile')
      const said = { instruction: instruction ?? null, due_on: dueOn }
      await decideClearance(context, { clearanceId, version }, { state: 'cleared', ...said })
      const detail = { cleared: true, kind: clearance.kind, subject: clearance.subjectId }
      return { result: { clearanceId }, audit: { kind: 'clearance', id: clearanceId, programme: clearance.programmeId, detail } }
    },
  })
