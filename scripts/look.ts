// Opens every screen of the sample province in a real browser, keeps a picture of each sight in data/look, runs axe on it and
// listens to the console; ends with 1 where anything is found. Run: npm run look [-- PART OF A SCREEN'S NAME…]
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import axe, { type AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { buildWebIfStale } from '../src/app/build-web.ts'
import { root } from '../src/app/config.ts'
import { buildServer } from '../src/app/http/server.ts'
import { loadSamples } from '../src/app/seed.ts'
import { openSite } from '../src/app/site.ts'
import type { Json } from '../src/engine/db/database.ts'
import { type Engine, runCommand, runQuery } from '../src/engine/runner.ts'
import { newId } from '../src/kernel/ids.ts'
import { launchChromium } from '../test/e2e/chromium.ts'
import { planByPost } from './look-by-post.ts'
import { mergers } from './look-reorganisation.ts'
import { actorOf, cameIn, instructed, openImport } from './look-scenes.ts'

type Screen = { name: string; path: string; user?: string; printed?: boolean }
type Finding = string

/** Zoom to 200 % halves the window. */
const SIGHTS = {
  laptop: { width: 1440, height: 900 },
  phone: { width: 360, height: 740 },
  zoom: { width: 720, height: 450 },
}
type Sight = keyof typeof SIGHTS
const SETTLED_MS = 400
const DRAWN = 'document.querySelector("h1") !== null && document.querySelector(".skeleton") === null'
const DRAWN_WITHIN_MS = 15_000
const DRAWN_EVERY_MS = 100
// Each session is opened with a code of its own.
let codes = 0

const pictures = join(root, 'data/look')
const scratch = await mkdtemp(join(tmpdir(), 'phoihop-look-'))
await mkdir(pictures, { recursive: true })
await buildWebIfStale()
const site = await openSite({ dataDir: scratch, databaseUrl: null })
const server = await buildServer(site.engine, { secure: false, behindProxy: false, tls: null })
try {
  await loadSamples(site.engine)
  await server.listen({ host: '127.0.0.1', port: 0 })
  const screens = chosen(await screensOf(site.engine), process.argv.slice(2))
  const findings = await lookAt(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}`, screens)
  console.log(`\n${screens.length} screens in ${pictures}: ${findings.length} findings`)
  for (const finding of findings) console.log(`  ${finding}`)
  if (findings.length > 0) process.exitCode = 1
} finally {
  await server.close()
  await site.stop()
  await rm(scratch, { recursive: true, force: true })
}

function chosen(screens: Screen[], parts: readonly string[]): Screen[] {
  return parts.length === 0 ? screens : screens.filter(screen => parts.some(part => screen.name.includes(part)))
}

/** Every screen, with what the samples have for it; an import that waits, a draft plan and a draft review are added. */
async function screensOf(engine: Engine): Promise<Screen[]> {
  const lan = await actorOf(engine, 'lan')
  const rows = await engine.database.read('system', async db => ({
    template: await db.selectFrom('cascade_template').select('id').executeTakeFirstOrThrow(),
    copy: await db
      .selectFrom('cascade_copy')
      .select('id')
      .where('opened_on', 'is not', null)
      .where('signed_on', 'is', null)
      .executeTakeFirstOrThrow(),
    signedCopy: await db.selectFrom('cascade_copy').select('id').where('signed_on', 'is not', null).executeTakeFirstOrThrow(),
    programme: await db.selectFrom('programme').select(['id', 'period_to']).orderBy('id').executeTakeFirstOrThrow(),
    plan: await db.selectFrom('plan').select(['id', 'year']).orderBy('year', 'desc').orderBy('id').executeTakeFirstOrThrow(),
    activity: await db.selectFrom('activity').select('id').orderBy('id').executeTakeFirstOrThrow(),
    perCommune: await db
      .selectFrom('plan_item')
      .select('id')
      .where('target_per', '=', 'xã')
      .where('dropped_reason', 'is', null)
      .orderBy('id')
      .executeTakeFirstOrThrow(),
    perVillage: await db.selectFrom('plan_item').select('id').where('target_per', 'like', 'thôn%').executeTakeFirstOrThrow(),
    ownKind: await db.selectFrom('own_kind').select('key').where('state', '=', 'agreed').executeTakeFirstOrThrow(),
    ownWork: await db
      .selectFrom('activity')
      .select('id')
      .where('title', 'like', 'Tuyên truyền lưu động%')
      .orderBy('held_on')
      .executeTakeFirstOrThrow(),
    renamed: await db.selectFrom('body_name').select('body_id').where('valid_from', 'is not', null).executeTakeFirstOrThrow(),
    meeting: await db.selectFrom('meeting').select('id').orderBy('held_on').executeTakeFirstOrThrow(),
    lastMeeting: await db.selectFrom('meeting').select('id').orderBy('held_on', 'desc').executeTakeFirstOrThrow(),
    reading: await db
      .selectFrom('dissemination')
      .innerJoin('account', 'account.id', 'created_by')
      .select('dissemination.id')
      .where('username', '=', 'lan')
      .orderBy('dissemination.created_at')
      .executeTakeFirstOrThrow(),
    request: await db.selectFrom('exchange_request').select('id').where('state', '=', 'answered').executeTakeFirstOrThrow(),
    supervision: await db.selectFrom('supervision').select('id').orderBy('starts_on').executeTakeFirstOrThrow(),
    visitedWork: await db
      .selectFrom('supervision')
      .innerJoin('construction', 'construction.id', 'construction_id')
      .select(['construction.id', 'construction.commune_id'])
      .orderBy('supervision.starts_on')
      .executeTakeFirstOrThrow(),
    model: await db
      .selectFrom('movement')
      .select('id')
      .where('recognised_date', 'is not', null)
      .orderBy('starts_on')
      .executeTakeFirstOrThrow(),
    directive: await db.selectFrom('directive').select('id').where('number', '=', '14-CT/TU').executeTakeFirstOrThrow(),
    twinning: await db.selectFrom('movement').select('id').where('kind', '=', 'twinning').executeTakeFirstOrThrow(),
    visiting: await db.selectFrom('supervision').select('id').orderBy('starts_on', 'desc').executeTakeFirstOrThrow(),
    official: await db.selectFrom('paper').select('id').where('state', '=', 'frozen').executeTakeFirstOrThrow(),
    paperDraft: await db.selectFrom('paper').select('id').where('state', '=', 'draft').executeTakeFirstOrThrow(),
    letter: await db.selectFrom('paper').select('id').where('source_kind', '=', 'package').executeTakeFirstOrThrow(),
    round: await db.selectFrom('commendation').select('id').where('form', '=', 'citation').executeTakeFirstOrThrow(),
    openRound: await db.selectFrom('commendation').select('id').where('state', '=', 'open').executeTakeFirstOrThrow(),
    recognition: await db
      .selectFrom('recognition')
      .innerJoin('body', 'body.id', 'recognition.body_id')
      .innerJoin('place', 'place.id', 'village_id')
      .select('recognition.id')
      .where('body.kind', '=', 'front')
      .where('place.name', 'like', '%Nà Lốc')
      .executeTakeFirstOrThrow(),
    settled: await db.selectFrom('petition').select('id').where('confirmed_on', 'is not', null).executeTakeFirstOrThrow(),
    late: await db
      .selectFrom('petition')
      .select('id')
      .where('state', '=', 'acknowledged')
      .where('shared_at', 'is not', null)
      .executeTakeFirstOrThrow(),
    posted: await db
      .selectFrom('paper_sending')
      .select(['subject_id', 'programme_id', 'to_body'])
      .where('subject_kind', '=', 'indicator')
      .executeTakeFirstOrThrow(),
    informed: await db
      .selectFrom('exchange_package')
      .select('id')
      .where('paper_act_id', 'is not', null)
      .executeTakeFirstOrThrow(),
    amendment: await db.selectFrom('amendment').select('id').where('state', '=', 'shared').executeTakeFirstOrThrow(),
    review: await db.selectFrom('review').select(['id', 'year']).where('state', '=', 'frozen').executeTakeFirstOrThrow(),
    final: await db.selectFrom('review').select('id').where('kind', '=', 'final').executeTakeFirstOrThrow(),
    written: await db
      .selectFrom('figure_dispute')
      .innerJoin('review_part', 'review_part.review_id', 'figure_dispute.review_id')
      .select(['figure_dispute.review_id', 'figure_id', 'review_part.id as part_id'])
      .where('arrived_at', 'is', null)
      .executeTakeFirstOrThrow(),
  }))
  const [draftId, planId, reviewId, requestId] = [await openImport(engine, lan), newId(), newId(), newId()]
  const send = (name: string, input: Json) => runCommand(engine, lan, { commandId: newId(), name, input })
  const programmeId = rows.programme.id
  const year = Math.min(rows.plan.year + 1, rows.programme.period_to)
  const left = (await runQuery(engine, lan, 'plans.unfinished', { programmeId, year })) as { items: { id: string }[] }
  const items = left.items.slice(0, 2).map(item => ({ from: item.id, itemId: newId(), dueOn: null }))
  await send('plans.draft-plan', { planId, programmeId, year, carry: { reason: 'Chưa bố trí được kinh phí', items } })
  await send('reviews.open-review', { reviewId, programmeId, kind: 'half-year', year: rows.review.year, half: 2 })
  const read = await cameIn(engine)
  const instructionId = await instructed(engine, send, reviewId)
  const letter = { toName: 'Sở Tài chính', toBody: null, content: 'Đề nghị bố trí kinh phí cho hội nghị', clausePath: null }
  await send('exchange.draft-request', { requestId, programmeId, ...letter, signedWith: [] })
  await send('exchange.submit-request', { clearanceId: newId(), requestId })
  const [ours, theirs] = [await actorOf(engine, 'minh'), await actorOf(engine, 'hoa')]
  const posted = await planByPost({ engine, programmeId, year: rows.programme.period_to, ours, theirs })
  const merger = await mergers(engine)
  const { review_id: writtenId, figure_id: disputedFigure, part_id: partId } = rows.written
  return [
    { name: 'dang-nhap', path: '/', user: '' },
    { name: 'viec-cua-toi', path: '/' },
    { name: 'viec-cua-toi-ben-kia', path: '/', user: 'hoa' },
    { name: 'viec-cua-toi-trong', path: '/', user: 'dung' },
    { name: 'chuong-trinh', path: '/chuong-trinh' },
    { name: 'chuong-trinh-trong', path: '/chuong-trinh', user: 'dung' },
    { name: 'chuong-trinh-mo', path: `/chuong-trinh/${programmeId}`, printed: true },
    { name: 'doi-chieu', path: `/chuong-trinh/${programmeId}/doi-chieu`, printed: true },
    { name: 'cap-xa', path: '/cap-xa' },
    { name: 'cap-xa-moi', path: `/cap-xa/moi?chuong-trinh=${programmeId}` },
    { name: 'cap-xa-theo-doi', path: `/cap-xa/${rows.template.id}`, printed: true },
    { name: 'cap-xa-ban', path: `/cap-xa/ban/${rows.copy.id}`, user: 'xa.eatrang' },
    { name: 'cap-xa-da-ky', path: `/cap-xa/ban/${rows.signedCopy.id}`, user: 'xa.dakmay', printed: true },
    { name: 'cap-tren', path: `/chuong-trinh/${programmeId}/cap-tren`, printed: true },
    { name: 'ket-thuc', path: `/chuong-trinh/${rows.posted.programme_id}/ket-thuc`, printed: true },
    { name: 'ket-thuc-de-nghi', path: `/chuong-trinh/${programmeId}/ket-thuc` },
    { name: 'giai-doan-sau', path: `/chuong-trinh/${programmeId}/giai-doan-sau`, printed: true },
    { name: 'dau-moi', path: `/chuong-trinh/${programmeId}/dau-moi`, printed: true },
    { name: 'cuoc-hop', path: `/cuoc-hop/${rows.meeting.id}`, printed: true },
    { name: 'cuoc-hop-cho', path: `/cuoc-hop/${rows.lastMeeting.id}?xem=thong-nhat`, user: 'hoa' },
    { name: 'cuoc-hop-ghi', path: `/chuong-trinh/${programmeId}/cuoc-hop` },
    { name: 'quan-triet', path: '/quan-triet?xem=tat-ca', user: 'minh' },
    { name: 'quan-triet-mo', path: `/quan-triet/${rows.reading.id}`, user: 'minh' },
    { name: 'quan-triet-doc', path: `/quan-triet/${rows.reading.id}` },
    { name: 'quan-triet-phieu', path: `/quan-triet/${rows.reading.id}/phieu`, printed: true },
    { name: 'quan-triet-moi', path: '/quan-triet/moi' },
    { name: 'chuong-trinh-hop-nhat', path: `/chuong-trinh/${programmeId}?ngay=2027-01-01`, printed: true },
    { name: 'dieu-chinh', path: `/chuong-trinh/${programmeId}/dieu-chinh` },
    { name: 'dieu-chinh-soan', path: `/chuong-trinh/${programmeId}/dieu-chinh/moi?muc=${encodeURIComponent('II/1/1.2')}` },
    {
      name: 'dieu-chinh-de-xuat',
      path: `/chuong-trinh/${programmeId}/dieu-chinh/${rows.amendment.id}`,
      user: 'minh',
      printed: true,
    },
    { name: 'nhap', path: '/chuong-trinh/nhap' },
    { name: 'nhap-ra-soat', path: `/chuong-trinh/nhap/${draftId}` },
    { name: 'ke-hoach', path: '/ke-hoach' },
    { name: 'ke-hoach-da-thong-nhat', path: `/ke-hoach/${rows.plan.id}`, printed: true },
    {
      name: 'chi-tieu-van-ban',
      path: `/chuong-trinh/${rows.posted.programme_id}/chi-tieu/${rows.posted.subject_id}`,
      user: 'vanthu.mttq',
      printed: true,
    },
    {
      name: 'chi-tieu-gui-giay',
      path: `/chuong-trinh/${rows.posted.programme_id}/chi-tieu/${rows.posted.subject_id}?gui-giay=${rows.posted.to_body}.whole`,
      user: 'vanthu.mttq',
    },
    {
      name: 'trao-doi-van-ban',
      path: `/trao-doi?chuong-trinh=${rows.posted.programme_id}&nam=2026`,
      user: 'vanthu.mttq',
      printed: true,
    },
    { name: 'goi-van-ban', path: `/trao-doi/${rows.informed.id}`, printed: true },
    { name: 'chi-tieu-lam-viec', path: `/chuong-trinh/${programmeId}/chi-tieu`, printed: true },
    { name: 'ke-hoach-tien-do', path: `/ke-hoach/${rows.plan.id}?xem=tien-do`, printed: true },
    { name: 'ke-hoach-lich', path: `/ke-hoach/${rows.plan.id}?xem=lich&thang=${rows.plan.year}-06`, printed: true },
    { name: 'ke-hoach-du-toan', path: `/ke-hoach/${rows.plan.id}/du-toan`, printed: true },
    { name: 'ke-hoach-du-thao', path: `/ke-hoach/${planId}` },
    { name: 'van-ban-giay', path: `/ke-hoach/${posted.planId}`, user: 'minh', printed: true },
    { name: 'van-ban-giay-gui', path: `/ke-hoach/${posted.planId}?gui-giay=${posted.bodyId}.whole`, user: 'minh' },
    { name: 'van-ban-giay-nhap', path: `/ke-hoach/${posted.planId}?van-ban=${posted.actId}`, user: 'minh' },
    { name: 'van-ban-giay-ghi-thay', path: '/ghi-thay', user: 'hoa' },
    { name: 'van-ban-giay-trong', path: '/ghi-thay', user: 'dung' },
    { name: 'hoat-dong', path: '/hoat-dong' },
    { name: 'hoat-dong-ghi-nhan', path: '/hoat-dong/moi' },
    { name: 'hoat-dong-nhap', path: '/hoat-dong/nhap' },
    { name: 'hoat-dong-theo-xa', path: `/hoat-dong/theo-xa?muc=${rows.perCommune.id}`, printed: true },
    { name: 'hoat-dong-theo-thon', path: `/hoat-dong/theo-xa?muc=${rows.perVillage.id}`, printed: true },
    { name: 'loai-viec', path: '/hoat-dong/loai-viec', printed: true },
    { name: 'loai-viec-tra-loi', path: '/hoat-dong/loai-viec', user: 'minh' },
    { name: 'loai-viec-mot', path: `/hoat-dong/loai-viec/${rows.ownKind.key}` },
    { name: 'loai-viec-moi', path: '/hoat-dong/loai-viec/moi' },
    { name: 'loai-viec-sua', path: `/hoat-dong/loai-viec/moi?sua=${rows.ownKind.key}` },
    { name: 'loai-viec-nhap', path: `/hoat-dong/nhap?loai=${rows.ownKind.key}` },
    { name: 'loai-viec-hoat-dong', path: `/hoat-dong/${rows.ownWork.id}` },
    { name: 'hoat-dong-mo', path: `/hoat-dong/${rows.activity.id}` },
    { name: 'phong-trao', path: '/hoat-dong/phong-trao', printed: true },
    { name: 'phong-trao-trong', path: '/hoat-dong/phong-trao', user: 'dung' },
    { name: 'phong-trao-dang-ky', path: '/hoat-dong/phong-trao/moi?loai=model' },
    { name: 'phong-trao-mo-hinh', path: `/hoat-dong/phong-trao/${rows.model.id}`, printed: true },
    { name: 'phong-trao-ket-nghia', path: `/hoat-dong/phong-trao/${rows.twinning.id}`, user: 'hoa' },
    { name: 'phong-trao-nhan-rong', path: `/hoat-dong/phong-trao/moi?tu=${rows.model.id}` },
    { name: 'chi-so', path: '/hoat-dong/chi-so', printed: true },
    { name: 'chi-so-hien-nay', path: '/hoat-dong/chi-so?dia-gioi=hien-nay' },
    { name: 'chi-so-trong', path: '/hoat-dong/chi-so', user: 'dung' },
    { name: 'chi-so-moi', path: '/hoat-dong/chi-so/moi' },
    { name: 'vanban-danh-sach', path: '/van-ban', user: 'vanthu.mttq' },
    { name: 'vanban-trong', path: '/van-ban', user: 'dung' },
    { name: 'vanban-so-di', path: '/van-ban/so-di', user: 'vanthu.mttq', printed: true },
    { name: 'vanban-den', path: '/van-ban/den', user: 'vanthu.mttq', printed: true },
    { name: 'vanban-den-moi', path: '/van-ban/den/moi', user: 'vanthu.mttq' },
    { name: 'vanban-den-doc', path: `/van-ban/den/moi?doc=${read.free}`, user: 'vanthu.mttq' },
    { name: 'vanban-den-quet', path: `/van-ban/den/moi?doc=${read.stopped}`, user: 'vanthu.mttq' },
    { name: 'vanban-den-mo', path: `/van-ban/den/${read.incomingId}`, user: 'vanthu.mttq' },
    { name: 'vanban-moi', path: '/van-ban/moi', user: 'vanthu.mttq' },
    { name: 'vanban-mo', path: `/van-ban/${rows.official.id}`, user: 'vanthu.mttq' },
    { name: 'vanban-du-thao', path: `/van-ban/${rows.paperDraft.id}`, user: 'vanthu.mttq' },
    { name: 'vanban-loi-van', path: `/van-ban/${rows.letter.id}?sua=loi-van`, user: 'lan' },
    { name: 'van-ban-chi-dao', path: '/van-ban-chi-dao', printed: true },
    { name: 'van-ban-chi-dao-trong', path: '/van-ban-chi-dao', user: 'dung' },
    { name: 'van-ban-chi-dao-mo', path: `/van-ban-chi-dao/${rows.directive.id}`, printed: true },
    { name: 'van-ban-chi-dao-moi', path: '/van-ban-chi-dao/moi' },
    { name: 'van-ban-chi-dao-de-xuat', path: '/van-ban-chi-dao/de-xuat' },
    { name: 'muc-tieu', path: '/van-ban-chi-dao/muc-tieu', printed: true },
    { name: 'muc-tieu-mo', path: '/van-ban-chi-dao/muc-tieu/2026-2035/HP2' },
    { name: 'de-nghi', path: '/trao-doi/de-nghi', printed: true },
    { name: 'de-nghi-mo', path: `/trao-doi/de-nghi/${rows.request.id}`, user: 'vanthu.mttq' },
    { name: 'de-nghi-da-trinh', path: `/trao-doi/de-nghi/${requestId}`, user: 'minh' },
    { name: 'de-nghi-moi', path: '/trao-doi/de-nghi/moi' },
    { name: 'giam-sat', path: '/giam-sat', printed: true },
    {
      name: 'giam-sat-loc',
      path: `/giam-sat?xa=${rows.visitedWork.commune_id}&cong-trinh=${rows.visitedWork.id}&da-xem=2026&tt=closed`,
    },
    { name: 'giam-sat-lap', path: '/giam-sat/moi' },
    { name: 'giam-sat-mo', path: `/giam-sat/${rows.supervision.id}`, user: 'minh', printed: true },
    { name: 'giam-sat-dang-xem', path: `/giam-sat/${rows.visiting.id}` },
    { name: 'giam-sat-du-an', path: '/giam-sat?du-an=2026&muc=2021-2025%2FDA9' },
    { name: 'giam-sat-cong-trinh', path: '/giam-sat/cong-trinh' },
    { name: 'thi-dua', path: '/thi-dua', printed: true },
    { name: 'thi-dua-moi', path: '/thi-dua/moi' },
    { name: 'thi-dua-mo', path: `/thi-dua/${rows.round.id}`, user: 'tuan', printed: true },
    { name: 'thi-dua-dang-mo', path: `/thi-dua/${rows.openRound.id}` },
    { name: 'uy-tin', path: '/nguoi-co-uy-tin', printed: true },
    { name: 'uy-tin-nap', path: '/nguoi-co-uy-tin/nap' },
    { name: 'uy-tin-quyet-dinh', path: '/nguoi-co-uy-tin/quyet-dinh' },
    { name: 'uy-tin-mo', path: `/nguoi-co-uy-tin/${rows.recognition.id}` },
    { name: 'uy-tin-tham-hoi', path: `/nguoi-co-uy-tin/${rows.recognition.id}/tham-hoi` },
    { name: 'uy-tin-so-lieu-ho-so', path: '/nguoi-co-uy-tin/so-lieu?tu=2026-01-01&den=2026-12-31&so-lieu=class' },
    { name: 'uy-tin-so-lieu', path: '/nguoi-co-uy-tin/so-lieu?tu=2026-01-01&den=2026-12-31', printed: true },
    { name: 'giam-sat-so-lieu', path: '/giam-sat/so-lieu?nam=2026&vung=region-3', printed: true },
    { name: 'giam-sat-so-lieu-ca-nam', path: '/giam-sat/so-lieu?nam=2026' },
    { name: 'giam-sat-bao-cao', path: '/giam-sat/bao-cao?nam=2026', user: 'minh' },
    { name: 'giam-sat-bao-cao-ho-so', path: '/giam-sat/bao-cao?nam=2026&so-lieu=2026.found', user: 'minh' },
    { name: 'giam-sat-tong-the', path: '/giam-sat/tong-the?nam=2026', printed: true },
    { name: 'giam-sat-thoi-han', path: '/giam-sat/thoi-han', user: 'quantri.sdttg' },
    { name: 'kien-nghi', path: '/kien-nghi', printed: true },
    { name: 'kien-nghi-ghi-nhan', path: '/kien-nghi/moi' },
    { name: 'kien-nghi-mo', path: `/kien-nghi/${rows.settled.id}`, printed: true },
    { name: 'kien-nghi-qua-han', path: `/kien-nghi/${rows.late.id}`, user: 'minh' },
    { name: 'kien-nghi-don-doc', path: `/kien-nghi/${rows.late.id}/don-doc`, user: 'minh' },
    { name: 'kien-nghi-ben-kia', path: `/kien-nghi/${rows.late.id}`, user: 'hoa' },
    { name: 'kien-nghi-trong', path: '/kien-nghi', user: 'dung' },
    { name: 'kien-nghi-phieu', path: `/kien-nghi/${rows.late.id}/phieu`, printed: true },
    { name: 'kien-nghi-don-thu', path: '/kien-nghi/don-thu' },
    { name: 'kien-nghi-so-lieu', path: '/kien-nghi/so-lieu', printed: true },
    { name: 'kien-nghi-cong-bo', path: '/kien-nghi/so-lieu?cong-bo=1' },
    { name: 'kien-nghi-thiet-lap', path: '/kien-nghi/thiet-lap', user: 'quantri.mttq' },
    { name: 'kien-nghi-thoi-han', path: '/kien-nghi/thiet-lap?xem=clocks', user: 'quantri.mttq' },
    { name: 'kien-nghi-tra-cuu', path: '/tra-cuu', user: '' },
    { name: 'bao-cao', path: '/bao-cao' },
    { name: 'bao-cao-da-chot', path: `/bao-cao/${rows.review.id}`, printed: true },
    { name: 'soan-thao-chung', path: `/bao-cao/${writtenId}/soan` },
    { name: 'soan-thao-phien-ban', path: `/bao-cao/${writtenId}/phien-ban` },
    { name: 'soan-thao-trinh-chieu', path: `/bao-cao/${writtenId}/hoi-nghi?to=4` },
    { name: 'soan-thao-giao-viet', path: `/bao-cao/${writtenId}/soan?canh=phan-giao` },
    { name: 'soan-thao-phan', path: `/bao-cao/phan/${partId}` },
    {
      name: 'bao-cao-co-y-kien',
      path: `/bao-cao/${writtenId}?so-lieu=${encodeURIComponent(disputedFigure)}`,
      user: 'hoa',
    },
    { name: 'bao-cao-du-thao', path: `/bao-cao/${reviewId}`, printed: true },
    { name: 'bao-cao-tong-ket', path: `/bao-cao/${rows.final.id}`, printed: true },
    { name: 'y-kien-chi-dao', path: `/y-kien-chi-dao/${instructionId}` },
    { name: 'bao-cao-da-trinh', path: `/bao-cao/${reviewId}`, user: 'truongban.mttq' },
    { name: 'lich', path: '/lich' },
    { name: 'to-chuc', path: '/to-chuc' },
    { name: 'nhat-ky-doc', path: '/to-chuc/nhat-ky-doc', user: 'minh' },
    { name: 'nhat-ky-doc-khong-quyen', path: '/to-chuc/nhat-ky-doc' },
    { name: 'to-chuc-dia-ban', path: '/to-chuc?xem=dia-ban', printed: true },
    { name: 'to-chuc-dia-ban-quan-tri', path: '/to-chuc?xem=dia-ban', user: 'quantri.mttq' },
    { name: 'to-chuc-uy-quyen', path: '/to-chuc?xem=uy-quyen', user: 'thao' },
    { name: 'to-chuc-tai-khoan', path: '/to-chuc?xem=tai-khoan', user: 'quantri.sdttg' },
    { name: 'to-chuc-ban-giao', path: '/to-chuc/ban-giao', user: 'minh' },
    { name: 'qua-trinh', path: `/to-chuc/${theirs.bodyId}/qua-trinh`, printed: true },
    { name: 'sap-xep', path: '/to-chuc/sap-xep', user: 'quantri.sdttg' },
    { name: 'sap-xep-moi', path: '/to-chuc/sap-xep/moi', user: 'quantri.mttq' },
    { name: 'sap-xep-cho', path: `/to-chuc/sap-xep/${merger.waiting}`, user: 'minh' },
    { name: 'sap-xep-da-xong', path: `/to-chuc/sap-xep/${merger.applied}`, printed: true },
    { name: 'noi-cap-chung-thu', path: '/to-chuc/noi-cap-chung-thu', user: 'quantri.mttq' },
    { name: 'noi-cap-chung-thu-xem', path: '/to-chuc/noi-cap-chung-thu' },
    { name: 'to-chuc-co-quan', path: `/to-chuc/${rows.renamed.body_id}`, user: 'tuan' },
    { name: 'tim', path: '/tim?q=giám sát' },
    { name: 'nhac-viec', path: '/nhac-viec' },
    { name: 'nhac-viec-cach-nhac', path: '/nhac-viec?xem=cach-nhac', user: 'minh' },
    { name: 'phien', path: '/phien' },
    { name: 'mat-khau', path: '/mat-khau' },
    { name: 'them', path: '/them' },
    { name: 'khong-co', path: '/khong-co-trang-nay' },
  ]
}

async function lookAt(url: string, screens: readonly Screen[]): Promise<Finding[]> {
  const browser = await launchChromium()
  const findings: Finding[] = []
  try {
    for (const sight of ['laptop', 'phone', 'zoom'] as const) {
      const seen = screens.filter(screen => sight !== 'zoom' || screen.printed)
      for (const [user, own] of Map.groupBy(seen, ({ user = 'lan' }) => user)) {
        const context = await enter(browser, url, user, sight)
        for (const screen of own) findings.push(...(await lookOnce(context, url, screen, sight)))
        await context.close()
      }
    }
  } finally {
    await browser.close()
  }
  return findings
}

/** A browser of its own for a user, or for nobody where the name is empty. */
async function enter(browser: Browser, url: string, user: string, sight: Sight): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: SIGHTS[sight],
    locale: 'vi-VN',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  if (user)
    await context.addCookies([{ name: 'phoihop', value: await openSession(user), url, httpOnly: true, sameSite: 'Strict' }])
  return context
}

/** A session as the sign-in door opens it, past the second factor that administrators and clerks have. */
async function openSession(username: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const { accountId } = await actorOf(site.engine, username)
  const tokenHash = createHash('sha256').update(token).digest('hex')
  const session = { sessionId: newId(), accountId, tokenHash, device: 'look', codeStep: ++codes, enrol: null }
  await runCommand(site.engine, 'system', { commandId: newId(), name: 'agencies.open-session', input: session })
  return token
}

async function lookOnce(context: BrowserContext, url: string, screen: Screen, sight: Sight): Promise<Finding[]> {
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(`console: ${message.text()}`)
  })
  page.on('pageerror', error => said.push(`error: ${error.message}`))
  await page.goto(url + screen.path, { waitUntil: 'networkidle' })
  // A slow machine draws late; what never comes is found below.
  await drawn(page)
  await sleep(SETTLED_MS)
  const found = [...(await axeFindings(page)), ...(await tooWide(page)), ...said]
  if (screen.printed && sight === 'laptop')
    await page.pdf({ path: join(pictures, `${screen.name}.pdf`), format: 'A4', preferCSSPageSize: true, printBackground: true })
  await wholePicture(page, join(pictures, `${screen.name}-${sight}.png`))
  await page.close()
  return found.map(one => `${screen.name} (${sight}): ${one}`)
}

/** Waits until the page is drawn. Asked through the debugger: a waiting within the page would be an eval that its policy forbids. */
async function drawn(page: Page): Promise<void> {
  for (let waited = 0; waited < DRAWN_WITHIN_MS && !(await page.evaluate<boolean>(DRAWN)); waited += DRAWN_EVERY_MS)
    await sleep(DRAWN_EVERY_MS)
}

/** Evaluated through the debugger, since the page's policy lets no foreign script in. */
async function axeFindings(page: Page): Promise<Finding[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })')
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map(node => node.target.join(' '))
    return `axe ${id} (${help}) at ${nodes.length}: ${places.join(' | ')}`
  })
}

async function tooWide(page: Page): Promise<Finding[]> {
  const [wide, window] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, innerWidth]')
  return wide > window ? [`the page is ${wide} px wide in a window of ${window} px`] : []
}

/** The window is made as long as the page, so that what is only drawn when it is seen stands in the picture too. */
async function wholePicture(page: Page, path: string): Promise<void> {
  const { width } = page.viewportSize()!
  const height = await page.evaluate<number>('document.documentElement.scrollHeight')
  await page.setViewportSize({ width, height })
  await sleep(SETTLED_MS)
  await page.screenshot({ path, fullPage: true })
}
