import { z } from 'zod'
import type { IsoDate } from '../../kernel/dates.ts'
import type { SigningPerson } from '../documents/index.ts'
import { paperDay, paperNumber } from '../programmes/index.ts'

/** 'periodic' by a rhythm of reports, 'occasion' by a day of note (18/11, 3/5, Tết). */
export type DutyKind = 'periodic' | 'occasion'

/** What one side owes the other for one period. Days are within; activities up to `cutoff` count. */
export type Duty = {
  key: string
  commitmentId: string
  clausePath: string
  from: string
  to: string
  kind: DutyKind
  /** The same for every duty of this period: "2026-q3", "2026-18-11". A column of the matrix. */
  periodKey: string
  /** "Quý III/2026", "6 tháng đầu năm 2026", "Dịp 18/11/2026" */
  label: string
  periodFrom: IsoDate
  periodTo: IsoDate
  cutoff: IsoDate
  dueOn: IsoDate
}

export const PACKAGE_STATES = ['draft', 'sent', 'received', 'returned'] as const
export type PackageState = (typeof PACKAGE_STATES)[number]

/** Where a duty stands: 'sent' waits for its receipt, 'missing' is past its day, 'on-time' and 'late' are received. */
export type CellState = 'on-time' | 'late' | 'missing' | 'not-due' | 'sent' | 'returned'

const uuid = z.guid()
const version = z.int().min(1)
const written = (max: number) =>
  z
    .string()
    .max(max, 'field.too-long')
    .transform(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())

const chosen = {
  note: written(10_000),
  /** Absent takes every activity of the own side in the period, also those recorded until it is sent. */
  activityIds: z.array(uuid).max(2000).optional(),
  fileIds: z.array(uuid).max(50, 'field.files').default([]),
}

export const assembleInput = z.strictObject({
  packageId: uuid,
  programmeId: uuid,
  dutyKey: z.string().min(1).max(300),
  year: z.int().min(1945).max(2200),
  ...chosen,
})
/** A partner's own paper as our clerk writes it down: number, day, scan, and what it tells in short. */
export const paperPackageInput = z.strictObject({
  packageId: uuid,
  programmeId: uuid,
  dutyKey: z.string().min(1).max(300),
  year: z.int().min(1945).max(2200),
  actId: uuid,
  number: paperNumber,
  date: paperDay,
  fileId: uuid,
  note: written(10_000),
})
export const changeInput = z.strictObject({ packageId: uuid, version, ...chosen })
/** `digest` says which content the leader has seen. */
export const sendInput = z.strictObject({ packageId: uuid, version, digest: z.string().regex(/^[0-9a-f]{64}$/) })
export const submitInput = z.strictObject({ clearanceId: uuid, packageId: uuid })
export const approveInput = z.strictObject({ clearanceId: uuid, packageId: uuid, digest: z.string().regex(/^[0-9a-f]{64}$/) })
export const receiveInput = z.strictObject({ packageId: uuid, version })
export const returnInput = z.strictObject({
  packageId: uuid,
  version,
  reason: written(1000).pipe(z.string().min(1, 'field.empty')),
})
export const packageIdInput = z.strictObject({ packageId: uuid })
/** Without a year this one, or the nearest that the programme has. */
export const matrixInput = z.strictObject({ programmeId: uuid, year: z.int().min(1945).max(2200).optional() })

export type Amount = { value: number; unit: string }

export type PackedActivity = {
  id: string
  kind: string
  /** What a kind of the programme's own is called, on the day. */
  kindName?: string
  title: string
  heldOn: IsoDate
  heldTo: IsoDate | null
  place: string
  count: Amount | null
  reach: Amount | null
  /** Whole đồng. */
  money: number | null
}
/** What the activities of one kind add up to, by unit. */
export type PackedFigure = { kind: string; kindName?: string; activities: number; amounts: Amount[]; money: number }
export type PackedFile = { id: string; name: string; size: number; mediaType: string; sha256: string }
/** A side under the name of the day; `kind` is that of the body. */
export type PackedSide = {
  bodyId: string
  position: number
  name: string
  shortName: string
  symbol: string
  kind: string
  place: string
  superior: string | null
}

/** Everything that leaves with a package. Live in a draft, frozen when it is sent. */
export type PackageContent = {
  /** `kind` as printed, lower case: "chương trình". */
  programme: { title: string; kind: string; number: string | null; date: IsoDate | null }
  from: PackedSide
  to: PackedSide
  clausePath: string
  duty: string
  label: string
  period: { from: IsoDate; to: IsoDate }
  note: string
  figures: PackedFigure[]
  activities: PackedActivity[]
  files: PackedFile[]
  signer: SigningPerson | null
}
