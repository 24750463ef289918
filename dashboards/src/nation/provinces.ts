import type { ProvinceTotals } from '../api/contract';
import type { Counts } from '../api/types';

/** Provinces by their code of BPS, the statistics office. Names are as the law has them, in either language. */
export const provinceNames: Record<string, string> = {
  11: 'Aceh',
  12: 'Sumatera Utara',
  13: 'Sumatera Barat',
  14: 'Riau',
  15: 'Jambi',
  16: 'Sumatera Selatan',
  17: 'Bengkulu',
  18: 'Lampung',
  19: 'Kepulauan Bangka Belitung',
  21: 'Kepulauan Riau',
  31: 'DKI Jakarta',
  32: 'Jawa Barat',
  33: 'Jawa Tengah',
  34: 'DI Yogyakarta',
  35: 'Jawa Timur',
  36: 'Banten',
  51: 'Bali',
  52: 'Nusa Tenggara Barat',
  53: 'Nusa Tenggara Timur',
  61: 'Kalimantan Barat',
  62: 'Kalimantan Tengah',
  63: 'Kalimantan Selatan',
  64: 'Kalimantan Timur',
  65: 'Kalimantan Utara',
  71: 'Sulawesi Utara',
  72: 'Sulawesi Tengah',
  73: 'Sulawesi Selatan',
  74: 'Sulawesi Tenggara',
  75: 'Gorontalo',
  76: 'Sulawesi Barat',
  81: 'Maluku',
  82: 'Maluku Utara',
  91: 'Papua Barat',
  92: 'Papua Barat Daya',
  94: 'Papua',
  95: 'Papua Selatan',
  96: 'Papua Tengah',
  97: 'Papua Pegunungan',
};

/** The map is older than the provinces of 2022: its Papua is four of them now, its Papua Barat two. */
export const mapProvinces: Record<string, string[]> = {
  'id-ac': ['11'],
  'id-su': ['12'],
  'id-sb': ['13'],
  'id-ri': ['14'],
  'id-ja': ['15'],
  'id-ss': ['16'],
  'id-be': ['17'],
  'id-la': ['18'],
  'id-bb': ['19'],
  'id-kr': ['21'],
  'id-jk': ['31'],
  'id-jb': ['32'],
  'id-jt': ['33'],
  'id-yo': ['34'],
  'id-ji': ['35'],
  'id-bt': ['36'],
  'id-ba': ['51'],
  'id-nb': ['52'],
  'id-nt': ['53'],
  'id-kb': ['61'],
  'id-kt': ['62'],
  'id-ks': ['63'],
  'id-ki': ['64'],
  'id-ku': ['65'],
  'id-sa': ['71'],
  'id-st': ['72'],
  'id-sn': ['73'],
  'id-sg': ['74'],
  'id-go': ['75'],
  'id-sr': ['76'],
  'id-ma': ['81'],
  'id-mu': ['82'],
  'id-pb': ['91', '92'],
  'id-pa': ['94', '95', '96', '97'],
};

/** Stands in the address for the agencies of no province. */
export const Central = 'pusat';

export function provinceName(code: string, central: string): string {
  return code === '' || code === Central ? central : (provinceNames[code] ?? code);
}

/** The provinces of one shape of the map as one; null where none of them has anybody. */
export function regionOf(codes: string[], provinces: ProvinceTotals[]): (Pick<Counts, 'people' | 'met' | 'unmet'> & { agencies: number }) | null {
  const within = provinces.filter(({ provinceCode, people }) => codes.includes(provinceCode) && people > 0);
  if (within.length === 0) return null;
  const sum = (of: 'people' | 'met' | 'unmet' | 'agencies') => within.reduce((total, province) => total + province[of], 0);
  return { people: sum('people'), met: sum('met'), unmet: sum('unmet'), agencies: sum('agencies') };
}

const Steps = [-0.15, -0.05, 0.05, 0.15];

/** 1 far below the nation, 3 about as it, 5 far above; 0 where there is nothing to compare. */
export function classOf(share: number | null, nation: number | null): number {
  if (share === null || nation === null) return 0;
  const difference = Math.round((share - nation) * 1000) / 1000;
  return 1 + Steps.filter((step) => difference >= step).length;
}
