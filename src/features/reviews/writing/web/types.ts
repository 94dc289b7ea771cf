import type { AnswerOf } from '../../../../ui/client/types.ts'
import type { linesCompiled } from '../compiled-lines.ts'
import type { textDesk } from '../text-desk.ts'
import type { compareVersions, textVersions } from '../text-versions.ts'

export type LinesAnswer = AnswerOf<typeof linesCompiled>
export type DeskAnswer = AnswerOf<typeof textDesk>
export type VersionsAnswer = AnswerOf<typeof textVersions>
export type DifferencesAnswer = AnswerOf<typeof compareVersions>
