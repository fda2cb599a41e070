import type { Profile } from './profile.ts'

export interface Example {
  readonly key: 'maker' | 'university' | 'alliance'
  readonly profile: Profile
}

/** Applicants of our own invention, to see how the page works. No figure in them is anybody's. */
export function examples(latestYear: number): readonly Example[] {
  return [
    {
      key: 'maker',
      profile: {
        applicantType: 'enterprise',
        jurisdiction: 'CN-YN',
        track: '',
        latestYear,
        values: {
          fixed_staff: 86,
          senior_staff_ratio: 0.54,
          rd_staff_ratio: 0.22,
          high_level_talents: 2,
          floor_area: 2_600,
          equipment_value: 23_500_000,
          rd_spend: [18_000_000, 13_500_000, 11_200_000],
          debt_asset_ratio: 0.58,
          industry_standards: 3,
          class1_ip: 7,
          technology_transfers: 6,
          economic_benefit: 64_000_000,
          host_units: 1,
          legal_person: true,
        },
      },
    },
    {
      key: 'university',
      profile: {
        applicantType: 'university',
        jurisdiction: 'CN-SX',
        track: '领域类',
        latestYear,
        values: {
          fixed_staff: 64,
          floor_area: 3_100,
          equipment_value: 41_000_000,
          rd_spend: [9_000_000, 7_600_000, 5_200_000],
          host_units: 2,
          first_host_share: 0.61,
          director_age: 57,
          host_legal_person: true,
          legal_person: false,
        },
      },
    },
    {
      key: 'alliance',
      profile: {
        applicantType: 'enterprise',
        jurisdiction: 'CN-HA',
        track: '',
        latestYear,
        values: {
          member_units: 5,
          founding_capital: 32_000_000,
          core_technologies: 2,
          rd_staff_ratio: 0.18,
          high_level_talents: 4,
          rd_spend: [52_000_000, 47_000_000],
          host_units: 3,
          legal_person: true,
        },
      },
    },
  ]
}
