import { components } from './vi/components.ts'
import { files } from './vi/files.ts'
import { insight } from './vi/insight.ts'
import { refusals } from './vi/refusals.ts'
import { shell } from './vi/shell.ts'
import { states } from './vi/states.ts'

/** What the first screen needs; the catalogues of the other features follow with their first screen. */
export const core = { ...shell, ...components, ...states, ...refusals, ...files, ...insight }
