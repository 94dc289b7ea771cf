import type { Paper } from './contract.ts'
import { renderInPool } from './paper-pool.ts'

/**
 * The paper as a tagged PDF/A-2a with embedded fonts, set in a process of its own.
 * @throws an error with code 'documents.unprintable_text' and `characters` when the font lacks a character;
 *   WorkerFailure when the thread fails or takes over 60 s
 */
export const renderPdf = (paper: Paper): Promise<Uint8Array> => renderInPool('pdf', paper)
