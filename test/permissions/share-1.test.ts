import { checkShare } from '../access/check-share.ts'

await checkShare(1)
