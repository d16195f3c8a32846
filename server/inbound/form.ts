/** The fields of an URL-encoded body, in the order of it, decoded. Bytes that are no UTF-8 become U+FFFD. */
export const formFields = (body: Uint8Array): URLSearchParams =>
  new URLSearchParams(new TextDecoder().decode(body))

/** The fields of a form, URL-encoded or multipart (RFC 7578); none where the body is neither. Files are left out. */
export const fieldsOf = async ({
  body,
  type,
}: {
  readonly body: Uint8Array
  readonly type: string
}): Promise<URLSearchParams> => {
  if (!isMultipart(type)) return formFields(body)
  const fields = new URLSearchParams()
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => new FormData())
  for (const [name, value] of form) if (typeof value === 'string') fields.append(name, value)
  return fields
}

/** Whether a body says that it is a form. */
export const isForm = (type: string): boolean => isMultipart(type) || isUrlEncoded(type)

/** Whether a body says that it is URL-encoded. */
export const isUrlEncoded = (type: string): boolean =>
  /^application\/x-www-form-urlencoded\b/iu.test(type)

const isMultipart = (type: string): boolean => /^multipart\/form-data\b/iu.test(type)
