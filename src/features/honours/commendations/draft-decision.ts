import type { Export } from '../../../engine/feature.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { getBody } from '../../agencies/index.ts'
import { chosenOf, whyNotDecide } from './official-decision.ts'
import { decisionOf, type Opened, openList, printed, withNames } from './paper.ts'
import { KEEP, whyNotKeep } from './rules.ts'
import { getCommendation, linesOf } from './store.ts'

type Draft = Awaited<ReturnType<typeof withNames>> & { day: IsoDate }

/**
 * The decision with the names of individuals, number and day blank, for the leader to sign by hand: printed from the register for a
 * keeper with a reason that stands in the access log, and kept nowhere.
 */
export const draftDecisionExport: Export = {
  name: 'commendation-draft',
  formats: ['pdf', 'docx'],
  permission: KEEP,
  sensitive: id => ({ kind: 'commendation-names', id }),
  load: async ({ db, acting, today }, id): Promise<Draft> => {
    const round = await getCommendation(db, id)
    refuseIf(whyNotKeep(acting, round))
    const chosen = chosenOf(round, await linesOf(db, id))
    refuseIf(whyNotDecide(round, chosen, (await getBody(db, round.bodyId)).name))
    return { ...(await withNames(db, round, chosen)), day: today }
  },
  unseal: async (keys, { day, ...loaded }: Draft) => ({ ...(await openList(keys, loaded)), day }),
  render: ({ day, ...opened }: Opened & { day: IsoDate }, format) =>
    printed(decisionOf({ bodies: [{ ...opened.body, signer: opened.signer }], day }, opened), format, 'du-thao-quyet-dinh'),
}
