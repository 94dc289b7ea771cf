import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { HELD_KINDS } from '../../src/features/reorganisation/contract.ts'
import { addDays, printDate, vietnamDate } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { PostRole } from '../../src/kernel/permissions.ts'
import { COMMUNE_PASSWORD } from '../harness/cascade.ts'
import { petitionInput } from '../harness/petitions.ts'
import { layPlaces } from '../harness/places.ts'
import { LAPTOP, openJourney, PHONE } from './journey.ts'

const journey = await openJourney()
const { enter, complaints, url, send } = journey
const today = vietnamDate(new Date())
const [DISTRICT, NORTH, SOUTH] = ['Mặt trận huyện Mây', 'Mặt trận xã Bắc Mây', 'Mặt trận xã Nam Mây']
const [ROAD, BRIDGE] = ['Đường vào thôn bị sạt', 'Cầu treo hỏng ván']

it('a district body is split among two communes: each goes on with what passed to it, and reads nothing of the other', async () => {
  const { villageId } = await layPlaces(journey)
  const district = await addBody(DISTRICT, 'province', { 'an.huyen': ['leader', 'administrator'], 'can.huyen': ['officer'] })
  // No district is entered any more; this one stands from before.
  await journey.engine.database.write('system', tx =>
    tx.updateTable('body').set({ level: 'district' }).where('id', '=', district.bodyId).execute(),
  )
  await addBody(NORTH, 'commune', { 'bac.xa': ['leader'], 'bich.xa': ['officer'] })
  await addBody(SOUTH, 'commune', { 'nam.xa': ['leader'], 'nga.xa': ['officer'] })
  const officer = {
    accountId: district.accounts['can.huyen']!,
    bodyId: district.bodyId,
    roles: ['officer' as const],
    displayName: '',
  }
  const [road, bridge] = [ROAD, BRIDGE].map(subject => petitionInput(villageId, { subject }))
  for (const petition of [road!, bridge!]) await send(officer, 'petitions.record-petition', petition)

  const keeper = await enterAs('an.huyen')
  await draft(keeper)
  const event = keeper.url()
  await agree(keeper, event)
  // With the event the accounts of the district are closed.
  await keeper.close()
  await agree(await enterAs('bac.xa'), event)
  const last = await enterAs('nam.xa')
  await agree(last, event)
  await last.getByText('Đã có hiệu lực', { exact: true }).waitFor()

  const [north, south] = [await enterAs('bich.xa'), await enterAs('nga.xa')]
  await takeSeat(north)
  await takeSeat(south)
  await north.setViewportSize(PHONE)
  await goOn(north, `${url}/kien-nghi/${road!.petitionId}`, 'Việc riêng của xã Bắc')
  await goOn(south, `${url}/kien-nghi/${bridge!.petitionId}`, 'Việc riêng của xã Nam')
  await listed(north, ROAD, BRIDGE)
  await listed(south, BRIDGE, ROAD)
  expect(complaints).toEqual([])
  await south.goto(`${url}/kien-nghi/${road!.petitionId}`)
  await south.getByText('Không tìm thấy', { exact: false }).first().waitFor()
  expect(await south.getByText('Việc riêng của xã Bắc').count()).toBe(0)
})

async function addBody(name: string, level: string, people: Record<string, PostRole[]>) {
  const bodyId = newId()
  await send('system', 'agencies.create-body', { bodyId, name, shortName: name, symbol: 'MT', place: name, kind: 'front', level })
  const accounts: Record<string, string> = {}
  for (const [username, roles] of Object.entries(people)) {
    const accountId = newId()
    accounts[username] = accountId
    const account = { accountId, bodyId, username, displayName: username, post: '', roles }
    await send('system', 'agencies.create-account', { ...account, password: COMMUNE_PASSWORD })
  }
  return { bodyId, accounts }
}

const enterAs = (username: string) => enter(username, LAPTOP, COMMUNE_PASSWORD)

