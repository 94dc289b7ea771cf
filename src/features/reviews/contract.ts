import { z } from 'zod'
import type { IsoDate } from '../../kernel/dates.ts'
import type { Bounds, ReportPeriod } from '../../kernel/periods.ts'
import type { KindBook } from '../activities/index.ts'
import type { PlacesOfItem } from '../plans/index.ts'
import type { Occurrence } from './occurrences.ts'

/** What officers write themselves. Nothing of it is ever made up by the product. */
export const SECTIONS = [
  'leadership',
  'strengths',
  'difficulties',
  'causes-objective',
  'causes-subjective',
  'lessons',
  'directions',
  'proposals',
] as const
export type Section = (typeof SECTIONS)[number]
export type Texts = Partial<Record<Section, string>>

export const REVIEW_STATES = ['draft', 'proposed', 'frozen'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

const id = z.guid()
const version = z.int().min(1)

export const openReviewInput = z
  .strictObject({
    reviewId: id,
    programmeId: id,
    kind: z.enum(['half-year', 'year', 'final']),
    year: z.int().min(2000).max(2100),
    half: z.union([z.literal(1), z.literal(2)]).optional(),
  })
  .refine(input => (input.kind === 'half-year') === (input.half !== undefined), { message: 'field.half', path: ['half'] })

export const writeTextInput = z.strictObject({
  reviewId: id,
  version,
  section: z.enum(SECTIONS),
  /** Paragraphs parted by line breaks; empty takes the section out. */
  text: z
    .string()
    .max(20_000)
    .transform(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()),
})

/** How a later report of the same period stands to the frozen one that it follows. */
export const FOLLOW_KINDS = ['replaces', 'supplements'] as const
export type FollowKind = (typeof FOLLOW_KINDS)[number]
export const followReviewInput = z.strictObject({ reviewId: id, follows: id, how: z.enum(FOLLOW_KINDS) })

const figureId = z.string().min(1).max(600)
export const disputeFigureInput = z.strictObject({
  disputeId: id,
  reviewId: id,
  figureId,
  note: z
    .string()
    .max(1000, 'field.too-long')
    .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'field.empty')),
})
export const closeDisputeInput = z.strictObject({ disputeId: id })

export const REMARK_OUTCOMES = ['accepted', 'refused', 'settled', 'withdrawn'] as const
export type RemarkOutcome = (typeof REMARK_OUTCOMES)[number]

const remarkWords = z
  .string()
  .max(2000, 'field.too-long')
  .transform(text => text.normalize('NFC').replace(/\s+/g, ' '))
/** A comment has a note; a suggestion has words that would stand in place of those quoted, none where they are to go. */
export const raiseRemarkInput = z
  .strictObject({
    remarkId: id,
    reviewId: id,
    quote: remarkWords.pipe(z.string().min(1)),
    note: remarkWords.transform(text => text.trim()),
    replacement: remarkWords.nullable(),
  })
  .refine(({ note, replacement }) => note !== '' || replacement !== null, { message: 'field.empty', path: ['note'] })
/** `key` names a sentence as the desk shows it. */
export const takeCompiledInput = z.strictObject({
  reviewId: id,
  key: z.string().min(1).max(20_000),
  how: z.enum(['take', 'leave']),
})
export const closeRemarkInput = z.strictObject({ remarkId: id, outcome: z.enum(REMARK_OUTCOMES) })

const versionName = z
  .string()
  .max(200, 'field.too-long')
  .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'field.empty'))
/** `marked`: the writing place has put the id into the text, so that what was typed before it is waited for. */
const marked = z.boolean().default(false)
export const saveVersionInput = z.strictObject({ versionId: id, reviewId: id, name: versionName, marked })
/** `beforeId` is the version that keeps what stood before. */
export const restoreVersionInput = z.strictObject({ versionId: id, beforeId: id, restores: id, marked })
export const VERSION_ORIGINS = ['saved', 'before', 'restored'] as const
export type VersionOrigin = (typeof VERSION_ORIGINS)[number]
/** What an older version is compared with: a later one, or the text as it stands now. */
export const compareVersionsInput = z.strictObject({ versionId: id, againstId: id.optional() })

