/**
 * Whether the link may follow the press on "yes" without a tap of its own: while the browser still counts the
 * press as the person's.
 */
export const isTapAllowed = (): boolean => {
  const { userActivation }: Partial<Navigator> = navigator
  return userActivation?.isActive ?? false
}

/** Whether this is a phone or a tablet, on which the app opens over the page. */
export const isPhone = (): boolean => matchMedia('(pointer: coarse)').matches
