import { z } from 'zod'
import { isIsoDate } from '../../kernel/dates.ts'

/** The four forms of Luật MTTQ Việt Nam, Điều 27, and the inter-agency inspection team. */
export const FORMS = ['papers', 'team', 'board', 'joining', 'inspection'] as const
export type SupervisionForm = (typeof FORMS)[number]

export const OBJECT_KINDS = ['construction', 'project', 'policy', 'body'] as const
export type ObjectKind = (typeof OBJECT_KINDS)[number]

export const SUPERVISION_STATES = [
  'planned',
  'notified',
  'visiting',
  'findings',
  'recommended',
  'confirmed-by-front',
  'sent',
  'answered',
  'repaired',
  'explained',
  'seen-again',
  'closed',
] as const
export type SupervisionState = (typeof SUPERVISION_STATES)[number]

export const STEP_KINDS = [
  'notify',
  'visit',
  'conclude',
  'recommend',
  'confirm',
  'send',
  'answer',
  'remedy',
  'see-again',
  'close',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

export const uuid = z.guid()
export const version = z.int().min(1)
export const day = z.string().refine(isIsoDate, 'field.date')
const line = (max: number) =>
  z
    .string()
    .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(max, 'field.too-long'))
const filled = (max: number) => line(max).pipe(z.string().min(1, 'field.empty'))
const lines = (max: number) =>
  z
    .string()
    .max(max, 'field.too-long')
    .transform(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
const said = lines(5000).pipe(z.string().min(1, 'field.empty'))

/** What is known of a work (công trình). Money in whole đồng. */
export const constructionFields = {
  name: filled(200),
  /** A village or a commune. */
  placeId: uuid,
  investor: filled(200),
  contractor: line(200).default(''),
  source: line(200).default(''),
  component: line(200).default(''),
  amount: z.int().min(0, 'field.negative').nullable().default(null),
  startsOn: day.nullable().default(null),
  endsOn: day.nullable().default(null),
  nationalCode: line(40).default(''),
}
export const registerInput = z.strictObject({ constructionId: uuid, ...constructionFields })
export const changeConstructionInput = z.strictObject({ constructionId: uuid, version, ...constructionFields })
export type ConstructionFields = Omit<z.output<typeof registerInput>, 'constructionId'>

const seats = z.int().min(0, 'field.negative').max(200)
/** Who sits on a community board, as counts by kind (Luật 10/2022/QH15, Điều 41). */
export const board = z.strictObject({ front: seats, inspectors: seats, villagers: seats })
export type Board = z.output<typeof board>
/** An official on a team: named for the work of the team, by body and post. */
const member = z.strictObject({ fromBody: filled(200), post: filled(200), official: line(100).default(''), heads: z.boolean() })
export type Member = z.output<typeof member>

export const supervisionFields = {
  form: z.enum(FORMS),
  objectKind: z.enum(OBJECT_KINDS),
  constructionId: uuid.optional(),
  /** Of a project the element of the target programme's catalogue, "2021-2025/DA9.2". */
  element: z.string().min(1).max(40).optional(),
  /** The project, policy or body; of a work and an element the name is taken where none is written. */
  object: line(300).default(''),
  title: filled(200),
  content: said,
  communeId: uuid.optional(),
  startsOn: day,
  endsOn: day,
  board: board.optional(),
  conflictsAsked: z.boolean().default(false),
  members: z.array(member).max(40).default([]),
  overallYear: z.int().min(2000).max(2100).optional(),
  programmeId: uuid.optional(),
  clausePath: z.string().max(300).optional(),
  /** The item of a plan that it carries out; its clause is the item's. */
  itemId: uuid.optional(),
}
export const planInput = z.strictObject({ supervisionId: uuid, ...supervisionFields })
export const changeInput = z.strictObject({ supervisionId: uuid, version, ...supervisionFields })
export type SupervisionFields = Omit<z.output<typeof planInput>, 'supervisionId'>

const step = { supervisionId: uuid, version, stepId: uuid, day }
const paper = { paperNumber: filled(60), paperDate: day }
const summary = lines(2000).default('')
/** A day and what it rests on, where no clock of the law holds. */
const term = z.strictObject({ on: day, basis: filled(200) })
export type Term = z.output<typeof term>

export const stepInput = z.strictObject({ ...step, summary })
export const notifyInput = z.strictObject({ ...step, ...paper, addressee: filled(200) })
export const visitInput = z.strictObject({ ...step, summary: said })
export const sendInput = z.strictObject({ ...step, ...paper, addressee: filled(200), term: term.optional() })
export const answerInput = z.strictObject({ ...step, ...paper, summary: said })
/** The findings that a step tells of; where none are named, all that wait for it. */
const findingIds = z.array(uuid).min(1, 'field.empty').max(500).optional()
export const REMEDIES = ['repaired', 'explained', 'not-repaired'] as const
export const remedyInput = z.strictObject({ ...step, findingIds, outcome: z.enum(REMEDIES), summary: said })
/** `right`: what was promised stands there. */
export const seeAgainInput = z.strictObject({ ...step, findingIds, right: z.boolean(), summary })
export const takeBackInput = z.strictObject({ supervisionId: uuid, version, stepId: uuid })

export const findingFields = {
  seenOn: day,
  text: said,
  recommendation: lines(5000).default(''),
  proposal: lines(2000).default(''),
}
/** `checkLine`: the line of the checklist that was not in order and is written down so. */
export const addFindingInput = z.strictObject({
  findingId: uuid,
  supervisionId: uuid,
  checkLine: z.string().min(1).max(60).optional(),
  ...findingFields,
})
export const changeFindingInput = z.strictObject({ findingId: uuid, version, ...findingFields })
export const findingInput = z.strictObject({ findingId: uuid, version })
export const photoInput = z.strictObject({ findingId: uuid, fileId: uuid })

export const supervisionIdInput = z.strictObject({ supervisionId: uuid })
export const CLOCK_STATES = SUPERVISION_STATES.filter(state => state !== 'closed')
export const setClockInput = z.strictObject({
  clockId: uuid,
  state: z.enum(CLOCK_STATES),
  form: z.enum(FORMS).nullable(),
  counts: z.enum(['step', 'start', 'end']),
  days: z.int().min(-400).max(400),
  basis: filled(200),
  validFrom: day,
})

export const REPORT_SPANS = ['quarter', 'year'] as const
export type ReportSpan = (typeof REPORT_SPANS)[number]
export const REPORT_LEVELS = ['commune', 'province'] as const
export type ReportLevel = (typeof REPORT_LEVELS)[number]
export const setReportTermInput = z.strictObject({
  termId: uuid,
  span: z.enum(REPORT_SPANS),
  level: z.enum(REPORT_LEVELS).nullable(),
  /** The month after the period, 1 being the next. */
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(28),
  basis: filled(200),
  validFrom: day,
})
export const setCheckInput = z.strictObject({
  checkId: uuid,
  form: z.enum(FORMS).nullable(),
  text: filled(300),
  basis: filled(200),
  validFrom: day,
})
export const CHECK_RESULTS = ['in-order', 'not-in-order', 'not-looked-at'] as const
export type CheckResult = (typeof CHECK_RESULTS)[number]
const checkedLine = z.strictObject({
  line: z.string().min(1).max(60),
  /** As it was read; 0 where nothing was said of the line yet. */
  version: z.int().min(0),
  result: z.enum(CHECK_RESULTS),
  remark: line(300).default(''),
})
export const noteChecksInput = z.strictObject({
  supervisionId: uuid,
  lines: z.array(checkedLine).min(1, 'field.empty').max(200),
})

const year = z.int().min(2000).max(2100)
const quarter = z.int().min(1).max(4).nullable()
export const yearInput = z.strictObject({ year })
export const recordReportInput = z.strictObject({ reportId: uuid, year, quarter, ...paper, addressee: filled(200) })
/** What a report counts; each opens the supervisions behind it. */
export const REPORT_PARTS = ['held', 'works', 'found', 'asked', 'repaired', 'explained'] as const
export type ReportPart = (typeof REPORT_PARTS)[number]
export const reportFigureInput = z.strictObject({ year, quarter, fact: z.enum(REPORT_PARTS) })
export const reportIdInput = z.strictObject({ reportId: uuid })
export const linkInput = z.strictObject({ supervisionId: uuid, activityId: uuid })
export const versionedInput = z.strictObject({ supervisionId: uuid, version })

/** What programmes promise: each commune's works are supervised, one to three a year; of projects one or two. */
export const WORKS_PER_COMMUNE = { least: 1, most: 3 } as const
export const PROJECTS_PER_YEAR = { least: 1, most: 2 } as const
