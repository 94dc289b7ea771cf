import { z } from 'zod'
import { type CommandContext, command } from '../../engine/command.ts'
import { isIsoDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import { type Actor, deciders } from '../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../kernel/refusal.ts'
import { decideClearance, getClearance, type Outgoing, whyNotDecide } from './clearances.ts'
import { giveInstruction, whyNotBy } from './instructions.ts'

/** Ý kiến chỉ đạo: one paragraph. */
export const instructionText = z
  .string()
  .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'field.empty').max(2000, 'field.too-long'))

export const instructionDay = z.string().refine(isIsoDate, 'field.date').nullable()

/** A day without words would say nothing. */
const input = z
  .strictObject({
    clearanceId: z.guid(),
    version: z.int(),
    instruction: instructionText.optional(),
    dueOn: instructionDay.default(null),
  })
  .refine(({ instruction, dueOn }) => dueOn === null || instruction !== undefined, {
    path: ['instruction'],
    error: 'field.empty',
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
      refuseIf(whyNotBy(dueOn, today))
      const outgoing = await outgoingOf(context, acting, clearance.subjectId)
      if (outgoing?.digest !== clearance.digest) throw new Refusal('changed-meanwhile')
      await decideClearance(context, { clearanceId, version }, { state: 'cleared', due_on: null })
      if (instruction) await giveInstruction(context, clearance, { id: newId(), words: instruction, dueOn })
      const detail = { cleared: true, kind: clearance.kind, subject: clearance.subjectId }
      return { result: { clearanceId }, audit: { kind: 'clearance', id: clearanceId, programme: clearance.programmeId, detail } }
    },
  })
