import { describe, expect, it } from 'vitest'
import type { Schedule } from './result.ts'
import { findSchedules, isBarePeriodic, maskNames } from './schedules.ts'
import { findTargets } from './targets.ts'

const times = (text: string): Schedule[] => findSchedules(text, maskNames(text))
const every = (unit: string, count = 1): object => ({ kind: 'every', count, unit })
const by = (year: number, more: object = {}): object =>
  expect.objectContaining({ kind: 'by', year, quarter: null, month: null, date: null, ...more })

describe('times', () => {
  it.each([
    ['Thường xuyên nắm tình hình', [{ kind: 'continuous' }]],
    ['Hằng năm xây dựng kế hoạch', [every('year')]],
    ['thông báo định kỳ hàng quý, sáu tháng, một năm các tài liệu', [every('quarter'), every('half-year'), every('year')]],
    ['Định kỳ 6 tháng, 01 năm tổ chức sơ kết', [every('half-year'), every('year')]],
    ['Báo cáo 6 tháng và tổng kết năm', [every('half-year'), every('year')]],
    ['Tổ chức hội nghị 5 năm biểu dương', [every('year', 5)]],
    ['Mở 02 lớp/năm', [every('year')]],
    ['Giao ban mỗi tháng một lần', [every('month')]],
    ['Họp 3 tháng một lần', [every('month', 3)]],
    ['Họp một quý 01 lần', [every('quarter')]],
    ['Kết thúc giai đoạn 2026-2030, tổng kết', [{ kind: 'end-of-period' }]],
    ['Kịp thời thông báo cho nhau', [{ kind: 'event', text: 'Kịp thời' }]],
    ['Đã hoàn thành', [{ kind: 'done', text: 'Đã hoàn thành' }]],
    ['Thăm hỏi nhân dịp ngày thành lập (18/11), (3/5) và Tết', [{ kind: 'occasion', days: ['18/11', '3/5', 'Tết'] }]],
    ['Giao lưu dịp 3/3 và 22/12', [{ kind: 'occasion', days: ['3/3', '22/12'] }]],
    ['Năm 2028 khảo sát giữa kỳ', [by(2028)]],
    ['Ban hành trong quý II/2026', [by(2026, { quarter: 2 })]],
    ['Hoàn thành tháng 3 năm 2027', [by(2027, { month: 3 })]],
    ['Gửi trước ngày 30/9/2026', [by(2026, { month: 9, date: '2026-09-30' })]],
    [
      'Từ quý III/2026 đến quý III/2030',
      [{ kind: 'span', from: 'quý III/2026', to: 'quý III/2030', text: 'Từ quý III/2026 đến quý III/2030' }],
    ],
    [
      'Từ tháng 5/2026, thường xuyên',
      [{ kind: 'continuous' }, { kind: 'span', from: 'tháng 5/2026', to: null, text: 'Từ tháng 5/2026' }],
    ],
  ])('%s', (text, wanted) => {
    expect(times(text)).toEqual(wanted)
  })

  it.each([
    'Thực hiện Chương trình giai đoạn 2021-2025',
    'Triển khai Đề án “Nguồn nhân lực đến năm 2030”',
    'theo dõi nhằm kịp thời giải quyết vướng mắc',
    'Thực hiện Kế hoạch phối hợp năm 2026',
    'bố trí từ nguồn ngân sách được giao hàng năm',
    'bảo đảm nguồn chi thường xuyên',
    'Định kỳ tổ chức gặp mặt',
  ])('tells no time: %s', text => {
    expect(times(text)).toEqual([])
  })

  it('knows a bare “định kỳ” from one with its rhythm', () => {
    expect(isBarePeriodic('Định kỳ tổ chức gặp mặt', times('Định kỳ tổ chức gặp mặt'))).toBe(true)
    expect(isBarePeriodic('Định kỳ hằng quý giao ban', times('Định kỳ hằng quý giao ban'))).toBe(false)
    expect(isBarePeriodic('khám sức khỏe định kỳ cho người dân', [])).toBe(false)
  })
})

const first = (text: string): object | undefined => findTargets(text, maskNames(text))[0]

describe('targets', () => {
  it.each([
    ['mỗi năm giám sát từ 1-3 công trình', { min: 1, max: 3, unit: 'công trình', per: 'năm' }],
    ['giám sát từ 01 đến 02 dự án', { min: 1, max: 2, unit: 'dự án', per: null }],
    ['tổ chức ít nhất 02 lớp tập huấn/năm', { min: 2, max: null, unit: 'lớp', per: 'năm' }],
    ['trong cả giai đoạn 2026 - 2030 xây dựng 20 mô hình', { min: 20, max: 20, unit: 'mô hình', per: 'term' }],
    ['mở ít nhất 12 lớp truyền dạy trong cả giai đoạn', { min: 12, max: null, unit: 'lớp', per: 'term' }],
    ['không quá 5 đoàn', { min: null, max: 5, unit: 'đoàn', per: null }],
    ['ít nhất một mô hình mỗi xã', { min: 1, max: null, unit: 'mô hình', per: 'xã' }],
    ['phấn đấu trên 97,4% hộ', { min: 97.4, max: null, unit: '%', per: null }],
    ['tặng 1.500 suất quà', { min: 1500, max: 1500, unit: 'suất quà', per: null }],
  ])('%s', (text, wanted) => {
    expect(first(text)).toMatchObject(wanted)
  })

  it.each([
    'giữa 2 cơ quan',
    'lần thứ 2 năm 2023',
    'tại 17 xã biên giới',
    'khoản 2 Điều 4',
    'giai đoạn 2026-2030',
    'hội nghị 5 năm',
  ])('sets none: %s', text => {
    expect(first(text)).toBeUndefined()
  })
})
