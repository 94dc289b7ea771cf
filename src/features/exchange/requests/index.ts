import type { Feature } from '../../../engine/feature.ts'
import { agreeRequest } from '../commands/agree-request.ts'
import { answerRequest } from '../commands/answer-request.ts'
import { changeRequest } from '../commands/change-request.ts'
import { clearRequest } from '../commands/clear-request.ts'
import { draftRequest } from '../commands/draft-request.ts'
import { proposeRequest } from '../commands/propose-request.ts'
import { removeRequest } from '../commands/remove-request.ts'
import { restoreRequest } from '../commands/restore-request.ts'
import { returnRequest } from '../commands/return-request.ts'
import { sendRequest } from '../commands/send-request.ts'
import { submitRequest } from '../commands/submit-request.ts'
import { takeBackRequest } from '../commands/take-back-request.ts'
import { takeBackStep } from '../commands/take-back-step.ts'
import { urgeRequest } from '../commands/urge-request.ts'
import { requestDeadlines, requestSearch } from './deadlines.ts'
import { requestClearances } from './laying.ts'
import { request, requestStarts, requests } from './queries.ts'

/** Requests to bodies outside the programme, and what became of them: a part of the exchange. */
export const requestPart = {
  commands: [
    draftRequest,
    changeRequest,
    removeRequest,
    restoreRequest,
    submitRequest,
    clearRequest,
    proposeRequest,
    agreeRequest,
    returnRequest,
    takeBackRequest,
    takeBackStep,
    sendRequest,
    urgeRequest,
    answerRequest,
  ],
  queries: [requests, request, requestStarts],
  deadlines: [requestDeadlines, requestClearances],
  searchables: [requestSearch],
} satisfies Partial<Feature>
