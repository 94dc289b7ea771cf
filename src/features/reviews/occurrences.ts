import type { IsoDate } from '../../kernel/dates.ts'

/** Papers that the own registers have issued, directives that came, conclusions of the working group's meetings. */
export type Led = 'issued' | 'directed' | 'concluded'
/** What is counted one by one by its day: the parts of 'led' and of 'informing'. `address` is where its record stands. */
export type Occurrence = {
  of: 'led' | 'informing'
  part: string
  id: string
  kind: 'paper' | 'directive' | 'conclusion' | 'duty'
  title: string
  day: IsoDate
  bodyId: string
  address: string
}
