import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ACTIVITY_KINDS, proposedKind } from '../src/features/activities/contract.ts'
import { readProgramme } from '../src/features/programmes/reading/read-programme.ts'
import { parseText } from '../src/formats/text/parse.ts'
import { shared } from './shared.ts'

/** Every duty of the two real programmes by the path of its clause → the kinds of work that serve it, in the order of the text. */
const DUTIES: Record<string, Record<string, string>> = {
  'kontum-2021-2025': {
    'II/1': 'communication communication',
    'II/2': 'guidance communication model',
    'II/3': 'survey advice supervision',
    'II/4': 'communication survey advice',
    'II/5': 'supervision appraisal',
    'II/6': 'information training staffing training visit meeting',
    'II/7': 'communication guidance communication',
    'II/8': 'communication',
    'II/9': 'information advice information training training',
    'II/10': 'model visit',
    'III/1/-1': 'guidance guidance',
    'III/1/-2': 'communication information',
    'III/1/-3': 'drafting supervision communication',
    'III/1/-4/+1': 'supervision',
    'III/1/-4/+2': 'survey',
    'III/1/-4/+3': 'supervision supervision',
    'III/1/-4/+4': 'communication',
    'III/2/-1': 'guidance guidance',
    'III/2/-2': 'information',
    'III/2/-3': 'training supervision',
    'III/2/-4/+1': 'training',
    'III/2/-5': 'commendation commendation meeting commendation',
    'III/2/-6': 'congress',
    'IV/1': 'communication urging',
    'IV/2': 'drafting',
    'IV/3': 'conference commendation guidance',
    'IV/5': 'visit information survey',
    'IV/6': 'advice',
    'IV/7': 'meeting',
  },
  'binhthuan-2022-2025': {
    'II/1/1.1/-1': 'advice guidance',
    'II/1/1.1/-2': 'inspection',
    'II/1/1.1/-3': 'communication',
    'II/1/1.1/-4': 'model communication',
    'II/1/1.1/-5': 'training staffing',
    'II/1/1.1/-6': 'communication training',
    'II/1/1.1/-7': 'guidance communication staffing staffing communication',
    'II/1/1.1/-8': 'supervision',
    'II/1/1.2/-1': 'advice',
    'II/1/1.2/-2': 'communication communication communication communication communication communication',
    'II/1/1.2/-3': 'advice staffing',
    'II/1/1.2/-4': 'survey advice',
    'II/1/1.2/-5': 'training',
    'II/2/2.1/-1': 'communication',
    'II/2/2.1/-2': 'communication',
    'II/2/2.1/-3': 'communication commendation',
    'II/2/2.1/-4': 'communication',
    'II/2/2.1/-5': 'communication',
    'II/2/2.1/-6': 'training',
    'II/2/2.1/-7': 'communication',
    'II/2/2.2/-1': 'communication',
    'II/2/2.2/-2': 'drafting',
    'II/2/2.2/-3': 'commendation communication communication communication',
    'II/2/2.2/-4': 'communication',
    'II/2/2.2/-5': 'training',
    'III/1': 'communication guidance guidance',
    'III/2': 'information communication',
    'III/3': 'advice drafting commendation meeting',
  },
}

const kindsOf = (name: string): Record<string, string> => {
  const { commitments } = readProgramme(parseText(readFileSync(join(shared ?? '', 'programmes', `${name}.txt`))))
  const byClause = Map.groupBy(commitments, duty => duty.clause)
  return Object.fromEntries(
    [...byClause].map(([path, duties]) => [path, duties.map(duty => proposedKind(duty.topics, duty.text)).join(' ')]),
  )
}

describe.skipIf(!shared)('the duties of the real programmes', () => {
  it.each(Object.keys(DUTIES))('are each served by a kind of work: %s', name => {
    const found = kindsOf(name)
    expect(found).toEqual(DUTIES[name])
    const known = new Set<string>(ACTIVITY_KINDS.filter(kind => kind !== 'other'))
    expect(Object.entries(found).filter(([, kinds]) => !kinds.split(' ').every(kind => known.has(kind)))).toEqual([])
  })
})
