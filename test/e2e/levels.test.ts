import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { addDays, printDate, vietnamDate } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor } from '../../src/kernel/permissions.ts'
import { addCommune, COMMUNE_PASSWORD, usernameOf } from '../harness/cascade.ts'
import { insertProgramme } from '../harness/programme.ts'
import { LAPTOP, openJourney, PHONE } from './journey.ts'

let later = 0
const journey = await openJourney({ now: () => new Date(Date.now() + later) })
const { enter, complaints, url, send } = journey
const today = () => vietnamDate(new Date(Date.now() + later))
const DISTRICTS = 'Phòng Dân tộc các huyện'

it('a template goes to 124 communes: figures are asked, one answers, one is returned, one is late, and who is missing is named', async () => {
  const { id } = await insertProgramme(journey, [{ path: 'II/1', text: 'Tuyên truyền pháp luật' }])
  const communes: Actor[] = []
  for (const name of ['Xã Một', 'Xã Hai', 'Xã Ba']) communes.push(await addCommune(journey, name))
  for (let at = 4; at <= 124; at++) await addBody(`Xã thứ ${at}`)
  const [minh, phone] = [await enter('minh'), await enterCommune(communes[0]!, PHONE)]
  await sendTemplate(minh, id)
  const ledger = minh.url()
  const second = await enterCommune(communes[1]!)
  await sign(phone)
  await sign(second)
  await sign(await enterCommune(communes[2]!))
  await askFigures(minh, ledger)
  await report(phone, 4)
  await report(second, 400)
  await giveBack(minh, ledger, 'Xã Hai')
  await minh.getByText('Thiếu 123 đơn vị', { exact: false }).waitFor()
  await report(second, 5)
  later += 9 * 24 * 3600 * 1000
  await report(await enterCommune(communes[2]!), 2)
  const after = await enter('minh')
  await after.goto(ledger)
  await after.getByText('quá hạn').waitFor()
  await after.getByText('11 hoạt động').waitFor()
  await after.getByText('Thiếu 121 đơn vị', { exact: false }).click()
  await after.getByText('Xã thứ 4, Xã thứ 5', { exact: false }).waitFor()
  expect(complaints).toEqual([])
})

it('a programme goes on under its successor, and a duty of the districts leads to who does it today', async () => {
  const { id } = await insertProgramme(journey, [{ path: 'II/2', text: 'Cử cán bộ cùng đi cơ sở', named: [DISTRICTS] }])
  const heirId = newId()
  const printed = {
    name: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hà Sơn',
    shortName: 'MTTQ Hà Sơn',
    symbol: 'MTTQHS',
    place: 'Hà Sơn',
  }
  await send('system', 'agencies.create-body', { bodyId: heirId, ...printed, kind: 'front', level: 'province' })
  for (const [username, roles] of Object.entries({ 'an.hason': ['leader'], 'quantri.hason': ['administrator'] })) {
    const account = { accountId: newId(), bodyId: heirId, username, displayName: username, post: 'Phó Chủ tịch', roles }
    await send('system', 'agencies.create-account', { ...account, password: COMMUNE_PASSWORD })
  }
  const keeper = await enter('quantri.mttq')
  await endDistricts(keeper)
  const [minh, hoa] = [await enter('minh'), await enter('hoa')]
  await agreeAll(keeper.url(), [minh, hoa])
  await merge(keeper, printed.name)
  const heir = await enter('an.hason', LAPTOP, COMMUNE_PASSWORD)
  const merger = keeper.url()
  await minh.goto(merger)
  await minh.getByRole('button', { name: 'Thống nhất' }).click()
  await minh.getByText('Đã thống nhất.').waitFor()
  await Promise.all([keeper, minh].map(page => page.close()))
  await agreeAll(merger, [heir])
  await takeSeat(heir)
  await heir.goto(`${url}/chuong-trinh/${id}#II%2F2`)
  await heir.getByText(`${DISTRICTS} chủ trì`).waitFor()
  await heir.getByText(`Nhiệm vụ của “${DISTRICTS}” từ ${printDate(today())} do Ủy ban nhân dân các xã thực hiện.`).waitFor()
  await heir.getByRole('link', { name: 'Theo quyết định sắp xếp' }).click()
  await heir.getByText('Đã có hiệu lực').waitFor()
  expect(complaints).toEqual([])
})

const addBody = (name: string) =>
  send('system', 'agencies.create-body', {
    bodyId: newId(),
    name,
    shortName: name,
    symbol: 'XA',
    place: name,
    kind: 'front',
    level: 'commune',
  })

const enterCommune = (commune: Actor, size = LAPTOP) => enter(usernameOf(commune.accountId), size, COMMUNE_PASSWORD)

