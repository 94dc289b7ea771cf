import { readFileSync } from 'node:fs'

const keyFile = (name: string): string => readFileSync(new URL(`./keys/${name}.p12`, import.meta.url)).toString('base64')

/** Key files made for tests alone, of a person and of a body, valid from 2020 to 2058. */
export const PERSON = { keyFile: keyFile('nguoi-ky'), password: 'thu' }
export const SEAL = { keyFile: keyFile('con-dau'), password: 'thu' }
