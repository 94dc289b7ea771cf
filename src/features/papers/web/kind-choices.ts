import { PAPER_KINDS, type PaperKind } from '../kinds.ts'

export const KIND_CHOICES = Object.entries(PAPER_KINDS).map(([value, label]) => ({ value: value as PaperKind, label }))