async function sendTemplate(page: Page, programmeId: string): Promise<void> {
  await page.goto(`${url}/cap-xa/moi?chuong-trinh=${programmeId}`)
  await page.getByLabel(/^Tên mẫu/).fill('Kế hoạch cấp xã')
  await page.getByLabel(/^Hạn ký/).fill(printDate(addDays(today(), 20)))
  await page.getByRole('checkbox', { name: /Tuyên truyền pháp luật/ }).check()
  await page.getByRole('button', { name: 'Lưu mẫu (1 nội dung)' }).click()
  await page.getByRole('button', { name: 'Gửi cho 124 xã, phường' }).click()
  await page.getByText('Nội dung sẽ gửi').waitFor()
  await page.getByRole('button', { name: 'Gửi 124 đơn vị' }).click()
  await page.getByText('Đã gửi 124/124 xã, phường; đã ký 0.').waitFor()
}

async function sign(page: Page): Promise<void> {
  await page.goto(`${url}/cap-xa`)
  await page.getByRole('link', { name: 'Kế hoạch cấp xã' }).click()
  await page.getByLabel('Nội dung của đơn vị').fill('Tuyên truyền pháp luật bằng tiếng dân tộc')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByLabel(/^Số, ký hiệu/).fill('12/KH-MTTQ')
  await page.getByLabel(/^Ngày ký/).fill(printDate(today()))
  await page.getByRole('button', { name: 'Ghi đã ký' }).click()
  await page.getByText('Đã ký: số 12/KH-MTTQ', { exact: false }).waitFor()
}

async function askFigures(page: Page, ledger: string): Promise<void> {
  await page.goto(ledger)
  await page.getByText('đã ký 3.', { exact: false }).waitFor()
  await page.getByLabel(/^Hạn báo cáo/).fill(printDate(addDays(today(), 7)))
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await page.getByText('Thiếu 124 đơn vị', { exact: false }).waitFor()
}

async function report(page: Page, value: number): Promise<void> {
  await page.goto(`${url}/cap-xa`)
  await page.getByRole('link', { name: 'Kế hoạch cấp xã' }).click()
  await page.getByLabel(/^Tuyên truyền pháp luật/).fill(`${value}`)
  await page.getByRole('button', { name: 'Gửi số liệu' }).click()
  await page.getByText('đã gửi ngày', { exact: false }).waitFor()
}

async function giveBack(page: Page, ledger: string, name: string): Promise<void> {
  await page.goto(ledger)
  const line = page.getByRole('listitem').filter({ hasText: name })
  await line.getByRole('button', { name: 'Trả lại' }).click()
  await line.getByLabel(/^Lý do trả lại/).fill('Cộng trùng')
  await line.getByRole('button', { name: 'Trả lại' }).click()
  await line.getByText('trả lại để sửa', { exact: false }).waitFor()
}

async function decide(page: Page): Promise<void> {
  await page.getByLabel(/^Số quyết định/).fill('12/NQ-HĐND')
  await page.getByLabel(/^Ngày quyết định/).fill(printDate(today()))
  await page.getByLabel(/^Cơ quan quyết định/).fill('Hội đồng nhân dân tỉnh Sơn Hà')
  await page.getByLabel(/^Có hiệu lực từ/).fill(printDate(today()))
  await page.getByRole('button', { name: 'Xem trước và gửi thống nhất' }).click()
  await page.waitForURL(/\/sap-xep\/[0-9a-f-]{36}$/)
}

async function endDistricts(page: Page): Promise<void> {
  await page.goto(`${url}/to-chuc/sap-xep/moi`)
  await page.getByLabel(/^Hình thức/).selectOption({ label: 'Kết thúc một cấp' })
  await page.getByRole('button', { name: 'Bớt' }).click()
  await page.getByRole('button', { name: 'Chuyển nhiệm vụ ghi theo tên gọi' }).click()
  await page.getByLabel(/^Tên ghi trong chương trình/).selectOption({ index: 1 })
  await page.getByLabel(/^Nơi tiếp nhận nhiệm vụ/).selectOption({ label: 'nhiều cơ quan (ghi bằng lời)' })
  await page.getByLabel(/^Các cơ quan tiếp nhận/).fill('Ủy ban nhân dân các xã')
  await decide(page)
  await page.getByText(`Nhiệm vụ ghi cho “${DISTRICTS}”`, { exact: false }).waitFor()
}

async function merge(page: Page, heir: string): Promise<void> {
  await page.goto(`${url}/to-chuc/sap-xep/moi`)
  await page.getByLabel(/^Cơ quan kế thừa/).selectOption({ label: heir })
  await decide(page)
}

/** Everybody concerned agrees; the last one makes it happen on its day, which is today. */
async function agreeAll(address: string, pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    await page.goto(address)
    await page.getByRole('button', { name: 'Thống nhất' }).click()
  }
  await pages.at(-1)!.getByText('Đã có hiệu lực', { exact: true }).waitFor()
}

async function takeSeat(page: Page): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: /^Tài khoản/ }).click()
  await page.getByRole('button', { name: /^Việc kế thừa từ/ }).click()
  await page.getByText('Đang giải quyết việc kế thừa từ', { exact: false }).waitFor()
}