export const moveReviewInput = z.strictObject({ reviewId: id, version })
/** `digest` says which content the leader has seen and agrees to. */
export const freezeReviewInput = z.strictObject({ reviewId: id, digest: z.string().regex(/^[0-9a-f]{64}$/) })
export const reviewIdInput = z.strictObject({ reviewId: id })
export const figureInput = z.strictObject({ reviewId: id, figureId })
export const listInput = z.strictObject({ programmeId: id.optional() })

/**
 * The condition behind a figure. 'activities' counts records (with `part` those in one commune), 'uncounted' those without a number, 'count' and 'reach' add up
 * the two sides of the count pair in one unit, 'money' adds đồng (`part`: a `MoneySource`), 'share' is percent of `target` reached by one plan item.
 * 'detail' adds up a field of the kind (`part` "opinions", or a half of a pair: "opinions.first"), 'communes' counts the communes and
 * wards where records lie, each once; 'petitions' counts those of the people for which the fact `part` came in the period;
 * 'split' adds up those reached of one group (`part` "sex:Nữ"); 'supervisions' adds up the fact `part` of supervisions, of which 'works' counts each work once;
 * 'movements' adds up what came of campaigns, twinnings and models: the results of the measure `part`, or models 'recognised' and 'copied'; 'honours' is a count of the work with prestigious persons or of those commended (`part` "class.turns", "commended.collective");
 * 'places' counts the communes or villages that stand so with a plan item (`part` "reached", "begun", "none"; "wanted": all that are to reach it); 'led' counts what led the work (`part` a `Led`);
 * 'informing' the duties to inform that a side did not meet or met late (`part` "missing.<body>", "late.<body>"). Both days are within. Absent fields do not narrow.
 */
export type FigureQuery = {
  kind:
    | 'activities'
    | 'uncounted'
    | 'count'
    | 'reach'
    | 'money'
    | 'share'
    | 'detail'
    | 'communes'
    | 'petitions'
    | 'supervisions'
    | 'split'
    | 'movements'
    | 'honours'
    | 'places'
    | 'led'
    | 'informing'
  from: IsoDate
  to: IsoDate
  clausePath?: string
  itemId?: string
  activityKind?: string
  activityKinds?: string[]
  unit?: string
  target?: number
  part?: string
  /** The highest of the records is told, not their sum: what stands at the time. */
  highest?: true
}

export type Figure = { id: string; value: number; unit: string; query: FigureQuery }

export const RETENTION_RULES = ['personal-evidence', 'petition-names', 'recognised-names', 'commended-names'] as const
export type RetentionRule = (typeof RETENTION_RULES)[number]
/**
 * What a retention rule has destroyed behind a figure, whose number stays: of how many of its records, and when. Of files the days, of
 * names only the years and whether of five or more: nothing leads back to a person.
 */
export type Destroyed = {
  rule: RetentionRule
  count: ToldCount
  when: { days: [IsoDate, IsoDate] } | { years: [number, number] }
}

/** The words that a figure is printed in. `untold`: they hide its number, which then stands nowhere in what leaves the server. */
export type FigureWords = { text: string; untold?: true }
/** A sentence in pieces: plain text, or a figure by its id. */
export type Piece = string | ({ figure: string } & FigureWords)
export type Sentence = Piece[]

/** `clausePath` and `itemId` lead back to the programme and the plan; `lead` opens a paragraph in slanted letters. The first row of a table is its head. */
export type CompiledBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; label: string; text: string; clausePath?: string }
  | { kind: 'sentence'; pieces: Sentence; dash: boolean; clausePath?: string; itemId?: string; lead?: string }
  | { kind: 'table'; rows: Sentence[][] }
  | { kind: 'asked'; section: Section; lead: string; text: string }

