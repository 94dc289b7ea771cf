import { query } from '../../../engine/query.ts'
import { type Acting, anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { getBody } from '../../agencies/index.ts'
import { commendationIdInput } from './contract.ts'
import { isChosen } from './forms.ts'
import { chosenOf, whyNotDecide } from './official-decision.ts'
import { KEEP, nextStep, PROPOSE, whyNotKeep, whyNotPropose, whyNotShow, whyNotStep, whyNotStepBack } from './rules.ts'
import { type Commendation, getCommendation, type Line, linesOf } from './store.ts'

/**
 * One round: where it stands and its next step; for the keeper all put forward, for another party those that it put forward and, after
 * the decision, who was commended. Individuals stand by their place in the list; names are asked for with a reason.
 */
export const commendation = query({
  name: 'honours.commendation',
  permission: { roles: anyRole, reach: 'party' },
  input: commendationIdInput,
  run: async ({ db, acting, now, today }, { commendationId }) => {
    const { movedAt: _at, movedBy: _by, ...round } = await getCommendation(db, commendationId)
    const asked = { ...round, movedAt: _at, movedBy: _by }
    const own = typeof acting === 'string' ? null : acting.bodyId
    const ours = own === round.bodyId
    const keeper = await getBody(db, round.bodyId)
    const lines = await linesOf(db, commendationId)
    const sides = await db
      .selectFrom('body')
      .select(['id', 'short_name'])
      .where('id', 'in', [round.bodyId, ...lines.map(line => line.proposedBy)])
      .execute()
    const programme = round.programmeId
      ? await db.selectFrom('programme').select(['id', 'number', 'title']).where('id', '=', round.programmeId).executeTakeFirst()
      : null
    const may = (why: unknown) => why === null
    const open = may(whyNotPropose(round)) && whyNotPermitted(PROPOSE, acting) === null
    return {
      today,
      commendation: round,
      keeper: { name: keeper.name, ours },
      programme: programme ?? null,
      lines: (ours ? lines : lines.map(line => asTold(line, line.proposedBy === own, round.decisionDate !== null))).map(
        (line, at) => ({
          ...line,
          place: at + 1,
          side: sides.find(side => side.id === line.proposedBy)?.short_name ?? '',
          reached: line.votes === null || round.members === null ? null : isChosen(round.form, line.votes, round.members),
          canWithdraw: open && (ours || line.proposedBy === own),
        }),
      ),
      next: ours ? nextStep(round) : null,
      can: {
        nominate: open,
        names: ours && whyNotPermitted(KEEP, acting) === null,
        share: may(whyNotShow(acting, asked)),
        step: { ...stepsOf(acting, asked), back: may(whyNotStepBack(acting, asked, now)) },
        list: may(whyNotKeep(acting, round)) && round.decisionDate !== null,
        draft: draftsByHand(acting, asked, chosenOf(asked, lines), keeper.name),
      },
    }
  },
})

/** A line as another party is told it: not how the council voted, and of whom others put forward nothing that tells who it is. */
const asTold = (line: Line, own: boolean, decided: boolean): Line => ({
  ...line,
  votes: null,
  chosen: decided ? line.chosen : null,
  ...(line.sort === 'individual' && !own && { workplace: '', certificate: null }),
})

/** A decision that names individuals is printed from here. */
const draftsByHand = (acting: Acting, round: Commendation, chosen: readonly Line[], ownName: string): boolean =>
  whyNotKeep(acting, round) === null &&
  whyNotDecide(round, chosen, ownName) === null &&
  chosen.some(line => line.sort === 'individual')

const STEPS = ['dossier', 'vote', 'decide', 'award', 'stop'] as const
const stepsOf = (acting: Parameters<typeof whyNotStep>[0], round: Parameters<typeof whyNotStep>[2]) =>
  Object.fromEntries(STEPS.map(step => [step, whyNotStep(acting, step, round) === null])) as Record<
    (typeof STEPS)[number],
    boolean
  >
