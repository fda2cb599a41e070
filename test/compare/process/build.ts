import type { ProcessInstrument, ProcessRole, ProcessStep } from '../../../server/model/process.ts'

/** A step from its words; ids count up within one text. */
export function step(action: string, more: Partial<ProcessStep> = {}): ProcessStep {
  return {
    id: `${more.provision ?? 'art_1'}~${action.slice(0, 12)}`,
    track: 'general',
    name: null,
    actor: null,
    action,
    duration: null,
    provision: 'x#art_1',
    lead: '',
    headings: [],
    start: 0,
    end: action.length,
    quote: action,
    ...more,
  }
}

export function role(name: string, kind: string, aliases: readonly string[] = []): ProcessRole {
  return { key: null, name, aliases, kind }
}

export function text(id: string, steps: readonly ProcessStep[], roles: readonly ProcessRole[] = []): ProcessInstrument {
  return { id, name: { zh: id, en: id }, steps, roles }
}
