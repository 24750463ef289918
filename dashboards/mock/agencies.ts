import type { Agency } from '../src/api/types';
import { provinceNames } from '../src/nation/provinces.ts';
import { randomFrom } from './random.ts';

const Named: [name: string, kind: string, timezone?: string][] = [
  ['Lembaga Administrasi Negara', 'LEMBAGA'],
  ['Kementerian Keuangan', 'KEMENTERIAN'],
  ['Kementerian Kesehatan', 'KEMENTERIAN'],
  ['Kementerian Pendidikan Dasar dan Menengah', 'KEMENTERIAN'],
  ['Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi', 'KEMENTERIAN'],
  ['Kementerian Dalam Negeri', 'KEMENTERIAN'],
  ['Kementerian Pekerjaan Umum', 'KEMENTERIAN'],
  ['Kementerian Pertanian', 'KEMENTERIAN'],
  ['Kementerian Perhubungan', 'KEMENTERIAN'],
  ['Kementerian Kelautan dan Perikanan', 'KEMENTERIAN'],
  ['Badan Kepegawaian Negara', 'LEMBAGA'],
  ['Badan Pusat Statistik', 'LEMBAGA'],
  ['Badan Meteorologi, Klimatologi, dan Geofisika', 'LEMBAGA'],
  ['Badan Riset dan Inovasi Nasional', 'LEMBAGA'],
  ['Arsip Nasional Republik Indonesia', 'LEMBAGA'],
  ['Perpustakaan Nasional', 'LEMBAGA'],
  ['Badan Pengawasan Keuangan dan Pembangunan', 'LEMBAGA'],
  ...[
    'Aceh',
    'Sumatera Utara',
    'Sumatera Barat',
    'Riau',
    'DKI Jakarta',
    'Jawa Barat',
    'Jawa Tengah',
    'DI Yogyakarta',
    'Jawa Timur',
    'Banten',
  ].map((name): [string, string] => [`Provinsi ${name}`, 'PROVINSI']),
  ...['Bali', 'Nusa Tenggara Barat', 'Kalimantan Timur', 'Sulawesi Selatan', 'Sulawesi Utara'].map((name): [string, string, string] => [
    `Provinsi ${name}`,
    'PROVINSI',
    'Asia/Makassar',
  ]),
  ...['Maluku', 'Papua', 'Papua Barat Daya'].map((name): [string, string, string] => [`Provinsi ${name}`, 'PROVINSI', 'Asia/Jayapura']),
  ...[
    'Sleman',
    'Bantul',
    'Agam',
    'Banyumas',
    'Bogor',
    'Garut',
    'Kebumen',
    'Sidoarjo',
    'Malang',
    'Bone',
    'Jeneponto',
    'Ende',
    'Hulu Sungai Selatan',
  ].map((name): [string, string] => [`Kabupaten ${name}`, 'KABUPATEN']),
  ...['Padang', 'Surakarta', 'Bandung', 'Semarang', 'Surabaya', 'Pontianak', 'Bukittinggi', 'Palembang', 'Yogyakarta'].map(
    (name): [string, string] => [`Kota ${name}`, 'KOTA'],
  ),
  ...['Denpasar', 'Makassar', 'Bitung'].map((name): [string, string, string] => [`Kota ${name}`, 'KOTA', 'Asia/Makassar']),
];

const Prefix: Record<string, string> = { KEMENTERIAN: 'K', LEMBAGA: 'L', PROVINSI: 'P', KABUPATEN: 'R', KOTA: 'T' };

/** 60 agencies. The second has exactly 300 people. */
export const agencies: Agency[] = Named.map(([name, kind, timezone = 'Asia/Jakarta'], index) => ({
  code: `${Prefix[kind]}${String(index + 1).padStart(3, '0')}`,
  name,
  kind,
  parentCode: null,
  provinceCode: provinceOf(name),
  timezone,
  people: index === 1 ? 300 : randomFrom(`headcount ${name}`).between(60, 420),
}));

/** A province's own by its name; the others somewhere. */
function provinceOf(name: string): string {
  const codes = Object.keys(provinceNames);
  return codes.find((code) => name === `Provinsi ${provinceNames[code]}`) ?? randomFrom(`province ${name}`).pick(codes);
}
