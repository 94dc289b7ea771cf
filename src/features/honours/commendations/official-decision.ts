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
 * The decision of a round as it is handed to the clerk, with the list of collectives. Names of individuals stay sealed: a paper is read
 * by its whole body and by whoever receives it, and its frozen bytes outlive the days for which names may be kept; so their decision is
 * printed for the leader from the register alone (draft-decision.ts) and signed by hand.
 */
export async function commendationDecision({ db, today }: QueryContext, id: string): Promise<Decision> {
  const round = await getCommendation(db, id)
  const body = await getBody(db, round.bodyId)
  const chosen = chosenOf(round, await linesOf(db, id))
  const lines = chosen.filter(line => line.sort === 'collective')
  const opened = { round, lines, body, signer: await leaderOf(db, round.bodyId), names: {} }
  return {
    paper: decisionOf({ bodies: [{ ...body, signer: opened.signer }], day: today }, opened),
    programmeId: round.programmeId,
    parties: [{ bodyId: round.bodyId, name: body.name }],
    ready: whyNotDecide(round, chosen, body.name) ?? whyNotOpen(chosen),
  }
}

/** Those whom the council has chosen, or all where none was asked. */
export const chosenOf = ({ votedOn }: Commendation, lines: readonly Line[]): Line[] =>
  lines.filter(line => votedOn === null || line.chosen)

/** The keeping body decides itself, once it may; what another body decides is recorded. */
export function whyNotDecide(round: Commendation, chosen: readonly Line[], ownName: string): WhyNot {
  const wrong = whyNotFollows('decide', round)
  if (wrong) return wrong
  const [issuer, own] = [foldTone(round.issuer), foldTone(ownName)]
  if (!issuer.includes(own) && !own.includes(issuer)) return { code: 'commendations.decided-elsewhere' }
  return chosen.length === 0 ? { code: 'commendations.nobody-chosen' } : null
}

const whyNotOpen = (chosen: readonly Line[]): WhyNot =>
  chosen.some(line => line.sort === 'individual') ? { code: 'commendations.names-by-hand' } : null