/** A row of the annex. Each cell is a sentence, so that its figures open too. */
export type AnnexRow = { clausePath: string | null; itemId: string | null; kind: 'clause' | 'item' | 'total'; cells: Sentence[] }

/** A picture of figures: one value of each series for every label; `figure` where the number has records behind it. */
export type Picture = {
  title: string
  unit: string
  labels: string[]
  series: { name: string; values: { value: number; figure?: string }[] }[]
}

/** The years that a report tells of. */
export const yearsOf = ({ year, first = year }: ReportPeriod): number[] =>
  Array.from({ length: year - first + 1 }, (_, at) => first + at)

/** A party under the name of the day. `kind` is that of the body: state, party, front, mass. */
export type ReviewParty = {
  bodyId: string
  position: number
  name: string
  shortName: string
  symbol: string
  kind: string
  place: string
  superior: string | null
}

export type ReviewHead = {
  /** "Sơ kết 6 tháng đầu năm 2026" */
  occasion: string
  /** "thực hiện Chương trình phối hợp công tác …" */
  subject: string
  place: string
  recipients: string[]
  parties: ReviewParty[]
  period: ReportPeriod & Bounds
}

/** Since edition 1 a sort of figures that a frozen report lacks had nothing to tell at its freezing; since 2 `agreedForm` makes its digest. */
export const EDITION = 2
/** A whole review as data: what the screen shows, what is frozen, what both papers are set from. */
export type CompiledReview = {
  /** None in reports that were frozen before editions were counted. */
  edition?: number
  head: ReviewHead
  blocks: CompiledBlock[]
  annex: AnnexRow[]
  /** None in reports that were frozen before there were any. */
  pictures?: Picture[]
  /** Ids of figures that compiling told when a shared text without them was frozen; none before that, nor where nothing was written together. */
  leftOut?: string[]
  figures: Record<string, Figure>
}

export type ClauseRow = { path: string; label: string; heading: boolean; text: string }
/** Both days within; null where no amendment began or ended it. */
export type CommitmentRow = {
  clausePath: string
  leadBodies: string[]
  lead: string[]
  validFrom: IsoDate | null
  validTo: IsoDate | null
}
export type Duty = Pick<CommitmentRow, 'clausePath' | 'validFrom' | 'validTo'>
export type ItemRow = {
  id: string
  clausePath: string
  title: string
  leadBodies: string[]
  timing: string
  dueOn: IsoDate | null
  targetMin: number | null
  targetUnit: string | null
  /** 'term' where the target is for the whole period of the programme; else a scope that each has to reach: "xã". */
  targetPer: string | null
  /** Those that it names. */
  places: string[]
  closed: boolean
  /** The duty that it carries out; items of several years can share one. */
  commitmentId?: string | null
}
/** What pays: one source of the estimates, several of them, or none where nothing was estimated. */
export const MONEY_SOURCES = ['own', 'ntp', 'other', 'several', 'none'] as const
export type MoneySource = (typeof MONEY_SOURCES)[number]
export type ActivityRow = {
  id: string
  version: number
  kind: string
  title: string
  heldOn: IsoDate
  place: string
  ownerBody: string
  count: number | null
  countUnit: string | null
  reach: number | null
  reachUnit: string | null
  /** Whole đồng. */
  money: number | null
  /** Told in final reports. */
  source?: MoneySource
  itemIds: string[]
  clausePaths: string[]
  /** Counts of the kind's own fields, by part: "points", "opinions.first". */
  parts: Record<string, number>
  /** Communes, wards and special zones where it was; of a village its commune. */
  communes: string[]
}

/**
 * Those reached under a clause in a stretch of time, of one group (`part` "sex:Nữ"): 'few' are under five. `apart`: another clause that
 * shares some of this work tells only few more.
 */
export type SplitRow = Bounds & { clausePath: string; part: string; count: number | 'few'; apart: boolean }

