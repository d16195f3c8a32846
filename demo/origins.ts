/** Where the demo's two sites are reached: Quiero with the stage and the phone, and the client's own site. */
export type Ports = { readonly quiero: number; readonly shop: number }

const HOST_NAMES = ['localhost', '127.0.0.1'] as const

/** The origins under which a browser on this machine may open a port. */
export const originsOf = (port: number): readonly string[] =>
  HOST_NAMES.map((name) => `http://${name}:${port}`)

/** The other site under the same host name as a request's. */
export const besides = (url: string, port: number): string => {
  const { hostname } = new URL(url)
  return `http://${HOST_NAMES.find((name) => name === hostname) ?? HOST_NAMES[0]}:${port}`
}
