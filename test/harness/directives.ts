import type { Json } from '../../src/engine/db/database.ts'
import { newId } from '../../src/kernel/ids.ts'

let serial = 0

/** A document of a programme, each under a number of its own. */
export const directiveInput = (programmeId: string, change: { [key: string]: Json } = {}) => {
  serial += 1
  return { directiveId: newId(), programmeId, kind: 'chỉ thị', number: `${serial}-CT/TU`, issuedOn: '2025-03-10', ...change }
}

export const ELEMENT = '2026-2035/HP2.3'
