import { Readable } from 'node:stream'
import type { Json } from '../../src/engine/db/database.ts'
import { samplePdf } from '../../src/formats/pades/sample.ts'
import { addDays, vietnamDate } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor } from '../../src/kernel/permissions.ts'
import { roundInput } from './honours.ts'
import { campaignInput } from './movements.ts'
import { kindInput } from './own-kinds.ts'
import { petitionInput } from './petitions.ts'
import { layPlaces } from './places.ts'
import { sharePlan } from './plans.ts'
import { insertProgramme } from './programme.ts'
import type { TestSite } from './site.ts'

type Matrix = { rows: { from: string; cells: Record<string, { dutyKey: string; dueOn: string }> }[] }
const quarterly = { kind: 'every' as const, count: 1, unit: 'quarter' as const }

/**
 * One piece of open work of every kind, begun by a person of the Front or given to them. `leader` and `partner` are the leaders of
 * both sides. Returns what there is, as "kind id".
 */
export async function layOneOfEach(site: TestSite, person: Actor, { leader, partner }: { leader: Actor; partner: Actor }) {
  const { send, ask, engine } = site
  const today = vietnamDate(new Date())
  const year = Number(today.slice(0, 4))
  const { id: programmeId } = await insertProgramme(
    site,
    [
      {
        path: 'II/3',
        text: 'Hằng quý trao đổi thông tin',
        lead: ['mttq', 'sdttg'],
        schedules: [quarterly],
        topics: ['information'],
      },
    ],
    { from: year, to: year + 4 },
  )
  const laid: string[] = []
  const begin = async (kind: string, name: string, key: string, input: { [key: string]: Json }): Promise<string> => {
    const id = newId()
    await send(person, name, { ...input, [key]: id })
    laid.push(`${kind} ${id}`)
    return id
  }
  const give = async (kind: string, id: string) => {
    await send(leader, 'agencies.assign-work', { subjects: [{ kind, id }], accountId: person.accountId })
    laid.push(`${kind} ${id}`)
  }
  const draftPlan = async (of: number) => {
    const planId = newId()
    await send(person, 'plans.draft-plan', { planId, programmeId, year: of })
    const plan = await ask<{ clauses: { items: { id: string }[] }[] }>(person, 'plans.plan', { planId })
    return { planId, itemId: plan.clauses[0]!.items[0]!.id }
  }

  const own = await draftPlan(year)
  await give('plan-item', own.itemId)
  const clearanceId = await begin('clearance', 'plans.submit-plan', 'clearanceId', { planId: own.planId })
  const instructionId = newId()
  await send(leader, 'instructions.give-instruction', { instructionId, clearanceId, words: 'Bổ sung dự toán', dueOn: null })
  laid.push(`instruction ${instructionId}`)
  const shared = await draftPlan(year + 1)
  await sharePlan(site, leader, shared.planId)
  const item = { itemId: shared.itemId, version: 1 }
  const reason = 'Gộp vào mục khác'
  await begin('plan-proposal', 'plans.propose-line', 'proposalId', {
    planId: shared.planId,
    item,
    line: { kind: 'drop' },
    reason,
  })

  const period = { programmeId, kind: 'year', year }
  const reviewId = await begin('review', 'reviews.open-review', 'reviewId', period)
  await begin('clearance', 'reviews.submit-review', 'clearanceId', { reviewId })
  const sharedReviewId = await begin('review', 'reviews.open-review', 'reviewId', {
    programmeId,
    kind: 'half-year',
    year,
    half: 1,
  })
  await send(leader, 'reviews.propose-review', { reviewId: sharedReviewId, version: 1 })
  await send(person, 'reviews.begin-text', { reviewId: sharedReviewId })
  const unitId = newId()
  const unit = { id: unitId, body_id: person.bodyId, name: `Phòng ${unitId.slice(-12)}` }
  await engine.database.write('system', tx => tx.insertInto('unit').values(unit).execute())
  const part = { reviewId: sharedReviewId, place: 'lessons', unitId, dueOn: addDays(today, 9) }
  await begin('review-part', 'reviews.ask-part', 'partId', part)
  const { rows } = await ask<Matrix>(person, 'exchange.matrix', { programmeId, year })
  const cells = rows.flatMap(row => (row.from === person.bodyId ? Object.values(row.cells) : []))
  // The period that runs: the first that is not due before today.
  const { dutyKey } = cells.filter(cell => cell.dueOn >= today).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0]!
  const assembled = { programmeId, dutyKey, year, note: '', fileIds: [] }
  const packageId = await begin('package', 'exchange.assemble-package', 'packageId', assembled)
  await begin('clearance', 'exchange.submit-package', 'clearanceId', { packageId })
  const asked = { programmeId, toName: 'Sở Y tế', toBody: null, content: 'Đề nghị hỗ trợ', clausePath: 'II/3', signedWith: [] }
  const requestId = await begin('request', 'exchange.draft-request', 'requestId', asked)
  await begin('clearance', 'exchange.submit-request', 'clearanceId', { requestId })

  const changes = [{ kind: 'replace', path: 'II/3', text: 'Sáu tháng trao đổi thông tin', duties: [] }]
  const effectiveOn = `${year + 2}-01-01`
  await begin('amendment', 'programmes.draft-amendment', 'amendmentId', {
    programmeId,
    counters: null,
    effectiveOn,
    reason,
    changes,
  })
  const read = { subject: { kind: 'programme', id: programmeId }, unitIds: [], note: '', dueOn: addDays(today, 9) }
  await begin('dissemination', 'dissemination.send-dissemination', 'disseminationId', read)
  const { villageId } = await layPlaces(site, person.displayName)
  const term = { on: addDays(today, 9), basis: 'Quy chế' }
  await begin('petition', 'petitions.record-petition', 'petitionId', petitionInput(villageId, { receivedOn: today, term }))

  const { movementId: _movement, ...campaign } = campaignInput({ startsOn: today })
  await begin('movement', 'movements.register-movement', 'movementId', campaign)
  const { commendationId: _round, ...round } = roundInput()
  await begin('commendation', 'honours.open-commendation', 'commendationId', round)
  const { kindId: _kind, ...kind } = kindInput(programmeId)
  const kindId = await begin('own-kind', 'activities.propose-kind', 'kindId', kind)
  await begin('clearance', 'activities.submit-kind', 'clearanceId', { kindId })

  const bytes = Buffer.from(samplePdf(`/Serial (${newId()})`))
  const [fileId, stored] = [newId(), await engine.files.put(Readable.from([bytes]), 10_000)]
  await send(person, 'files.keep-upload', { fileId, ...stored, name: 'cong-van.pdf', mediaType: 'application/pdf' })
  const handedIn = { fileId, kind: 'CV', subject: 'V/v phối hợp', recipients: ['Lưu: VT'] }
  await begin('official-paper', 'papers.enter-paper', 'paperId', handedIn)

  const [meetingId, conclusionId] = [newId(), newId()]
  const concluded = { text: 'Biên soạn tài liệu', leadBody: person.bodyId, supportBodies: [], dueOn: null, clausePath: null }
  const held = { heldOn: today, place: 'Trụ sở', chairedBy: person.bodyId, agenda: 'Kiểm điểm', notes: '', minutesFile: null }
  await send(person, 'groups.record-meeting', { meetingId, programmeId, ...held, conclusions: [{ conclusionId, ...concluded }] })
  const { digest } = await ask<{ digest: string }>(leader, 'groups.meeting', { meetingId })
  await send(leader, 'groups.propose-meeting', { meetingId, digest })
  await send(partner, 'groups.agree-meeting', { meetingId, digest })
  await give('conclusion', conclusionId)

  const place = { fromOn: addDays(today, -30), toOn: null }
  const focal = { unit: 'Ban Phong trào', holder: '-', holderPost: '', deputy: '-', deputyPost: '', phone: '', email: '' }
  const chosen = { holderAccount: person.accountId, deputyAccount: leader.accountId }
  await begin('focal-point', 'groups.name-focal-point', 'focalPointId', { programmeId, ...focal, ...chosen, ...place })
  const groupId = newId()
  await send(person, 'groups.found-group', { groupId, programmeId, number: '15/QĐ', decidedOn: today, fileId: null })
  const member = { groupId, name: '-', post: '', role: 'member', account: person.accountId }
  await begin('member', 'groups.add-member', 'memberId', { ...member, ...place })

  const draftId = newId()
  await engine.database.write('system', async tx => {
    const by = { owner_body: person.bodyId, created_by: person.accountId, created_at: new Date() }
    await tx
      .insertInto('import_draft')
      .values({ id: draftId, state: 'read', ...by })
      .execute()
  })
  laid.push(`import ${draftId}`)
  return { laid: laid.toSorted(), programmeId }
}
