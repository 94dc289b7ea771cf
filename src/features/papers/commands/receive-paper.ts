import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { receiveInput } from '../dispatch/contract.ts'
import { enterIncoming } from '../dispatch/enter.ts'
import { whyNotArrived, whyNotReceive } from '../dispatch/rules.ts'
import { getDispatch } from '../dispatch/store.ts'
import { CLERK } from '../rules.ts'
import { citationOf, copiesOf, getPaper, originalsOf } from '../store.ts'

/** "Vào sổ": the paper that came within the site gets the own number of the year; who sent it sees that it was received. */
export const receivePaper = command({
  name: 'papers.receive-paper',
  permission: CLERK,
  input: receiveInput,
  run: async ({ tx, acting, now, today }, { incomingId, dispatchId, version, arrivedOn }) => {
    const dispatch = await getDispatch(tx, dispatchId)
    refuseIf(whyNotReceive(acting, dispatch))
    const paper = await getPaper(tx, dispatch.paperId)
    refuseIf(whyNotArrived(arrivedOn, paper.dated!, today))
    const [original] = originalsOf(await copiesOf(tx, paper.id))
    const number = await enterIncoming(tx, personOf(acting), now, {
      id: incomingId,
      arrived_on: arrivedOn,
      dispatch_id: dispatchId,
      paper_id: paper.id,
      issuer: paper.parties
        .map(party => party.name)
        .join(' - ')
        .slice(0, 300),
      cited: citationOf(paper)!,
      dated: paper.dated!,
      kind: paper.kind,
      subject: paper.subject,
      sha256: original!.sha256,
    })
    await changeRow(tx, 'dispatch', { id: dispatchId, version }, { received_at: now })
    const audit = { kind: 'incoming', id: incomingId, programme: null, detail: { number, from: paper.id } }
    return { result: { incomingId, number }, audit }
  },
})
