import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { getBody } from '../../agencies/index.ts'
import { issuerOf, profileFor, symbolFor } from '../../documents/index.ts'
import { getProgramme } from '../../programmes/index.ts'
import { enterInput } from '../contract.ts'
import { bytesOf } from '../keep-copy.ts'
import { nameOf } from '../kinds.ts'
import { lookAt } from '../pdf-pool.ts'
import { PREPARE, whyNotAmend } from '../rules.ts'
import { handedIn } from '../set-paper.ts'
import { getPaper } from '../store.ts'

/** A paper of the own body that was written elsewhere and is handed in as a PDF: it takes its number from the same book. */
export const enterPaper = command({
  name: 'papers.enter-paper',
  permission: PREPARE,
  input: enterInput,
  prepare: async ({ read, files }, { fileId }) => {
    const sha256 = await read(db => handedIn(db, fileId))
    await lookAt(await bytesOf(files, sha256), true)
  },
  run: async ({ tx, acting, now, today }, { paperId, fileId, kind, subject, recipients, programmeId, amends }) => {
    const actor = personOf(acting)
    if (programmeId) await getProgramme(tx, programmeId)
    const amended = amends ? await getPaper(tx, amends.paperId) : null
    if (amends && amended) refuseIf(whyNotAmend(acting, amended, { as: amends.as, kind }))
    // What corrects or replaces a paper serves what that served.
    const serves = amended ? amended.programmeId : (programmeId ?? null)
    const body = await getBody(tx, actor.bodyId)
    const profile = profileFor(issuerOf(body.kind), today)
    const symbol = symbolFor(profile, kind === 'CV' && profile === 'nd30' ? '' : kind, [body.symbol])
    const about = { programme_id: serves, source_kind: 'file', source_id: fileId, kind, subject }
    const printed = { type_name: kind === 'CV' ? '' : nameOf(kind), symbol, profile, place: body.place, recipients }
    const amending = amends ? { amends: amends.paperId, amends_as: amends.as } : {}
    const by = { created_by: actor.accountId, created_at: now }
    await tx
      .insertInto('paper')
      .values({ id: paperId, body_id: actor.bodyId, ...about, ...printed, ...amending, ...by })
      .execute()
    await tx
      .insertInto('paper_party')
      .values({ paper_id: paperId, body_id: actor.bodyId, position: 1, name: body.name })
      .execute()
    return {
      result: { paperId },
      audit: { kind: 'paper', id: paperId, programme: serves, detail: { from: 'file', ...amending } },
    }
  },
})
