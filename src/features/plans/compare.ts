import type { ItemContent } from './contract.ts'

/** The parts of an item that officers write, in the order of the table. */
export const COMPARED = [
  'title',
  'leadBodies',
  'supportBodies',
  'others',
  'timing',
  'startsOn',
  'dueOn',
  'occasion',
  'places',
  'audience',
  'target',
  'product',
] as const
export type ComparedField = (typeof COMPARED)[number]
export type FieldChange = {
  [Field in ComparedField]: { field: Field; before: ItemContent[Field]; after: ItemContent[Field] }
}[ComparedField]

/** 'restored' was left out before and stands again; 'dropped' the other way round. */
export type LineDifference = {
  kind: 'added' | 'changed' | 'dropped' | 'restored'
  item: ItemContent
  fields: FieldChange[]
}

/** What differs between two contents of a plan, line by line in the order of the later one. Looks at each item once. */
export function comparePlans(before: readonly ItemContent[], after: readonly ItemContent[]): LineDifference[] {
  const known = new Map(before.map(item => [item.id, item]))
  const differences: LineDifference[] = []
  for (const item of after) {
    const earlier = known.get(item.id)
    known.delete(item.id)
    const line: LineDifference | null = earlier ? compareItems(earlier, item) : { kind: 'added', item, fields: [] }
    if (line) differences.push(line)
  }
  for (const item of known.values()) differences.push({ kind: 'dropped', item, fields: [] })
  return differences
}

function compareItems(before: ItemContent, item: ItemContent): LineDifference | null {
  const fields = compareFields(before, item)
  const [was, is] = [before.droppedReason, item.droppedReason]
  if (was === null && is !== null) return { kind: 'dropped', item, fields }
  if (was !== null && is === null) return { kind: 'restored', item, fields }
  return fields.length > 0 || was !== is ? { kind: 'changed', item, fields } : null
}

type Written = Pick<ItemContent, ComparedField>

/** Field by field what differs of one item. */
export const compareFields = (before: Written, after: Written): FieldChange[] =>
  COMPARED.filter(field => !same(before[field], after[field])).map(
    field => ({ field, before: before[field], after: after[field] }) as FieldChange,
  )

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = Object.keys(left)
  return keys.length === Object.keys(right).length && keys.every(key => same(left[key], right[key]))
}
