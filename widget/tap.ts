import { isPhone } from './page.ts'

/**
 * Whether the link may follow the press on "yes" without a tap of its own: on a phone, while the browser
 * still counts the press as the person's.
 */
export const isTapAllowed = (): boolean => {
  const { userActivation }: Partial<Navigator> = navigator
  return (userActivation?.isActive ?? false) && isPhone()
}
