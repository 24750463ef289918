import type { PersonCompetency } from '../src/api/contract';
import type { Agency, Credit, Status, Transcript } from '../src/api/types';
import { randomFrom, type Random } from './random.ts';

const First =
  'Adi Agus Ahmad Anisa Ayu Bagus Bambang Bayu Budi Citra Desi Dewi Dian Dwi Eka Endang Fajar Fitri Galih Hendra Indah Irfan Joko Kartika Lestari Lukman Made Maria Maya Nur Putri Rahmat Ratna Rina Rizki Sari Siti Sri Teguh Tri Wahyu Wati Yanti Yohanes Yusuf Zainal'.split(
    ' ',
  );
const Last =
  'Anggraini Aritonang Hakim Handayani Hasibuan Hidayat Kurniawan Kusuma Lumbanraja Maharani Manurung Nasution Nugroho Permana Pratama Purnomo Rahman Ramadhan Santoso Saputra Setiawan Simanjuntak Siregar Suharto Sulistyowati Suryadi Susanto Wibowo Wijaya Wulandari'.split(
    ' ',
  );
const Units = [
  'Biro Umum',
  'Biro Sumber Daya Manusia',
  'Inspektorat',
  'Pusat Data dan Informasi',
  'Direktorat Perencanaan',
  'Sekretariat',
  'Balai Pelatihan',
  'Bagian Hukum',
];
const Positions = ['JPT', 'ADMINISTRATOR', 'PENGAWAS', 'FUNGSIONAL', 'PELAKSANA'];
const Providers = ['ASN Digital Learning', 'MOOC Kementerian', 'Corpu LAN', 'Moodle Daerah', 'KLC', 'BelajarMandiri.id'];

const Courses: [form: string, title: string, jp: number, competency?: string][] = [
  ['ELEARNING', 'Dasar Keamanan Siber bagi ASN', 8, 'GEN.CYBER'],
  ['ELEARNING', 'Literasi Digital Sektor Publik', 10, 'GEN.DIGLIT'],
  ['ELEARNING', 'Analisis Data untuk Kebijakan', 6, 'GEN.DATA'],
  ['TECHNICAL', 'Pelatihan Pengelolaan Keuangan Daerah', 12],
  ['TECHNICAL', 'Pelatihan Penyusunan Peraturan', 9],
  ['SEMINAR', 'Seminar Nasional Pelayanan Publik', 4],
  ['WORKSHOP', 'Lokakarya Pemecahan Masalah Berbasis Data', 5, 'GEN.PROBSOLV'],
  ['COACHING', 'Coaching Kinerja Triwulan', 2],
  ['MENTORING', 'Mentoring Jabatan Fungsional', 2],
  ['SELF_LEARN', 'Belajar Mandiri: Pengadaan Barang dan Jasa', 4],
  ['COP', 'Komunitas Belajar Arsiparis', 3],
  ['BIMTEK', 'Bimbingan Teknis SPBE', 8, 'GEN.DIGLIT'],
  ['SOSIALISASI', 'Sosialisasi Manajemen Risiko', 4],
  ['OJT', 'Bimbingan di Tempat Kerja: Pelayanan Terpadu', 6],
];

export const competencies: [code: string, name: string][] = [
  ['GEN.DIGLIT', 'Literasi digital'],
  ['GEN.DATA', 'Analisis data'],
  ['GEN.CYBER', 'Keamanan siber'],
  ['GEN.PROBSOLV', 'Pemecahan masalah'],
];

export interface MockPerson extends Transcript {
  unit: string;
  positionGroup: string;
}

const cache = new Map<string, MockPerson[]>();

export function peopleOf(agency: Agency, year: number): MockPerson[] {
  const key = `${agency.code} ${year}`;
  let people = cache.get(key);
  if (!people) cache.set(key, (people = Array.from({ length: agency.people }, (_, index) => person(agency, index, year))));
  return people;
}

