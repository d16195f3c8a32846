import type * as v from 'valibot'

/** A schema for every member that a type has, and for no other: the compiler holds the one to the other. */
export type MembersOf<T> = { readonly [Key in keyof T]-?: v.GenericSchema<unknown, T[Key]> }
