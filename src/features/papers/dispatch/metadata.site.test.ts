import { expect, it } from 'vitest'
import { frozenLetter, frozenReview, issueInInk } from '../../../../test/harness/papers.ts'
import { openTestSite } from '../../../../test/harness/site.ts'
import { newId } from '../../../kernel/ids.ts'
import { dossierOf } from './facts.ts'
import { metadataXml, type PaperFacts } from './metadata.ts'

const DAY = '2026-06-16'
const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { send, ask, who, engine } = site
const [clerk, minh, partner, theirs] = [who('vanthu.mttq'), who('minh'), who('hoa'), who('vanthu.sdttg')]

it('a paper tells where it comes to what it is: signed by hand, recalled, by whom it went and when', async () => {
  const { programmeId } = await frozenReview(site)
  const letter = await frozenLetter(site, clerk, { programmeId })
  await issueInInk(site, clerk, letter, DAY)
  const { paperId } = letter
  const to = { dispatchId: newId(), way: 'inside', toBodyId: partner.bodyId, toName: 'Sở Dân tộc và Tôn giáo' }
  await send(clerk, 'papers.send-paper', { paperId, version: 5, sendings: [to] })
  const incomingId = newId()
  await send(theirs, 'papers.receive-paper', { incomingId, dispatchId: to.dispatchId, version: 1, arrivedOn: DAY })
  const unit = await engine.database.read('system', db =>
    db.selectFrom('unit').select('id').where('body_id', '=', partner.bodyId).limit(1).executeTakeFirstOrThrow(),
  )
  await send(theirs, 'papers.give-incoming', { incomingId, version: 1, leadUnit: unit.id, programmeId })
  const { paper } = await ask<{ paper: { version: number } }>(clerk, 'papers.paper', { paperId })
  await send(minh, 'papers.recall-paper', { paperId, version: paper.version, reason: 'Sai số liệu' })
  const xml = metadataXml(await engine.database.read(partner, db => dossierOf(db, programmeId)), null)
  expect(xml).toMatch(
    /<Description>Bản giấy ký tay của .*, lưu bản chụp. Đã thu hồi ngày 16\/06\/2026: Sai số liệu<\/Description>/,
  )
  expect(xml).toMatch(
    /<TraceHeaderList>(<TraceHeader>.*?<Timestamp>2026\/06\/16 10:00:00<\/Timestamp><\/TraceHeader>){2}<\/TraceHeaderList>/,
  )
  // Nobody has noted how urgent a paper is that was written elsewhere.
  expect(xml).not.toContain('<Priority>')
})

it('a file tells who put it together and that it is not for all, and what is not known is left out', () => {
  const facts: PaperFacts = {
    kind: 'BC',
    number: '05',
    symbol: 'BC-MTTQ',
    dated: DAY,
    subject: 'Sơ kết',
    pages: 3,
    description: null,
    priority: 'Thường',
    organs: [{ code: null, name: 'Ban Thường trực' }],
    signers: [],
    to: [],
    arrived: null,
    files: [],
  }
  const xml = metadataXml([facts], { title: 'Chương trình', notation: null, creator: 'Lò Văn Minh' })
  expect(xml).toContain('<Rights>Hạn chế</Rights><Creator>Lò Văn Minh</Creator>')
  expect(xml).toContain('<Priority>Thường</Priority>')
  for (const unknown of ['Description', 'Maintenance', 'TraceHeaderList', 'ArrivalDate'])
    expect(xml).not.toContain(`<${unknown}>`)
})