function person(agency: Agency, index: number, year: number): MockPerson {
  const random = randomFrom(`${agency.code} person ${index}`);
  const employmentType = random.chance(0.66) ? 'PNS' : random.chance(0.65) ? 'PPPK' : random.chance(0.5) ? 'CPNS' : 'PPPK_PARUH_WAKTU';
  const name = `${random.pick(First)} ${random.chance(0.3) ? random.pick(First) + ' ' : ''}${random.pick(Last)}`;
  const unit = random.pick(Units);
  const positionGroup = random.pick(Positions);
  const isExempt = random.chance(0.03);
  const minJp = employmentType === 'PNS' || employmentType === 'PPPK' ? 20 : null;
  const maxJp = employmentType === 'PPPK' ? 24 : null;

  const zeal = randomFrom(`${agency.code} zeal`).next() * 0.7 + 0.5;
  const credits = creditsOf(randomFrom(`${agency.code} ${index} ${year}`), zeal, maxJp, year);
  const sum = (of: 'claimedJp' | 'convertedJp' | 'countedJp') =>
    round(credits.filter((c) => !c.reductions.some((r) => r.rule === 'duplicate')).reduce((total, c) => total + c[of], 0));
  const countedJp = sum('countedJp');
  const status: Status = isExempt ? 'EXEMPT' : minJp === null ? 'NOT_REQUIRED' : countedJp >= minJp ? 'MET' : 'UNMET';

  return {
    personId: uuid(randomFrom(`${agency.code} id ${index}`)),
    name,
    year,
    unit,
    positionGroup,
    employmentType,
    agencyCode: agency.code,
    agencyName: agency.name,
    requirement: { minJp, maxJp, rule: minJp === null ? null : maxJp ? 'UU 20/2023 Ps 49' : 'PP 11/2017 Ps 203(4)' },
    target: agency.name.startsWith('Badan Meteorologi') ? { minJp: 90, met: countedJp >= 90 } : null,
    claimedJp: sum('claimedJp'),
    convertedJp: sum('convertedJp'),
    countedJp,
    status,
    credits,
    computedAt: new Date().toISOString(),
    competencies: competencies.map(([competency, competencyName]): PersonCompetency => {
      const credit = credits.find((c) => Courses.some(([, title, , tag]) => title === c.title && tag === competency));
      return { competency, name: competencyName, covered: !!credit, coveredOn: credit?.date ?? null };
    }),
  };
}

/** Not the rules, only a likeness of them: enough of each reduction to be seen. */
function creditsOf(random: Random, zeal: number, maxJp: number | null, year: number): Credit[] {
  const lastDay = year === 2026 ? 320 : 360;
  const days = Array.from({ length: Math.round((random.chance(0.05) ? 0 : random.between(2, 9)) * zeal) }, () =>
    random.between(8, lastDay),
  ).sort((a, b) => a - b);
  const seen = new Set<string>();
  const perMonth = new Map<string, number>();
  let total = 0;

  return days.map((day) => {
    const [form, title, jp] = random.pick(Courses);
    const date = new Date(Date.UTC(year, 0, day, 3, random.below(60)));
    const isoDate = date.toISOString().slice(0, 10);
    const isInternational = random.chance(0.06);
    const factor = isInternational && ['TECHNICAL', 'BIMTEK', 'SELF_LEARN'].includes(form) ? 1.2 : 1;
    const convertedJp = form === 'OJT' ? 0 : round(jp * factor);
    const reductions: Credit['reductions'] = [];
    let countedJp = convertedJp;
    const cut = (rule: string, by: number) => {
      if (by <= 0 && rule !== 'manual_pending') return;
      reductions.push({
        rule,
        jp: round(by),
        sentence: { id: `${round(by)} JP tidak dihitung menurut aturan ${rule}.`, en: `${round(by)} JP are not counted by the rule ${rule}.` },
        legalBasis: { id: 'Peraturan LAN 10/2018, tabel konversi.', en: 'LAN Regulation 10/2018, conversion table.' },
      });
      countedJp = round(countedJp - by);
    };

    const monthKey = `${form} ${isoDate.slice(0, 7)}`;
    perMonth.set(monthKey, (perMonth.get(monthKey) ?? 0) + 1);
    if (form === 'OJT') cut('manual_pending', 0);
    else if (seen.has(title) && form !== 'COACHING' && form !== 'MENTORING') cut('duplicate', convertedJp);
    else if ((form === 'COACHING' || form === 'MENTORING') && (perMonth.get(monthKey)! > 2 || random.chance(0.12)))
      cut('events_per_month', convertedJp);
    else if ((form === 'ELEARNING' || form === 'SELF_LEARN' || form === 'COP') && random.chance(0.4))
      cut('jp_per_day', Math.max(0, convertedJp - (form === 'ELEARNING' ? 3 : 2) * random.between(1, 3)));
    if (maxJp !== null) cut('over_cap', Math.min(countedJp, Math.max(0, total + countedJp - maxJp)));
    seen.add(title);
    total += countedJp;

    return {
      statementId: uuid(random),
      activityIri: `https://belajar.example/kegiatan/${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`,
      title,
      provider: random.pick(Providers),
      form,
      formName: { id: form, en: form },
      level: isInternational ? 'INTERNATIONAL' : 'NATIONAL',
      date: isoDate,
      timestamp: date.toISOString(),
      claimedJp: jp,
      convertedJp,
      countedJp,
      counts: countedJp > 0,
      conversion: null,
      reductions,
    };
  });
}

function uuid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => random.below(16).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
