import type { AnswerOf } from '../../../ui/client/types.ts'
import type { matrix, onePackage } from '../queries.ts'

export type MatrixAnswer = AnswerOf<typeof matrix>
export type MatrixRow = MatrixAnswer['rows'][number]
export type Cell = MatrixRow['cells'][string]
export type PackageAnswer = AnswerOf<typeof onePackage>
export type Content = PackageAnswer['content']
