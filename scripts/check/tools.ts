import { spawnSync } from 'node:child_process'

/** A program that tests need: how to see it is there, and Debian's packages that bring it. */
export interface Tool {
  readonly name: string
  readonly commands: readonly string[]
  readonly packages: readonly string[]
}

export const BROWSER: Tool = {
  name: 'Chromium',
  commands: [process.env['CHROMIUM_PATH'] ?? 'chromium', 'chromium-browser', 'google-chrome'],
  packages: ['chromium', 'fonts-noto-cjk'],
}
export const JAVA: Tool = { name: 'Java 17 or later', commands: ['java'], packages: ['default-jre-headless'] }
export const MAVEN: Tool = { name: 'Maven', commands: ['mvn'], packages: ['maven'] }

/** Sees to it that the tool is there; null when it is, else one line that says what to install. */
export function obtain(tool: Tool): string | null {
  if (pathOf(tool) !== null) return null
  if (process.getuid?.() === 0 && found('apt-get')) {
    console.error(`installing ${tool.packages.join(' ')}`)
    spawnSync('apt-get', ['update'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', ...tool.packages], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  return pathOf(tool) !== null ? null : `${tool.name} is missing: apt-get install ${tool.packages.join(' ')}`
}

/** The command that runs the tool, or null. */
export function pathOf(tool: Tool): string | null {
  return tool.commands.find(found) ?? null
}

function found(command: string): boolean {
  return spawnSync('which', [command], { stdio: 'ignore' }).status === 0
}
