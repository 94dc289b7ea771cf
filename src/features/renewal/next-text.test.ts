import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { samplesDir } from '../../app/samples.ts'
import { readFile as readSource } from '../../formats/read-file.ts'
import { readProgramme } from '../programmes/index.ts'
import { type Line, nextText } from './next-text.ts'

type Said = [path: string, label: string, text: string, choice?: 'keep' | 'change' | 'drop']
const lines = (said: readonly Said[]): Line[] =>
  said.map(([path, label, text, choice]) => ({
    programmeId: 'p',
    path,
    parent: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : null,
    label,
    heading: choice === undefined,
    text,
    settled: choice ? { choice, text: choice === 'change' ? `${text} (mới)` : null } : null,
  }))
const printed = (clauses: ReturnType<typeof nextText>) => clauses.map(({ label, text }) => `${label} ${text}`)

const FIRST: Said[] = [
  ['I', 'I.', 'Mục đích'],
  ['I/1', '1.', 'Gắn kết', 'drop'],
  ['II', 'II.', 'Nội dung'],
  ['II/1', '1.', 'Tuyên truyền'],
  ['II/1/1.1', '1.1.', 'Pháp luật', 'drop'],
  ['II/2', '2.', 'Giám sát'],
  ['II/2/2.1', '2.1.', 'Công trình', 'drop'],
  ['II/2/2.2', '2.2.', 'Dự án', 'change'],
  ['II/2/2.3', '2.3.', 'Văn bản', 'keep'],
]

describe('the text that goes on', () => {
  it('leaves out what goes and headings with nothing under them, and numbers the rest anew', () => {
    expect(printed(nextText([lines(FIRST)]))).toEqual(['I. Nội dung', '1. Giám sát', '1.1. Dự án (mới)', '1.2. Văn bản'])
  })

  it('takes off the mark that closed the old paper, behind which others stand now', () => {
    const first: Said[] = [
      ['I', 'I.', 'Nội dung'],
      ['I/1', '1.', 'Họp giao ban ./.', 'keep'],
    ]
    const second: Said[] = [
      ['I', 'I.', 'Nội dung'],
      ['I/1', '1.', 'Kết nghĩa.', 'keep'],
    ]
    expect(printed(nextText([lines(first), lines(second)]))).toEqual(['I. Nội dung', '1. Họp giao ban.', '2. Kết nghĩa.'])
  })

  it('lays a second programme under the headings that bear the same words', () => {
    const second: Said[] = [
      ['A', 'Điều 1.', 'NỘI DUNG'],
      ['A/1', '1.', 'Kết nghĩa', 'keep'],
      ['B', 'Điều 2.', 'Tổ chức thực hiện'],
      ['B/a', 'a)', 'Họp giao ban', 'keep'],
    ]
    const both = printed(nextText([lines(FIRST), lines(second)]))
    expect(both).toEqual([
      'I. Nội dung',
      '1. Giám sát',
      '1.1. Dự án (mới)',
      '1.2. Văn bản',
      '2. Kết nghĩa',
      'II. Tổ chức thực hiện',
      'a) Họp giao ban',
    ])
  })

  it('keeps every label of a programme of which everything stays', async () => {
    const bytes = new Uint8Array(await readFile(join(samplesDir, 'chuong-trinh.txt')))
    const source = await readSource({ name: 'chuong-trinh.txt', bytes })
    const { clauses } = readProgramme(source)
    const whole = clauses.map(({ path, label, heading, text }) => ({
      programmeId: 'p',
      path,
      label,
      heading,
      text,
      parent: clauses.findLast(other => path.startsWith(`${other.path}/`))?.path ?? null,
      settled: heading ? null : ({ choice: 'keep', text: null } as const),
    }))
    expect(nextText([whole]).map(one => one.label)).toEqual(clauses.map(one => one.label))
  })
})
