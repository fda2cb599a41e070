import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT, readConfig } from '../../server/app/config.ts'

describe('the settings', () => {
  it('have defaults that need nothing but this machine', () => {
    expect(readConfig({ PATH: '/usr/bin', TIAOLAN_HOME: '' })).toEqual({
      store: 'embedded',
      home: resolve(PROJECT, '.tiaolan'),
      neo4j: { uri: 'bolt://127.0.0.1:7687', username: 'neo4j', password: '', database: undefined },
      host: '127.0.0.1',
      port: 4400,
    })
  })

  it('are taken from the environment', () => {
    const environment = {
      TIAOLAN_STORE: 'neo4j',
      TIAOLAN_HOME: '/srv/tiaolan',
      NEO4J_URI: 'neo4j+s://graph.example:7687',
      NEO4J_USERNAME: 'reader',
      NEO4J_PASSWORD: 'secret',
      NEO4J_DATABASE: 'laws',
      HOST: '0.0.0.0',
      PORT: '8080',
    }
    expect(readConfig(environment)).toEqual({
      store: 'neo4j',
      home: '/srv/tiaolan',
      neo4j: { uri: 'neo4j+s://graph.example:7687', username: 'reader', password: 'secret', database: 'laws' },
      host: '0.0.0.0',
      port: 8080,
    })
  })

  it.each([
    ['TIAOLAN_STORE', 'postgres', 'TIAOLAN_STORE=postgres is not possible: set it to embedded or neo4j'],
    [
      'TIAOLAN_STROE',
      'neo4j',
      'there is no setting TIAOLAN_STROE (there are TIAOLAN_STORE, TIAOLAN_HOME): did you mean TIAOLAN_STORE?',
    ],
    ['TIAOLAN_COLOUR', 'red', 'there is no setting TIAOLAN_COLOUR (there are TIAOLAN_STORE, TIAOLAN_HOME): unset it'],
    ['PORT', '70000', 'PORT=70000 is not possible: set it to a number from 0 to 65535; 0 takes a free one'],
    ['PORT', 'http', 'PORT=http is not possible: set it to a number from 0 to 65535; 0 takes a free one'],
    [
      'NEO4J_URI',
      'localhost:7687',
      'NEO4J_URI=localhost:7687 is not possible: set it to an address such as bolt://127.0.0.1:7687',
    ],
  ])('refuse %s=%s and say what is possible', (name, value, message) => {
    expect(() => readConfig({ [name]: value })).toThrow(expect.objectContaining({ code: 'BAD_SETTING', message }))
  })
})
