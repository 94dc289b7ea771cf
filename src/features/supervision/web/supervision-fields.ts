import { newId } from '../../../kernel/ids.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { findElement, nameElement } from '../../programmes/target-programme/contract.ts'
import type { Board, Member, ObjectKind, SupervisionForm } from '../contract.ts'
import type { choices } from '../queries/choices.ts'
import type { supervision } from '../queries/supervision.ts'

export type Choices = AnswerOf<typeof choices>
export type Shown = AnswerOf<typeof supervision>

/** What stands in the form; kept in the browser until it is sent. */
export type Written = {
  supervisionId: string
  form: SupervisionForm
  objectKind: ObjectKind
  constructionId: string | null
  element: string | null
  object: string
  title: string
  content: string
  communeId: string | null
  startsOn: string | null
  endsOn: string | null
  board: { [Kind in keyof Board]: number | null }
  conflictsAsked: boolean
  members: Member[]
  overallYear: number | null
  /** A programme, a clause of one, or an item of its plan: "id", "id path" or "id path item". */
  serves: string
}

const NO_BOARD = { front: null, inspectors: null, villagers: null }

export function opening(old: Shown | null, constructionId: string): Written {
  if (!old) {
    const empty = { element: null, object: '', title: '', content: '', communeId: null, startsOn: null, endsOn: null, serves: '' }
    const of = { form: 'board' as const, objectKind: 'construction' as const, constructionId: constructionId || null }
    return {
      supervisionId: newId(),
      ...of,
      ...empty,
      board: NO_BOARD,
      conflictsAsked: false,
      members: [],
      overallYear: null,
    }
  }
  const { supervision: one, members, programme } = old
  const { form, objectKind, constructionId: work, element, object, title, content, communeId, startsOn, endsOn } = one
  return {
    supervisionId: one.id,
    form,
    objectKind,
    constructionId: work,
    element,
    object: element && object === nameOf(element) ? '' : object,
    title,
    content,
    communeId,
    startsOn,
    endsOn,
    members,
    board: one.board ?? NO_BOARD,
    conflictsAsked: one.conflictsAsked,
    overallYear: one.overallYear,
    serves: programme ? [programme.id, programme.clausePath, one.itemId].filter(Boolean).join(' ') : '',
  }
}

const nameOf = (key: string): string => {
  const found = findElement(key)
  return found ? nameElement(found) : ''
}

/** What is sent of it: only what its form and object ask. */
export function fieldsOf(written: Written) {
  const { board, serves, constructionId, communeId, element, object, overallYear, members, conflictsAsked, ...same } = written
  const [programmeId, clausePath, itemId] = serves.split(' ')
  const isBoard = written.form === 'board'
  const count = (value: number | null) => value ?? 0
  return {
    ...same,
    startsOn: written.startsOn ?? '',
    endsOn: written.endsOn ?? '',
    ...(written.objectKind === 'construction'
      ? constructionId
        ? { constructionId }
        : {}
      : {
          object,
          ...(written.objectKind === 'project' && element ? { element } : {}),
          ...(communeId ? { communeId } : {}),
        }),
    ...(isBoard
      ? {
          board: { front: count(board.front), inspectors: count(board.inspectors), villagers: count(board.villagers) },
          conflictsAsked,
        }
      : { members: members.map((member, at) => ({ ...member, heads: at === 0 })) }),
    ...(overallYear ? { overallYear } : {}),
    ...(programmeId ? { programmeId } : {}),
    ...(clausePath ? { clausePath } : {}),
    ...(itemId ? { itemId } : {}),
  }
}
