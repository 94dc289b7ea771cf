import { expect, it } from 'vitest'
import { findRepeated } from './repeated.ts'

const duty =
  'Phối hợp trao đổi thông tin về đời sống của đồng bào các thôn, bản vùng cao; phối hợp bồi dưỡng kiến thức cho cán bộ cơ sở theo kế hoạch hằng năm của hai cơ quan'

it('finds a duty told twice, also where half of it is new', () => {
  const clauses = [
    { path: 'II/1', lead: 'Sở A', text: duty },
    {
      path: 'II/2',
      lead: 'Sở A',
      text: 'Tổ chức thăm hỏi, tặng quà các gia đình khó khăn nhân dịp Tết Nguyên đán và các ngày lễ lớn của đất nước, của địa phương',
    },
    {
      path: 'II/9',
      lead: 'Sở A',
      text: `${duty}, biểu dương những tập thể và cá nhân có thành tích trong công tác vận động quần chúng`,
    },
  ]
  expect(findRepeated(clauses)).toEqual([{ path: 'II/9', first: 'II/1' }])
})

it('lets two bodies be told the same', () => {
  const clauses = ['Sở A', 'Sở B'].map(lead => ({ path: lead, lead, text: duty }))
  expect(findRepeated(clauses)).toEqual([])
})

it('is not misled by a long name at the head of two different duties', () => {
  const head = 'Phối hợp với Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh tổ chức'
  const clauses = [
    {
      path: '1',
      lead: 'Sở A',
      text: `${head} tập huấn cho cán bộ các xã về kỹ năng giám sát công trình, về cách lập sổ theo dõi và ghi biên bản tại hiện trường`,
    },
    {
      path: '2',
      lead: 'Sở A',
      text: `${head} thành công đại hội đại biểu các dân tộc thiểu số, ngày hội văn hóa các dân tộc và lễ tuyên dương người tiêu biểu`,
    },
  ]
  expect(findRepeated(clauses)).toEqual([])
})
