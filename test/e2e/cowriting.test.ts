import type { Page, WebSocketRoute } from 'playwright-core'
import { expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { PERSON, SEAL } from '../harness/keys.ts'
import { layActivities, layThread } from '../harness/thread.ts'
import { changeReach, checkAndFreeze, giveNumber, sendToParty, signInInk, withKey } from './issuing.ts'
import { openJourney } from './journey.ts'

const journey = await openJourney()
const { enter, complaints, url, send, who } = journey

it('two sides ask a unit, write one report at the same time, lose nothing when a line is cut, settle a figure, freeze it together, sign it and send it', async () => {
  const { reviewId, activityId } = await sharedReport()
  const unit = { id: newId(), body_id: who('lan').bodyId, name: 'Phòng Phối hợp' }
  await journey.engine.database.write('system', tx => tx.insertInto('unit').values(unit).execute())
  const [lan, tuan] = [await enter('lan'), await enter('tuan')]
  const line = await lineOf(tuan)
  await begin(lan, reviewId)
  await tuan.goto(`${url}/bao-cao/${reviewId}/soan`)
  await kept(tuan)
  await askPart(lan)
  await handIn(lan, 'Phân công rõ từ đầu năm.')
  await tuan.getByText('Phân công rõ từ đầu năm.').waitFor()
  await write(lan, '2. Tồn tại, hạn chế', 'Một số lớp mở chậm.')
  await tuan.getByText('Một số lớp mở chậm.').waitFor()
  await suggest(tuan, 'Một số lớp mở chậm.', 'Một số lớp mở chậm so với kế hoạch.')
  await accept(lan, 'Một số lớp mở chậm so với kế hoạch.')
  await line.cut()
  await tuan.getByText('Mất mạng.', { exact: false }).waitFor()
  await write(tuan, 'Nguyên nhân chủ quan:', 'Chưa đôn đốc kịp thời.')
  await write(lan, '1. Ưu điểm', 'Hai bên phối hợp chặt chẽ.')
  expect(await lan.getByText('Chưa đôn đốc kịp thời.').count()).toBe(0)
  expect(await tuan.getByText('Hai bên phối hợp chặt chẽ.').count()).toBe(0)
  line.mend()
  await lan.getByText('Chưa đôn đốc kịp thời.').waitFor()
  await tuan.getByText('Hai bên phối hợp chặt chẽ.').waitFor()
  await kept(tuan)
  await dispute(tuan, reviewId, 'Thiếu một lớp ở xã Bản Mới')
  await tuan.getByText('Chưa chốt được: còn 1 ý kiến về số liệu.').waitFor()
  await tuan.getByRole('button', { name: 'Đã thống nhất số liệu' }).click()
  await tuan.getByText('Đã rút ý kiến về số liệu.').waitFor()
  for (const leader of ['minh', 'hoa']) await freeze(await enter(leader), reviewId)
  await lan.goto(`${url}/bao-cao/${reviewId}`)
  await lan.getByText('Đã chốt', { exact: true }).waitFor()
  await lan.getByText('Chưa đôn đốc kịp thời.').waitFor()
  await signAndSend(reviewId)
  await supplement(lan, { reviewId, activityId })
  expect(complaints.filter(one => !/WebSocket/.test(one))).toEqual([])
})

it('a conference turns the sheets by keys, and what is said at one stands beside the text and in the minutes', async () => {
  const { reviewId } = await sharedReport()
  await send(who('lan'), 'reviews.begin-text', { reviewId })
  await discuss(await enter('lan'), reviewId, 'Nêu cả cấp xã.')
  const tuan = await enter('tuan')
  await tuan.goto(`${url}/bao-cao/${reviewId}/soan`)
  await tuan.locator('.remarks', { hasText: 'Nêu cả cấp xã.' }).waitFor()
})

it('what is pasted from Word comes in as lines of ours: no style, no heading, no picture', async () => {
  const { reviewId } = await sharedReport()
  await send(who('lan'), 'reviews.begin-text', { reviewId })
  const page = await enter('lan')
  await page.goto(`${url}/bao-cao/${reviewId}/soan`)
  await kept(page)
  await paste(page, '1. Ưu điểm', FROM_WORD)
  await page.getByText('Kết quả đạt được').waitFor()
  const lines = await page
    .locator('.ProseMirror > *')
    .evaluateAll(all =>
      all
        .filter(one => /Kết quả đạt|Mở 3 lớp|Cấp 117|Lớp mở/.test(one.textContent ?? ''))
        .map(one => [one.tagName, one.className, (one.textContent ?? '').trim()]),
    )
  expect(lines).toEqual([
    ['P', '', 'Kết quả đạt được'],
    ['P', 'dash', 'Mở 3 lớp'],
    ['P', 'dash', 'Cấp 117 tài liệu'],
    ['DIV', 'annex-frame', 'Lớp mở3'],
  ])
  expect(await page.locator('.ProseMirror').innerHTML()).not.toMatch(/mso|Mso|Wingdings|<h1|<font|anh\.png|color:/)
  await kept(page)
}, 120_000)

it('what Word and LibreOffice lay on the clipboard with it stays outside: struck words, comments, joined cells, lists in lists', async () => {
  const { reviewId } = await sharedReport()
  await send(who('lan'), 'reviews.begin-text', { reviewId })
  const page = await enter('lan')
  await page.goto(`${url}/bao-cao/${reviewId}/soan`)
  await kept(page)
  await paste(page, '1. Ưu điểm', FROM_OFFICE)
  await page.getByText('Sau khi sửa').waitFor()
  const text = page.locator('.ProseMirror')
  const lines = await text
    .locator('> p')
    .evaluateAll(all =>
      all.filter(one => /Sau khi|Cấp (một|hai|ba)|Hết/.test(one.textContent ?? '')).map(one => [one.className, one.textContent]),
    )
  expect(lines).toEqual([
    ['', 'Sau khi sửa thì còn thế này.'],
    ['dash', 'Cấp một'],
    ['dash', 'Cấp hai'],
    ['dash', 'Cấp ba'],
    ['', 'Hết.'],
  ])
  const rows = await text
    .locator('table')
    .last()
    .evaluate(table => [...table.querySelectorAll('tr')].map(row => [...row.children].map(cell => cell.textContent)))
  expect(rows).toEqual([
    ['Nội dung', 'Kết quả', ''],
    ['', 'Lớp', 'Lượt người'],
    ['Dòng một Dòng hai', '3 lớp', '117'],
  ])
  expect(await text.innerText()).not.toMatch(/đã bỏ|Nguyễn Văn A|góp ý|NTA1/)
  await kept(page)
  expect((await page.request.get(`${url}/api/exports/review/${reviewId}.pdf`)).status()).toBe(200)
}, 120_000)

it('a figure that is cut with its sentence and pasted elsewhere stays live', async () => {
  const { reviewId } = await sharedReport()
  await send(who('lan'), 'reviews.begin-text', { reviewId })
  const page = await enter('lan')
  await page.goto(`${url}/bao-cao/${reviewId}/soan`)
  await kept(page)
  const sentence = page.locator('.ProseMirror > p', { has: page.locator('.figure') }).first()
  const words = await sentence.innerText()
  // The whole paragraph, over however many lines it runs.
  await sentence.click({ clickCount: 3, position: { x: 3, y: 8 } })
  await page.keyboard.press('ControlOrMeta+x')
  const below = page.locator('.ProseMirror > *', { hasText: '4. Bài học kinh nghiệm' }).locator('xpath=following-sibling::p[1]')
  await below.click()
  // Once what is typed stands there, the editor knows where it is.
  await page.keyboard.type('Như sau: ')
  await below.getByText('Như sau:').waitFor()
  await page.keyboard.press('ControlOrMeta+v')
  await below.locator('.figure').first().waitFor()
  expect(await below.innerText()).toBe(`Như sau: ${words}`)
  await kept(page)
}, 120_000)

/** The line of a page to the rooms in which is written: cut, nothing passes and none can be opened; mended, the next one passes. */
async function lineOf(page: Page) {
  const open = new Set<WebSocketRoute>()
  let whole = true
  await page.routeWebSocket(/./, async near => {
    if (!whole) return near.close()
    near.connectToServer()
    open.add(near)
  })
  return {
    cut: async () => {
      whole = false
      for (const near of open) await near.close()
      open.clear()
    },
    mend: () => {
      whole = true
    },
  }
}

/** From the frozen report to the signed paper that the other side has in its register. */
async function signAndSend(reviewId: string): Promise<void> {
  const [clerk, partner] = [await enter('vanthu.mttq'), await enter('vanthu.sdttg')]
  await clerk.goto(`${url}/bao-cao/${reviewId}`)
  await clerk.getByRole('button', { name: 'Ban hành', exact: true }).click()
  await clerk.waitForURL(/\/van-ban\/[0-9a-f-]{36}/)
  const address = clerk.url()
  await checkAndFreeze(clerk)
  await withKey(await enter('minh'), address, 'Ký', PERSON)
  await giveNumber(clerk, address)
  await withKey(clerk, address, 'Đóng dấu', SEAL)
  await signInInk(partner, address)
  await sendToParty(clerk, address)
}

/** What is put right afterwards changes nothing in the report, which says so; a supplementing one is begun from it. */
async function supplement(page: Page, { reviewId, activityId }: { reviewId: string; activityId: string }): Promise<void> {
  await changeReach(page, activityId)
  await page.goto(`${url}/bao-cao/${reviewId}`)
  await page.getByText('Số liệu đã thay đổi sau khi chốt', { exact: false }).waitFor()
  await page.getByText('117 lượt', { exact: false }).first().waitFor()
  await page.getByRole('button', { name: 'Lập báo cáo bổ sung' }).click()
  await page.getByText('Bổ sung báo cáo đã chốt').waitFor()
}

/** As Word lays it on the clipboard: a heading, list lines with their bullets in spans, a picture, a table full of styles. */
const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-parent:"";color:red}</style></head>
<body><h1 style="color:red"><span style="font-family:Wingdings">Kết quả đạt được</span></h1>
<p class="MsoListParagraphCxSpFirst" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span><b><font color="#f00">Mở 3 lớp</font></b><o:p></o:p></p>
<p class="MsoNormal">–  Cấp <i>117</i> tài liệu<img src="file:///C:/anh.png"></p>
<table style="mso-border-alt:solid"><tr><td style="width:3cm"><p class="MsoNormal">Lớp mở</p></td><td><p>3</p></td></tr></table></body></html>`

/** Tracked changes and a comment as Word has them, a list in a list and a table with joined cells as LibreOffice has them. */
const FROM_OFFICE = `<html><body><!--StartFragment--><p class="MsoNormal">Sau khi sửa <del cite="mailto:Nguyễn%20Văn%20A" datetime="2026-06-01T08:00"><span class="msoDel">đã bỏ</span></del><ins cite="mailto:Nguyễn%20Văn%20A">thì còn</ins><span class="MsoCommentReference"><a href="#_msocom_1">[NTA1]</a></span> thế này.</p>
<div style="mso-element:comment-list"><div style="mso-element:comment"><p class="MsoCommentText">góp ý riêng</p></div></div>
<ol><li><p style="margin-bottom: 0cm">Cấp một</p><ul><li>Cấp hai<ul><li>Cấp ba</li></ul></li></ul></li></ol>
<table cellspacing="0"><colgroup><col width="80"></colgroup><tbody><tr valign="top"><td rowspan="2" width="300"><p align="center"><b>Nội dung</b></p></td><td colspan="2"><p>Kết quả</p></td></tr>
<tr><td><p>Lớp</p></td><td><p>Lượt người</p></td></tr><tr><td><p>Dòng một</p><p>Dòng hai</p></td><td><table><tr><td>3</td><td>lớp</td></tr></table></td><td><font face="Liberation Serif" style="font-size: 13pt">117</font></td></tr></tbody></table><p>Hết.</p><!--EndFragment--></body></html>`

/** Lays HTML on the clipboard and pastes it into the first line below a heading. */
async function paste(page: Page, heading: string, html: string): Promise<void> {
  await page.locator('.ProseMirror > *', { hasText: heading }).locator('xpath=following-sibling::p[1]').click()
  await page.locator('.ProseMirror').evaluate((editor, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', pasted)
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

async function sharedReport() {
  const [reviewId, thread] = [newId(), await layThread(journey)]
  const { programmeId } = thread
  const [activityId] = await layActivities(journey, thread, thread.items[0]!, [{ heldOn: '2026-03-10', reach: 117, count: 2 }])
  await send(who('lan'), 'reviews.open-review', { reviewId, programmeId, kind: 'half-year', year: 2026, half: 1 })
  await send(who('minh'), 'reviews.propose-review', { reviewId, version: 1 })
  return { reviewId, activityId: activityId! }
}

async function begin(page: Page, reviewId: string): Promise<void> {
  await page.goto(`${url}/bao-cao/${reviewId}`)
  await page.getByRole('button', { name: 'Soạn thảo chung' }).click()
  await page.waitForURL(/\/soan$/)
  await kept(page)
}

const kept = (page: Page): Promise<void> => page.getByText('Đã lưu.').waitFor()

/** Types into the first paragraph below a heading. */
async function write(page: Page, heading: string, words: string): Promise<void> {
  const below = page.locator('.ProseMirror > *', { hasText: heading }).locator('xpath=following-sibling::p[1]')
  await below.click()
  await page.keyboard.type(words)
}

/** Asks a unit for what stands under a heading. */
async function askPart(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Phần giao đơn vị viết' }).click()
  await page.getByRole('button', { name: 'Giao đơn vị viết', exact: true }).click()
  await page.getByLabel(/^Mục của báo cáo/).selectOption({ label: '4. Bài học kinh nghiệm' })
  await page.getByLabel(/^Đơn vị viết/).selectOption({ label: 'Phòng Phối hợp' })
  await page.getByLabel(/^Hạn nộp/).fill('31/12/2099')
  await page.getByRole('button', { name: 'Giao đơn vị viết', exact: true }).click()
  await page.getByText('chờ đến 31/12/2099').waitFor()
}

/** What the unit wrote arrives in the text, where one is led back. */
async function handIn(page: Page, words: string): Promise<void> {
  await page.getByRole('link', { name: 'Viết phần này' }).click()
  // The text that one comes from bears a like name until the part has opened.
  const handOver = page.getByRole('button', { name: 'Nộp phần này' })
  await handOver.waitFor()
  await page.getByRole('textbox', { name: /^Nội dung(?! báo cáo)/ }).fill(words)
  await handOver.click()
  await page.waitForURL(/\/soan/)
  await page.locator('.ProseMirror', { hasText: words }).waitFor()
}

/** Before a conference: the keys turn the sheets, unless one types; what is said at a sheet comes into minutes. */
async function discuss(page: Page, reviewId: string, said: string): Promise<void> {
  await page.goto(`${url}/bao-cao/${reviewId}/hoi-nghi`)
  await page.getByText(/^Tờ 1\//).waitFor()
  await page.keyboard.press('End')
  await page.getByText(/^Tờ (\d+)\/\1$/).waitFor()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.getByText(/^Tờ 2\//).waitFor()
  const heading = await page.locator('.conference-sheet h2').innerText()
  await page.getByRole('textbox', { name: /^Ý kiến/ }).fill(said)
  await page.keyboard.press('Home')
  await page.getByRole('button', { name: 'Ghi ý kiến', exact: true }).click()
  await page.getByRole('listitem').filter({ hasText: said }).waitFor()
  expect(await page.locator('.conference-sheet h2').innerText()).toBe(heading)
  await page.getByRole('button', { name: 'Soạn biên bản từ 1 ý kiến hôm nay' }).click()
  await page.waitForURL(/\/cuoc-hop\//)
  await page.getByText(heading).waitFor()
  await page.getByText(said).waitFor()
  const minutes = page.url()
  await page.goto(`${url}/bao-cao/${reviewId}/hoi-nghi`)
  await page.getByRole('link', { name: 'Mở biên bản đã soạn' }).click()
  await page.waitForURL(minutes)
}

async function dispute(page: Page, reviewId: string, note: string): Promise<void> {
  await page.goto(`${url}/bao-cao/${reviewId}`)
  await page.locator('button.figure').first().click()
  await page.getByRole('button', { name: 'Nêu ý kiến về số liệu' }).click()
  await page.getByLabel(/^Số liệu này chưa đúng/).fill(note)
  await page.getByRole('button', { name: 'Nêu ý kiến', exact: true }).click()
}

/** Chooses the whole line, as with Shift and the arrow, and says how it should read. */
async function suggest(page: Page, line: string, instead: string): Promise<void> {
  await page.locator('.ProseMirror > p', { hasText: line }).click()
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+Home')
  await page.getByRole('button', { name: 'Đề nghị sửa' }).click()
  await page.getByLabel(/^Viết lại thành/).fill(instead)
  await page.getByRole('button', { name: 'Gửi đề nghị sửa' }).click()
  await page.locator('mark.remark', { hasText: line }).waitFor()
}

async function accept(page: Page, instead: string): Promise<void> {
  await page.getByRole('button', { name: 'Chấp nhận', exact: true }).click()
  await page.locator('.ProseMirror > p', { hasText: instead }).waitFor()
}

async function freeze(page: Page, reviewId: string): Promise<void> {
  await page.goto(`${url}/bao-cao/${reviewId}?xem=chot`)
  await page.getByRole('button', { name: 'Chốt số liệu' }).click()
  await page.waitForURL(address => !address.search.includes('xem=chot'))
}
