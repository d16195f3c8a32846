import { readFormView } from './answers.ts'
import { openLine } from './http.ts'
import { type Access, requestsOf } from './requests.ts'

/** The token of the notice that a server shows with the company's form now. */
export const noticeTokenAt = async (url: string, access: Access): Promise<string> => {
  const line = openLine()
  try {
    return readFormView(await line.send(url, requestsOf(access).formView())).noticeToken
  } finally {
    line.close()
  }
}
