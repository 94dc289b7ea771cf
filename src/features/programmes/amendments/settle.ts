import type { ConsolidatedClause } from './consolidate.ts'
import type { Change, ChangeInput } from './contract.ts'

type Known = Pick<ConsolidatedClause, 'path' | 'parent' | 'text'>

/**
 * What a person wrote, as it is kept: with the text that each change rests on, a path for what is added, and in the order in which
 * it was listed: two clauses added after the same one stand one behind the other. Pure, and the same in the browser and on the server.
 */
export function settleChanges(changes: readonly ChangeInput[], clauses: readonly Known[]): Change[] {
  const taken = new Set(clauses.map(clause => clause.path))
  const lastAfter = new Map<string, string>()
  return changes.map((change): Change => {
    if (change.kind !== 'add') {
      const before = clauses.find(clause => clause.path === change.path)?.text ?? ''
      return { ...change, before }
    }
    const place = `${change.parent ?? ''}\n${change.after ?? ''}`
    const after = lastAfter.get(place) ?? change.after
    const path = freePath({ ...change, after }, taken)
    taken.add(path)
    lastAfter.set(place, path)
    return { ...change, after, path }
  })
}

/** What was kept, as it was written, to go on with. A chain of added clauses hangs on its first again. */
export function asInput(changes: readonly Change[]): ChangeInput[] {
  return changes.map((change): ChangeInput => {
    if (change.kind === 'repeal') return { kind: 'repeal', path: change.path }
    const { text, duties } = change
    if (change.kind === 'replace') return { kind: 'replace', path: change.path, text, duties }
    return { kind: 'add', parent: change.parent, after: change.after, label: change.label, text, duties }
  })
}

const BULLET = /^[^\p{L}\d(]/u
const LETTERS = 'abcdđeghiklmnopqrstuvxy'

/** "1a." under II/1 is II/1/1a; a dash after the second dash is -2a, so that no printed clause is counted anew. */
function freePath(
  { parent, after, label }: { parent: string | null; after: string | null; label: string },
  taken: ReadonlySet<string>,
) {
  const under = (segment: string) => (parent === null ? segment : `${parent}/${segment}`)
  const mark = BULLET.exec(label)?.[0]
  const names = mark ? bulletNames(mark, after) : copiesOf(label.replace(/^\(|[.):\s-]+$/gu, '').replaceAll('/', '-') || label)
  for (const name of names) if (!taken.has(under(name))) return under(name)
  return under(label)
}

function* bulletNames(mark: string, after: string | null): Generator<string> {
  const before = after?.slice(after.lastIndexOf('/') + 1) ?? ''
  const [, number = '0'] = before.startsWith(mark) ? (/^.(\d+)/u.exec(before) ?? []) : []
  for (const letter of LETTERS) yield `${mark}${number}${letter}`
  for (let copy = 2; ; copy++) yield `${mark}${number}y(${copy})`
}

function* copiesOf(name: string): Generator<string> {
  yield name
  for (let copy = 2; ; copy++) yield `${name}(${copy})`
}
