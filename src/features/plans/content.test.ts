import { describe, expect, it } from 'vitest'
import { digestOf } from '../programmes/index.ts'
import { digestForm, readContent, readLine } from './content.ts'

/** An item as the first release kept it. */
const kept = {
  id: 'one',
  clausePath: 'II/1',
  commitmentId: null,
  position: 1,
  title: 'Tập huấn',
  leadBodies: ['front'],
  supportBodies: [],
  others: ['Trường Chính trị tỉnh'],
  timing: 'undated' as const,
  startsOn: null,
  dueOn: null,
  occasion: null,
  target: null,
  product: null,
  droppedReason: null,
}

describe('a content kept by an earlier release', () => {
  it('keeps its digest, so that no agreement falls when the product learns more', () => {
    expect(digestOf(digestForm(readContent(kept)))).toBe(digestOf(kept))
  })

  it('has another digest once something of it is said', () => {
    expect(digestOf(digestForm({ ...readContent(kept), audience: 'già làng' }))).not.toBe(digestOf(kept))
    expect(digestOf(digestForm({ ...readContent(kept), places: [] }))).not.toBe(digestOf(kept))
  })

  it('proposed a line without third bodies: those of the item stay', () => {
    const { others: _others, ...fields } = kept
    const line = readLine({ kind: 'change', fields }, readContent(kept))
    expect(line).toMatchObject({ fields: { others: ['Trường Chính trị tỉnh'], audience: null } })
    expect(readLine({ kind: 'add', clausePath: 'II/1', fields }, null)).toMatchObject({ carries: null, fields: { others: [] } })
  })
})
