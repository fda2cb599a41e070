/**
 * Profiles and what the four provincial texts make of them, written by reading the texts, not by running the program. Each
 * case is the applicant below with some answers changed. For each text stands what fails and what is still open, by field;
 * with nothing failed and nothing open only an official's judgement is left (the texts ask for 行业引领地位 and the like).
 */
export interface FitCase {
  readonly name: string
  readonly change: Partial<Applicant>
  readonly yunnan?: Expected
  readonly shanxi?: Expected
  readonly henan?: Expected
  readonly manufacturing?: Expected
}

export interface Applicant {
  readonly applicantType: string | null
  readonly jurisdiction: string | null
  readonly track: string | null
  readonly [key: string]: string | number | boolean | null | readonly (number | null)[]
}

export interface Expected {
  readonly fails?: readonly string[]
  readonly open?: readonly string[]
}

/** An enterprise that stands exactly on every limit that counts, and just inside the one that does not. */
export const APPLICANT: Applicant = {
  applicantType: 'enterprise',
  jurisdiction: 'CN-YN',
  track: '领域类',
  fixed_staff: 100,
  senior_staff_ratio: 0.5,
  debt_asset_ratio: 0.699,
  national_projects: 1,
  provincial_projects: 0,
  floor_area: 2000,
  equipment_value: 20_000_000,
  rd_spend: [40_000_000, 40_000_000, 40_000_000],
  industry_standards: 2,
  class1_ip: 2,
  class2_ip: 0,
  technology_transfers: 5,
  economic_benefit: 50_000_000,
  host_units: 1,
  first_host_share: 0.5,
  director_age: 60,
  rd_staff_ratio: 0.1,
  high_level_talents: 3,
  member_units: 3,
  founding_capital: 10_000_000,
  core_technologies: 1,
  legal_person: true,
  host_legal_person: true,
}

/** Registered in the one province, it is not registered in the other. */
const ELSEWHERE: Expected = { fails: ['jurisdiction'] }
const IN_SHANXI = { jurisdiction: 'CN-SX' }

/** What a case expects where it says nothing of a text. */
export const USUAL = { yunnan: {}, shanxi: ELSEWHERE, henan: {}, manufacturing: {} } as const

