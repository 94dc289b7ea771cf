import type { Paper } from './contract.ts'
import { renderInPool } from './paper-pool.ts'

/**
 * The paper as an editable DOCX in Times New Roman with named styles, built in a process of its own.
 * @throws WorkerFailure when the thread fails or takes over 60 s
 */
export const renderDocx = (paper: Paper): Promise<Uint8Array> => renderInPool('docx', paper)
