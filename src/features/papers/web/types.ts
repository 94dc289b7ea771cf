import type { AnswerOf } from '../../../ui/client/types.ts'
import type { fileReading } from '../queries/file-reading.ts'
import type { incoming, incomingRegister } from '../queries/incoming.ts'
import type { list } from '../queries/list.ts'
import type { ofSource } from '../queries/of-source.ts'
import type { paper } from '../queries/paper.ts'
import type { register } from '../queries/register.ts'
import type { writing } from '../queries/writing.ts'

export type List = AnswerOf<typeof list>
export type ListedPaper = List['papers'][number]
export type OfSource = AnswerOf<typeof ofSource>
export type Shown = AnswerOf<typeof paper>
export type Register = AnswerOf<typeof register>
export type BookRow = Register['lines'][number]
export type IncomingRegister = AnswerOf<typeof incomingRegister>
export type ShownIncoming = AnswerOf<typeof incoming>
export type ShownReading = AnswerOf<typeof fileReading>
export type Ground = AnswerOf<typeof writing>
