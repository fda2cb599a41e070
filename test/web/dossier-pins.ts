import type { Pin } from '../../web/dossier/pin.ts'

/** A pin of a made-up harbour law; what is given replaces its fields. */
export function pinOf(id: string, change: Partial<Pin> = {}): Pin {
  return {
    id,
    kind: 'cell',
    heading: `要求${id}`,
    group: '申报条件',
    instrument: {
      id: 'gd-2019-fishing',
      title: '渔港管理办法',
      docNumber: '农渔发〔2019〕7号',
      jurisdiction: '甲省',
      issuers: ['渔业厅'],
      issuedOn: '2019-06-03',
      effectiveFrom: null,
    },
    against: null,
    place: '第四条',
    quotes: [
      {
        text: '泊位不少于10个',
        place: '第四条',
        instrument: 'gd-2019-fishing',
        provision: 'gd-2019-fishing#art_4',
        start: 12,
        end: 20,
      },
    ],
    relation: 'STRICTER',
    reason: '20 大于 10',
    reasonEn: '20 is over 10',
    address: '/compare?instruments=gd-2019-fishing',
    fingerprint: '9f86',
    pinnedOn: '2026-11-21',
    note: '',
    ...change,
  }
}
