import { beforeAll, describe, expect, it } from 'vitest'
import { exportsByName, queries } from '../../src/app/registry.ts'
import type { Json } from '../../src/engine/db/database.ts'
import { ROLES, type Role } from '../../src/kernel/permissions.ts'
import { ownAmendment, sharedAmendment } from '../access/amendments.ts'
import { ownDirective } from '../access/directives.ts'
import { ownDissemination } from '../access/dissemination.ts'
import { draftMeeting, proposedMeeting } from '../access/groups.ts'
import { ownRecognition, ownRound, sharedRound } from '../access/honours.ts'
import { ownIndicator } from '../access/indicators.ts'
import { ownMovement, sharedMovement } from '../access/movements.ts'
import { ownInstruction, ownProposal, submission } from '../access/negotiation.ts'
import { ownReport } from '../access/outcomes.ts'
import { ownKind } from '../access/own-kinds.ts'
import { draftPackage, sentPackage } from '../access/packages.ts'
import { came, jointPaper, ownLetter, readingOf } from '../access/papers.ts'
import { ownPetition, placesOf, sharedPetition } from '../access/petitions.ts'
import { eachOnce, schemaOf } from '../access/questions.ts'
import { ownReorganisation } from '../access/reorganisation.ts'
import { draftRequest, sentRequest } from '../access/requests.ts'
import { JOINT, OURS, SIDES, type Side, type Stage, setStage, usernameOf } from '../access/stage.ts'
import { ownConstruction, ownSupervision, sharedSupervision } from '../access/supervision.ts'
import { askedPart, keptVersion } from '../access/texts.ts'
import { insertTemplate } from '../harness/cascade.ts'
import { listen, type Session } from '../harness/http.ts'
import { openTestSite } from '../harness/site.ts'

const site = await openTestSite()
const http = await listen(site, { signInsPerMinute: 1000 })
let fields: Record<string, Json[]>
let stage: Stage
const sessions = new Map<string, Session>()
const ids = { fileId: '', reviewId: '', packageId: '', petitionId: '' }

beforeAll(async () => {
  stage = await setStage(site)
  for (const side of SIDES)
    for (const role of ROLES) sessions.set(usernameOf(side, role), await http.signIn(usernameOf(side, role), 'mật khẩu để thử'))
  const { draftId } = await stage.draft()
  const { reviewId, programmeId } = await stage.review()
  const { planId, itemId, activityId } = await stage.activity(JOINT)
  const { packageId } = await draftPackage(stage)
  Object.assign(ids, { fileId: await stage.file(), reviewId, packageId })
  const figureId = await aFigure(reviewId)
  const kept = await stage.privatePlan()
  await stage.as(stage.officer)('plans.drop-item', { itemId: kept.itemId, version: 1, reason: OURS })
  const text = await keptVersion(stage, JOINT)
  const proposed = await ownProposal(stage, 'own')
  const { planId: returned, ...waiting } = await submission(stage)
  const { petitionId } = await ownPetition(stage)
  ids.petitionId = petitionId
  await stage.as(stage.leader)('programmes.return-submission', { ...waiting, instruction: OURS, dueOn: null })
  const given = { programmeId, fromBody: stage.bodyId('own'), toBody: stage.bodyId('partner') }
  const sent = await insertTemplate(site, { ...given, mark: JOINT })
  // What every field of a query can name; a query with a field not listed here fails below.
  fields = {
    draftId: [draftId],
    programmeId: [programmeId],
    planId: [planId, kept.planId, proposed.planId, returned],
    since: [1],
    itemId: [itemId, kept.itemId, proposed.itemId],
    activityId: [activityId],
    reviewId: [reviewId, text.reviewId],
    packageId: [packageId, await sentPackage(stage, JOINT)],
    figureId: [figureId],
    partId: [await askedPart(stage)],
    versionId: [text.versionId],
    againstId: [text.versionId],
    amendmentId: [await ownAmendment(stage, 'own'), await sharedAmendment(stage, 'own', JOINT)],
    disseminationId: [await ownDissemination(stage)],
    requestId: [await draftRequest(stage), await sentRequest(stage, JOINT)],
    urgedRequestId: [await sentRequest(stage, JOINT)],
    urgedPetitionId: [petitionId],
    instructionId: [await ownInstruction(stage)],
    'own-kindId': [await ownKind(stage, 'own')],
    indicatorId: [(await ownIndicator(stage, 'own')).indicatorId],
    meetingId: [(await draftMeeting(stage)).meetingId, (await proposedMeeting(stage, JOINT)).meetingId],
    intoId: [programmeId],
    borders: ['now'],
    effectiveOn: ['2029-01-01'],
    reorganisationId: [(await ownReorganisation(stage)).reorganisationId],
    words: [OURS, JOINT, 'tap huan'],
    year: [2026],
    visitedIn: [2026],
    projectsIn: [2026],
    quarter: [1, null],
    fact: ['held', 'found'],
    work: ['meeting', 'festival'],
    from: ['2026-01-01'],
    to: ['2026-12-31'],
    offset: [0],
    limit: [100],
    kind: ['training'],
    clausePath: ['II/1'],
    bodyId: [stage.bodyId('own')],
    subjectKind: ['plan-item'],
    of: ['side', 'unit', 'mine'],
    accountId: [stage.officer.accountId],
    purpose: ['Kiểm tra định kỳ'],
    petitionId: [petitionId, (await sharedPetition(stage)).petitionId],
    communeId: [(await placesOf(stage)).communeId],
    supervisionId: [(await ownSupervision(stage)).supervisionId, (await sharedSupervision(stage)).supervisionId],
    movementId: [(await ownMovement(stage)).movementId, (await sharedMovement(stage)).movementId],
    sort: ['campaign'],
    totals: [true, false],
    reportId: [(await ownReport(stage)).reportId],
    outcome: ['early-marriage'],
    beside: [[]],
    templateId: [sent.templateId],
    copyId: [sent.copyId],
    incomingId: [(await came(stage)).incomingId],
    readingId: [(await readingOf(stage, 'stopped')).readingId],
    paperId: [(await ownLetter(stage)).paperId, (await jointPaper(stage)).paperId],
    which: ['open', 'issued'],
    key: ['2026'],
    directiveId: [(await ownDirective(stage)).directiveId],
    validity: ['in-force'],
    element: ['2026-2035/HP2.3'],
    constructionId: [await ownConstruction(stage)],
    commendationId: [(await ownRound(stage)).commendationId, await sharedRound(stage)],
    recognitionId: [(await ownRecognition(stage)).recognitionId],
    nature: ['sickness'],
    amount: [400_000],
    stage: ['planned'],
    form: ['board'],
    groupId: [petitionId],
    scope: ['own', 'shared'],
    state: ['received'],
    standing: ['open'],
    field: ['roads'],
    origin: ['village'],
    part: ['received'],
    by: ['field', 'commune'],
    published: [false],
    subjectId: [planId],
    kinds: [['province', 'commune']],
    parentId: [planId],
    on: ['2026-05-01'],
    find: ['a'],
    ended: [true],
    class: ['border'],
    answer: ['none'],
    placeId: [planId],
  }
})

