import type { Engine } from '../engine/runner.ts'
import { loadPeople } from './seed-people.ts'

/** Loads the fictional province, as commands sent by its people. */
export async function loadSamples(engine: Engine): Promise<void> {
  await loadPeople(engine)
}