export const PETITION_FACTS = ['received', 'answered', 'settled', 'confirmed'] as const
export type PetitionFact = (typeof PETITION_FACTS)[number]
/** A petition of the people with the day of each fact; an answer, a settlement and a confirmation on the spot are three. */
export type PetitionRow = {
  id: string
  subject: string
  commune: string
  bodyId: string
  days: Record<PetitionFact, IsoDate | null>
}

export const SUPERVISION_FACTS = ['held', 'told', 'found', 'asked', 'repaired', 'explained'] as const
export type SupervisionFact = (typeof SUPERVISION_FACTS)[number]
/** What a figure on supervisions adds up: one of the facts, or the works that were seen. */
export type SupervisionPart = SupervisionFact | 'works'
/** A supervision with what came of it by day: held, told of by an activity that is counted elsewhere, findings, recommendations and their ends. */
export type SupervisionRow = {
  id: string
  title: string
  place: string
  bodyId: string
  constructionId: string | null
  facts: { fact: SupervisionFact; day: IsoDate; count: number }[]
}

/** A campaign, movement, twinning or model with what came of it by day: results by measure (`part`), a recognition, a repetition. */
export type MovementRow = {
  id: string
  kindName: string
  title: string
  place: string
  bodyId: string
  facts: { part: string; label: string; unit: string; day: IsoDate; count: number }[]
}

/** A count that is told, or only how much it is at least or at most: 'few' are under five, 'some' are five or more. */
export type ToldCount = number | 'few' | 'some'
/**
 * What all sides have done for prestigious persons in the period, and whom decisions have commended: counts alone, none of persons under
 * five, nor any that one half of a year could be taken from to find the small count of the other.
 */
export type HonourCounts = {
  work: { key: string; sessions: ToldCount; turns: ToldCount }[]
  commended: { collective: number; individual: ToldCount }
}

export type YearPlan = { year: number } & Bounds & Pick<CompileInput, 'items' | 'placesOfItems' | 'termSums'>

/** Everything a review is compiled from. Activities lie in [yearFrom, period.to] and in `before`, the same period a year earlier. */
export type CompileInput = {
  programme: {
    title: string
    kind: string
    number: string | null
    date: IsoDate | null
    place: string | null
    recipients: string[]
  }
  parties: ReviewParty[]
  period: ReportPeriod & Bounds
  yearFrom: IsoDate
  before: Bounds
  /** Of a final report: its years, which it tells one by one. */
  years: ({ year: number } & Bounds)[]
  /** Of a final report: what was planned in each of its years, and what the reports of that year judge it by. */
  yearPlans: YearPlan[]
  /** Of a final report: items with a target for the whole term, one of each duty, as the latest plan has it. */
  termTargets: ItemRow[]
  /** Stretches within the period and within the year before that are reported by themselves too: halves, in a final report also years. */
  halves: { period: Bounds[]; before: Bounds[] }
  clauses: ClauseRow[]
  commitments: CommitmentRow[]
  items: ItemRow[]
  /** Of items whose target each commune or village has to reach: how these stand on the last day, by the work of the year up to it. */
  placesOfItems: PlacesOfItem[]
  /** Of items with a target for the whole term: what every year's work up to the last day adds up to in its unit. */
  termSums: { itemId: string; reached: number }[]
  activities: ActivityRow[]
  /** Of the period, of the year before and of the stretches within them. */
  splits: SplitRow[]
  /** Names of the communes where they were. */
  communeNames: Record<string, string>
  /** Every version of the kinds that they were recorded under. */
  kinds: KindBook
  /** Those that every party of the programme sees. */
  petitions: PetitionRow[]
  supervisions: SupervisionRow[]
  movements: MovementRow[]
  honours: HonourCounts
  /** Of the period. */
  occurrences: Occurrence[]
  texts: Texts
  /** The frozen report of the same period that this one replaces or supplements. */
  follows: { how: FollowKind; frozenOn: IsoDate } | null
}