async function aFigure(reviewId: string): Promise<string> {
  const { compiled } = await site.ask<{ compiled: { figures: Record<string, unknown> } }>(stage.officer, 'reviews.review', {
    reviewId,
  })
  return Object.keys(compiled.figures)[0]!
}

/** Inputs that name what is there: all fields, and only the required ones; their values in turn. */
function inputsFor(name: string, turns: readonly number[]): Json[] {
  const { properties = {}, required = [] } = schemaOf(queries.get(name)!)
  const names = Object.keys(properties)
  expect(
    names.filter(one => !(one in fields)),
    `fields of ${name} that this test must learn`,
  ).toEqual([])
  const pick = (wanted: readonly string[], turn: number) =>
    Object.fromEntries(wanted.map(one => [one, fields[one]![turn % fields[one]!.length]!]))
  return eachOnce(turns.flatMap(turn => [pick(names, turn), pick(required, turn)]))
}

/** An officer asks by all values, the other roles of a side, who are shown no more, share them out. */
const turnsOf = (role: Role): number[] =>
  role === 'officer' ? [0, 1, 2, 3] : [0, 1].map(at => (ROLES.indexOf(role) * 2 + at) % 4)

async function answersOf(side: Side, role: Role): Promise<string> {
  const username = usernameOf(side, role)
  const texts: string[] = []
  for (const name of queries.keys())
    for (const input of inputsFor(name, turnsOf(role)))
      texts.push(JSON.stringify((await sessions.get(username)!.query(name, input)).body))
  return texts.join('\n')
}

describe('what one side keeps to itself', () => {
  it('is found by its own officer, so that the search below is a fair one', async () => {
    const text = await answersOf('own', 'officer')
    expect(text).toContain(OURS)
    expect(text).toContain(JOINT)
  })

  it.each(ROLES)('is in no answer to the partner’s %s, who does see what is joint', async role => {
    const text = await answersOf('partner', role)
    expect(text).not.toContain(OURS)
    if (role !== 'administrator') expect(text).toContain(JOINT)
  })

  it.each(ROLES)('is in no answer to a stranger’s %s, and nothing joint either', async role => {
    const text = await answersOf('stranger', role)
    expect(text).not.toContain(OURS)
    expect(text).not.toContain(JOINT)
  })

  it('is behind no file address and no export for anybody else', async () => {
    const idFor = (name: string) =>
      name === 'package' ? ids.packageId : name.startsWith('petition') ? ids.petitionId : ids.reviewId
    const papers = [...exportsByName.values()].flatMap(one =>
      one.formats.map(format => `/api/exports/${one.name}/${idFor(one.name)}.${format}`),
    )
    const paths = [`/api/files/${ids.fileId}`, ...papers]
    expect((await sessions.get('own.officer')!.get(paths[0]!)).status).toBe(200)
    for (const path of paths)
      for (const side of ['partner', 'stranger'])
        for (const role of ROLES) {
          const { status } = await sessions.get(`${side}.${role}`)!.get(path)
          expect([403, 404], `${side} ${role} ${path}`).toContain(status)
        }
  })
})