/** All goes north but one petition; while a kind has no heir nothing is laid before anybody. */
async function draft(page: Page): Promise<void> {
  await page.goto(`${url}/to-chuc/sap-xep/moi`)
  await page.getByLabel(/^Hình thức/).selectOption({ label: 'Chia tách, chuyển nhiệm vụ' })
  await page.getByLabel(/^Cơ quan kế thừa/).selectOption({ label: NORTH })
  await page.getByLabel(/^Cơ quan cùng kế thừa/).selectOption({ label: SOUTH })
  const shares = page.getByRole('group', { name: 'Việc gì chuyển về đâu' })
  const kinds = shares.locator(':scope > div > .field select, :scope > div > label select')
  expect(await kinds.count()).toBe(HELD_KINDS.length)
  await decide(page)
  expect(await shares.locator('[aria-invalid="true"]').count()).toBe(HELD_KINDS.length)
  for (let at = 0; at < HELD_KINDS.length; at++) await kinds.nth(at).selectOption({ label: NORTH })
  await shares.getByText('Chọn riêng từng việc (2)').click()
  await shares.getByLabel(new RegExp(BRIDGE)).selectOption({ label: SOUTH })
  await isSound(page)
  await page.getByRole('button', { name: 'Xem trước và gửi thống nhất' }).click()
  await page.waitForURL(/\/sap-xep\/[0-9a-f-]{36}$/)
  await page.getByText(`1 về ${SOUTH}`, { exact: false }).waitFor()
  await isSound(page)
}

async function decide(page: Page): Promise<void> {
  await page.getByLabel(/^Số quyết định/).fill('12/NQ-HĐND')
  await page.getByLabel(/^Ngày quyết định/).fill(printDate(today))
  await page.getByLabel(/^Cơ quan quyết định/).fill('Hội đồng nhân dân tỉnh Sơn Hà')
  await page.getByLabel(/^Có hiệu lực từ/).fill(printDate(today))
  await page.getByRole('button', { name: 'Xem trước và gửi thống nhất' }).click()
}

/** Wide and narrow: nothing stands out of the page, and axe finds nothing. */
async function isSound(page: Page): Promise<void> {
  for (const size of [PHONE, LAPTOP]) {
    await page.setViewportSize(size)
    const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    expect(wider).toBeLessThanOrEqual(0)
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate<AxeResults>('axe.run()')
    expect(violations.map(one => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([])
  }
}

async function agree(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Thống nhất' }).click()
  await page.getByText('Đã thống nhất.').waitFor()
}

async function takeSeat(page: Page): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: /^Tài khoản/ }).click()
  await page.getByRole('button', { name: /^Việc kế thừa từ/ }).click()
  await page.getByText('Đang giải quyết việc kế thừa từ', { exact: false }).waitFor()
}

/** What the district wrote is read, and the next step is the heir's. */
async function goOn(page: Page, address: string, receiver: string): Promise<void> {
  await page.goto(address)
  await page.getByText('Đề nghị sửa trước mùa mưa', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Chuyển cơ quan có thẩm quyền' }).click()
  await page.getByLabel(/^Nơi nhận/).fill(receiver)
  await page.getByLabel(/^Số văn bản/).fill('15/MTTQ-BTT')
  for (const label of [/^Ngày văn bản/, /^Ngày(?! văn bản)/]) await page.getByLabel(label).fill(printDate(today))
  await page.getByLabel(/^Hạn trả lời/).fill(printDate(addDays(today, 10)))
  await page.getByRole('button', { name: 'Chuyển cơ quan có thẩm quyền' }).click()
  await page.getByText(receiver, { exact: false }).first().waitFor()
}

async function listed(page: Page, own: string, others: string): Promise<void> {
  await page.goto(`${url}/kien-nghi`)
  await page.getByText(own, { exact: false }).first().waitFor()
  expect(await page.getByText(others, { exact: false }).count()).toBe(0)
}
