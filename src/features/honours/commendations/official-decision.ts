import type { QueryContext } from '../../../engine/query.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import { foldTone } from '../../../kernel/vietnamese.ts'
import { getBody, leaderOf } from '../../agencies/index.ts'
import type { Paper } from '../../documents/index.ts'
import { decisionOf } from './paper.ts'
import { whyNotFollows } from './rules.ts'
import { type Commendation, getCommendation, type Line, linesOf } from './store.ts'

type Decision = {
  paper: Paper
  programmeId: string | null
  parties: { bodyId: string; name: string }[]
  ready: WhyNot
}

/**
 * The decision of a round as it is handed to the clerk, with the list of collectives: those whom the council has chosen, or all where none
 * was asked. Names of individuals stay sealed: their decision is printed from the register and handed in as a file.
 */
export async function commendationDecision({ db, today }: QueryContext, id: string): Promise<Decision> {
  const round = await getCommendation(db, id)
  const body = await getBody(db, round.bodyId)
  const chosen = (await linesOf(db, id)).filter(line => round.votedOn === null || line.chosen)
  const lines = chosen.filter(line => line.sort === 'collective')
  const opened = { round, lines, body, signer: await leaderOf(db, round.bodyId), names: {} }
  return {
    paper: decisionOf({ bodies: [{ ...body, signer: opened.signer }], day: today }, opened),
    programmeId: round.programmeId,
    parties: [{ bodyId: round.bodyId, name: body.name }],
    ready: whyNotFollows('decide', round) ?? whyNotDecided(round, chosen, body.name),
  }
}

/** The keeping body decides on collectives alone; what another body decides is recorded. */
function whyNotDecided({ issuer }: Pick<Commendation, 'issuer'>, chosen: readonly Line[], ownName: string): WhyNot {
  if (!foldTone(issuer).includes(foldTone(ownName)) && !foldTone(ownName).includes(foldTone(issuer)))
    return { code: 'commendations.decided-elsewhere' }
  if (chosen.length === 0) return { code: 'commendations.nobody-chosen' }
  return chosen.some(line => line.sort === 'individual') ? { code: 'commendations.names-by-file' } : null
}
