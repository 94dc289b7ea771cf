import { z } from 'zod'

export const FORMAT = 'phoihop-backup'
export const FORMAT_VERSION = 1

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.int().min(0)

const TableEntry = z.strictObject({
  name: z.string().min(1),
  /** Those that are stored; generated columns are computed again. */
  columns: z.array(z.string()),
  rows: Count,
  /** Number of archive entries that hold the rows. */
  parts: Count,
  /** Of the rows in PostgreSQL's COPY text, all parts one after the other. */
  sha256: Sha256,
})

export const Manifest = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  /** ISO 8601, UTC. */
  createdAt: z.iso.datetime(),
  /** Of the server that was read, as "15.18". */
  postgres: z.string(),
  /** Names of the applied migrations in order: the schema that the rows fit. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(TableEntry),
  /** Last value given out; null: none yet. */
  sequences: z.array(z.strictObject({ name: z.string(), last: z.string().nullable() })),
  files: z.array(z.strictObject({ sha256: Sha256, size: Count })),
  /** Files that the database names but the disk had lost or damaged when the backup was made. */
  absent: z.array(z.strictObject({ sha256: Sha256, why: z.enum(['missing', 'damaged']) })),
})

/** What an archive holds: its last entry, `manifest.json`. */
export type Manifest = z.infer<typeof Manifest>
export type TableEntry = z.infer<typeof TableEntry>

export const tablePart = (name: string, part: number): string => `tables/${name}.${String(part).padStart(6, '0')}.copy.gz`
export const fileEntry = (sha256: string): string => `files/${sha256}`
export const MANIFEST_ENTRY = 'manifest.json'

/** How far a backup or restore is: tables first, then files, counted together. */
export type Progress = (step: { name: string; done: number; total: number }) => void
