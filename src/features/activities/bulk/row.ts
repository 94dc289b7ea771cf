import type { BulkRow } from '../contract.ts'

/** What makes a row the same activity when it is met again: all that it says, apart from its note and where it stands. */
export const sayingOf = ({ line: _line, note: _note, breakdown: _split, ...row }: BulkRow) => row
