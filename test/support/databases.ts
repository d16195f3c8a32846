import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'

/** The engines that every promise of the memory is tested on. */
export const ENGINES = ['sqlite', 'postgres'] as const
export type EngineName = (typeof ENGINES)[number]

/** An empty database of one test file, and how to be rid of it. */
export type TestDatabase = { readonly url: string; drop(): Promise<void> }

/** Makes an empty database. PostgreSQL is started when the first test of the run asks for it. */
export const openDatabase = (engine: EngineName): Promise<TestDatabase> =>
  engine === 'sqlite' ? sqliteFile() : postgresDatabase()

const sqliteFile = async (): Promise<TestDatabase> => {
  const folder = await mkdtemp(join(tmpdir(), 'quiero-sqlite-'))
  return {
    url: join(folder, 'quiero.db'),
    drop: () => rm(folder, { recursive: true, force: true }),
  }
}

const postgresDatabase = async (): Promise<TestDatabase> => {
  const answer = await fetch(inject('postgresStarter'))
  if (!answer.ok) throw new Error(`no PostgreSQL for the tests: ${await answer.text()}`)
  const cluster = new URL(await answer.text())
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(cluster, `create database ${name}`)
  const url = new URL(cluster)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: () => administer(cluster, `drop database ${name} with (force)`),
  }
}

const administer = async (cluster: URL, statement: string): Promise<void> => {
  const client = new Client({ connectionString: cluster.href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