export const CASES: readonly FitCase[] = [
  { name: 'on every limit', change: {} },
  { name: 'on every limit, in Shanxi', change: IN_SHANXI, yunnan: ELSEWHERE, shanxi: {} },
  { name: 'in a city of Yunnan', change: { jurisdiction: 'CN-YN-kunming' } },
  {
    name: 'in a province that asks nobody to be there',
    change: { jurisdiction: 'CN-HA' },
    yunnan: ELSEWHERE,
  },
  {
    name: 'place not told',
    change: { jurisdiction: null },
    yunnan: { open: ['jurisdiction'] },
    shanxi: { open: ['jurisdiction'] },
  },
  { name: '99 permanent staff', change: { fixed_staff: 99 }, yunnan: { fails: ['fixed_staff'] } },
  { name: '101 permanent staff', change: { fixed_staff: 101 } },
  {
    name: '50 permanent staff in Shanxi',
    change: { ...IN_SHANXI, fixed_staff: 50 },
    yunnan: { fails: ['jurisdiction', 'fixed_staff'] },
    shanxi: {},
  },
  {
    name: '49 permanent staff in Shanxi',
    change: { ...IN_SHANXI, fixed_staff: 49 },
    yunnan: { fails: ['jurisdiction', 'fixed_staff'] },
    shanxi: { fails: ['fixed_staff'] },
  },
  {
    name: 'no permanent staff at all',
    change: { fixed_staff: 0 },
    yunnan: { fails: ['fixed_staff'] },
    shanxi: { fails: ['jurisdiction', 'fixed_staff'] },
  },
  {
    name: 'permanent staff not told',
    change: { fixed_staff: null },
    yunnan: { open: ['fixed_staff'] },
    shanxi: { fails: ['jurisdiction'], open: ['fixed_staff'] },
  },
  { name: '49.9 % senior staff', change: { senior_staff_ratio: 0.499 }, yunnan: { fails: ['senior_staff_ratio'] } },
  { name: 'debt ratio of 70 %', change: { debt_asset_ratio: 0.7 }, yunnan: { fails: ['debt_asset_ratio'] } },
  { name: 'debt ratio of 71 %', change: { debt_asset_ratio: 0.71 }, yunnan: { fails: ['debt_asset_ratio'] } },
  { name: 'no debt', change: { debt_asset_ratio: 0 } },
  { name: 'debt ratio not told', change: { debt_asset_ratio: null }, yunnan: { open: ['debt_asset_ratio'] } },
  {
    name: 'a university with two partner enterprises has no debt ratio to tell',
    change: { applicantType: 'university', debt_asset_ratio: null, partner_enterprises: 2 },
  },
  {
    name: 'a university with one partner enterprise',
    change: { applicantType: 'university', partner_enterprises: 1 },
    yunnan: { fails: ['partner_enterprises'] },
  },
  {
    name: 'a research institute that does not tell its partners',
    change: { applicantType: 'research_institute' },
    yunnan: { open: ['partner_enterprises'] },
  },
  {
    name: 'a technology institution is none of the three kinds that Henan names',
    change: { applicantType: 'technology_institution', partner_enterprises: 2 },
    henan: { fails: ['applicant_type'] },
  },
  {
    name: 'type not told: what only enterprises must meet is met, what the others must is open',
    change: { applicantType: null },
    yunnan: { open: ['applicant_type', 'partner_enterprises'] },
    shanxi: { fails: ['jurisdiction'], open: ['applicant_type'] },
    henan: { open: ['applicant_type'] },
  },
  {
    name: 'no national project but three provincial ones',
    change: { national_projects: 0, provincial_projects: 3 },
  },
  {
    name: 'no national project and two provincial ones',
    change: { national_projects: 0, provincial_projects: 2 },
    yunnan: { fails: ['national_projects', 'provincial_projects'] },
  },
  { name: 'one national project, provincial ones not told', change: { provincial_projects: null } },
  {
    name: 'no national project, provincial ones not told',
    change: { national_projects: 0, provincial_projects: null },
    yunnan: { open: ['provincial_projects'] },
  },
  {
    name: '1999 square metres',
    change: { floor_area: 1999 },
    shanxi: { fails: ['jurisdiction', 'floor_area'] },
  },
  {
    name: '1500 square metres',
    change: { floor_area: 1500 },
    shanxi: { fails: ['jurisdiction', 'floor_area'] },
  },
  {
    name: '1499 square metres',
    change: { floor_area: 1499 },
    yunnan: { fails: ['floor_area'] },
    shanxi: { fails: ['jurisdiction', 'floor_area'] },
  },
  {
    name: 'equipment of one yuan less than 20 million',
    change: { equipment_value: 19_999_999 },
    yunnan: { fails: ['equipment_value'] },
    shanxi: { fails: ['jurisdiction', 'equipment_value'] },
  },
  {
    name: 'R&D of 10 million in each of the last two years and nothing before',
    change: { rd_spend: [10_000_000, 10_000_000, 0] },
    henan: { fails: ['rd_spend'] },
  },
  {
    name: 'R&D one yuan short in the year before last',
    change: { rd_spend: [30_000_000, 9_999_999, 90_000_000] },
    yunnan: { fails: ['rd_spend'] },
  },
  {
    name: 'R&D of 20 million in all, in Shanxi, all of it three years ago',
    change: { ...IN_SHANXI, rd_spend: [0, 0, 20_000_000] },
    yunnan: { fails: ['jurisdiction', 'rd_spend'] },
    shanxi: {},
    henan: { fails: ['rd_spend'] },
  },
  {
    name: 'R&D of one yuan less than 20 million in all, in Shanxi',
    change: { ...IN_SHANXI, rd_spend: [9_999_999, 10_000_000, 0] },
    yunnan: { fails: ['jurisdiction', 'rd_spend'] },
    shanxi: { fails: ['rd_spend'] },
    henan: { fails: ['rd_spend'] },
  },
  {
    name: 'a sum that is reached without the third year, in Shanxi',
    change: { ...IN_SHANXI, rd_spend: [15_000_000, 5_000_000, null] },
    yunnan: { fails: ['jurisdiction', 'rd_spend'] },
    shanxi: {},
    henan: { open: ['rd_spend'] },
  },
  {
    name: 'a sum that the third year decides, in Shanxi',
    change: { ...IN_SHANXI, rd_spend: [15_000_000, 4_000_000] },
    yunnan: { fails: ['jurisdiction', 'rd_spend'] },
    shanxi: { open: ['rd_spend'] },
    henan: { open: ['rd_spend'] },
  },
  {
    name: 'R&D of the last year alone is told and is enough for itself',
    change: { rd_spend: [12_000_000] },
    yunnan: { open: ['rd_spend'] },
    shanxi: { fails: ['jurisdiction'], open: ['rd_spend'] },
    henan: { open: ['rd_spend'] },
  },
  {
    name: 'R&D of the last year alone is told and is too little',
    change: { rd_spend: [9_000_000] },
    yunnan: { fails: ['rd_spend'] },
    shanxi: { fails: ['jurisdiction'], open: ['rd_spend'] },
    henan: { open: ['rd_spend'] },
  },
  {
    name: 'R&D of 40 million a year on average, unevenly',
    change: { rd_spend: [10_000_000, 10_000_000, 100_000_000] },
  },
  {
    name: 'R&D of three yuan less than 120 million in three years',
    change: { rd_spend: [39_999_999, 39_999_999, 39_999_999] },
    henan: { fails: ['rd_spend'] },
  },
  {
    name: 'the average binds enterprises alone',
    change: { applicantType: 'university', partner_enterprises: 3, rd_spend: [10_000_000, 10_000_000, 0] },
  },
  { name: 'one industry standard', change: { industry_standards: 1 }, yunnan: { fails: ['industry_standards'] } },
  { name: 'no class I but twelve class II rights', change: { class1_ip: 0, class2_ip: 12 } },
  {
    name: 'one class I and eleven class II rights',
    change: { class1_ip: 1, class2_ip: 11 },
    yunnan: { fails: ['class1_ip', 'class2_ip'] },
  },
  { name: 'four transfers', change: { technology_transfers: 4 }, yunnan: { fails: ['technology_transfers'] } },
  {
    name: 'benefit of one yuan less than 50 million',
    change: { economic_benefit: 49_999_999 },
    yunnan: { fails: ['economic_benefit'] },
  },
  { name: 'three hosts in Shanxi', change: { ...IN_SHANXI, host_units: 3 }, yunnan: ELSEWHERE, shanxi: {} },
  {
    name: 'four hosts in Shanxi, where 原则上 leaves it to the official',
    change: { ...IN_SHANXI, host_units: 4 },
    yunnan: ELSEWHERE,
    shanxi: {},
  },
  { name: 'no host', change: { host_units: 0 }, henan: { fails: ['host_units'] } },
  {
    name: 'first host with 49 % in Shanxi',
    change: { ...IN_SHANXI, first_host_share: 0.49 },
    yunnan: ELSEWHERE,
    shanxi: { fails: ['first_host_share'] },
  },
  {
    name: 'a director of 61 in Shanxi',
    change: { ...IN_SHANXI, director_age: 61 },
    yunnan: ELSEWHERE,
    shanxi: { fails: ['director_age'] },
  },
  { name: '9.9 % R&D staff', change: { rd_staff_ratio: 0.099 }, henan: { fails: ['rd_staff_ratio'] } },
  { name: 'two high-level talents', change: { high_level_talents: 2 }, henan: { fails: ['high_level_talents'] } },
  { name: 'two founding members', change: { member_units: 2 }, manufacturing: { fails: ['member_units'] } },
  {
    name: 'capital of one yuan less than 10 million',
    change: { founding_capital: 9_999_999 },
    manufacturing: { fails: ['founding_capital'] },
  },
  { name: 'no core technology', change: { core_technologies: 0 }, manufacturing: { fails: ['core_technologies'] } },
  {
    name: 'no legal person: Henan and Shanxi know another way, the manufacturing centre does not',
    change: { legal_person: false },
    manufacturing: { fails: ['legal_person'] },
  },
  {
    name: 'the host is no legal person, in Shanxi',
    change: { ...IN_SHANXI, host_legal_person: false },
    yunnan: ELSEWHERE,
    shanxi: { fails: ['host_legal_person'] },
  },
  {
    name: 'as a comprehensive centre in Shanxi no number is asked for',
    change: { ...IN_SHANXI, track: '综合类', fixed_staff: 1, floor_area: 1, rd_spend: [0, 0, 0], host_legal_person: null },
    yunnan: { fails: ['jurisdiction', 'fixed_staff', 'floor_area', 'rd_spend'] },
    shanxi: {},
    henan: { fails: ['rd_spend'] },
  },
]
