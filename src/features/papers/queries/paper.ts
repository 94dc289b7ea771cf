import type { ReadDb } from '../../../engine/db/database.ts'
import { type QueryContext, query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import { paperIdInput } from '../contract.ts'
import { type KnownBody, resolveRecipients } from '../dispatch/recipients.ts'
import { isStranded, whyNotSend } from '../dispatch/rules.ts'
import { type Dispatch, dispatchesOf } from '../dispatch/store.ts'
import { faultsOf } from '../faults.ts'
import { nameOf } from '../kinds.ts'
import { keptNumbers } from '../registers/entries.ts'
import {
  turnOf,
  whyNotAddress,
  whyNotAmend,
  whyNotCheck,
  whyNotFreeze,
  whyNotNumber,
  whyNotRecall,
  whyNotRemove,
  whyNotScan,
  whyNotSeal,
  whyNotSign,
  whyNotThaw,
  whyNotUpload,
} from '../rules.ts'
import { sheetOf } from '../set-paper.ts'
import { addressOf } from '../sources.ts'
import { citationOf, copiesOf, getPaper, type PaperRow } from '../store.ts'
import { wordingFor } from '../wording.ts'
import { titleOf } from '../words.ts'
import { shortNames } from './list.ts'

/** One paper: where it stands, who has signed, its files as they came, and what is to be done next. `can`: null where one may. */
export const paper = query({
  name: 'papers.paper',
  permission: { roles: anyRole, reach: 'party' },
  input: paperIdInput,
  run: async (context, { paperId }) => {
    const { db, acting, now, today } = context
    const found = await getPaper(db, paperId)
    const own = typeof acting === 'string' ? null : acting.bodyId
    const isParty = found.parties.some(party => party.bodyId === own)
    const names = await shortNames(db, [found])
    const { bodyId, parties, createdBy: _maker, sheet: _kept, wording: _words, written, unitId: _unit, ...shown } = found
    const open = !found.removed && (found.state === 'draft' || found.state === 'checked')
    const sheet = open ? await sheetOf(context, found) : null
    const faults = sheet ? faultsOf(sheet) : []
    const copies = await copiesOf(db, paperId)
    const sent = await dispatchesOf(db, paperId)
    const ink = whyNotNumber(acting, found, true)
    return {
      today,
      paper: { ...shown, title: titleOf(found), kindName: nameOf(found.kind), cited: citationOf(found), ours: bodyId === own },
      parties: parties.map(party => ({ ...party, shortName: names.get(party.bodyId) ?? '', ours: party.bodyId === own })),
      turn: turnOf(found),
      faults,
      wording: await wordingFor(context, found),
      /** What it was written from, for whoever may write on. */
      written: whyNotAddress(acting, found) === null ? written : null,
      /** Only who issues it sees what it was set from. */
      source: isParty ? addressOf(found) : null,
      recipients: found.issuedAt ? recipientsOf(found.recipients, await bodiesOf(db), sent) : [],
      dispatches: sent.map(one => ({ ...one, stranded: found.state === 'issued' && isStranded(one, now) })),
      /** Why the clerk took a file with the certificate of another is a matter of the parties. */
      copies: copies.map(({ createdBy: _by, holderReason, ...copy }) => ({
        ...copy,
        holderReason: isParty ? holderReason : null,
        at: copy.at.toISOString(),
      })),
      kept: ink === null ? await keptNumbers(db, found.kind) : [],
      /** The paper that this one puts right, and those that put this one right, within the asker's rights. */
      ...(await amendments(db, found)),
      can: canOf(context, found, faults),
    }
  },
})

function canOf({ acting }: QueryContext, found: PaperRow, faults: readonly string[]): Record<Step, WhyNot> {
  return {
    address: whyNotAddress(acting, found),
    check: whyNotCheck(acting, found, faults),
    freeze: whyNotFreeze(acting, found),
    thaw: whyNotThaw(acting, found),
    remove: whyNotRemove(acting, found),
    number: whyNotNumber(acting, found, false),
    numberInk: whyNotNumber(acting, found, true),
    sign: whyNotSign(acting, found),
    seal: whyNotSeal(acting, found),
    upload: whyNotUpload(acting, found),
    scan: whyNotScan(acting, found),
    send: whyNotSend(acting, found),
    recall: whyNotRecall(acting, found),
    amend: whyNotAmend(acting, found, null),
  }
}
type Step =
  | 'address'
  | 'check'
  | 'freeze'
  | 'thaw'
  | 'remove'
  | 'number'
  | 'numberInk'
  | 'sign'
  | 'seal'
  | 'upload'
  | 'scan'
  | 'send'
  | 'recall'
  | 'amend'

type Amending = { id: string; title: string; cited: string | null; as: 'corrects' | 'replaces' }

async function amendments(
  db: ReadDb,
  { id, amends, amendsAs }: PaperRow,
): Promise<{ amends: Amending | null; amendedBy: Amending[] }> {
  const rows = await db
    .selectFrom('paper')
    .select(['id', 'amends_as'])
    .where('amends', '=', id)
    .where('removed_at', 'is', null)
    .execute()
  const told = async (paperId: string, as: Amending['as']): Promise<Amending> => {
    const paper = await getPaper(db, paperId)
    return { id: paperId, title: titleOf(paper), cited: citationOf(paper), as }
  }
  const seen = amends ? await db.selectFrom('paper').select('id').where('id', '=', amends).executeTakeFirst() : null
  return {
    amends: seen && amendsAs ? await told(seen.id, amendsAs) : null,
    amendedBy: await Promise.all(rows.map(row => told(row.id, row.amends_as as Amending['as']))),
  }
}

async function bodiesOf(db: ReadDb): Promise<KnownBody[]> {
  const rows = await db.selectFrom('body').select(['id', 'name', 'short_name', 'email']).execute()
  return rows.map(row => ({ id: row.id, name: row.name, shortName: row.short_name, email: row.email }))
}

/** The lines of "Nơi nhận" with the body that each names, and whether it has been sent there. */
const recipientsOf = (lines: readonly string[], bodies: readonly KnownBody[], sent: readonly Dispatch[]) =>
  resolveRecipients(lines, bodies).map(one => ({
    ...one,
    sent: sent.some(done => !done.returned && (done.toBody === one.bodyId || done.toName === one.name)),
  }))
