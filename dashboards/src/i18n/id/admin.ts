import { idAccount } from './account';
import { idJobs } from './jobs';
import { idLog } from './log';
import { idRegistry } from './registry';
import { idRules } from './rules';
import { idSystem } from './system';
import { idUsers } from './users';

/** Administration and the access log. */
export const idAdmin = {
  nav: 'Administrasi',
  sections: 'Bagian administrasi',
  registry: 'Registri',
  users: 'Pengguna',
  log: 'Log akses',
  rules: 'Aturan',
  jobs: 'Pekerjaan',
  system: 'Sistem',
  search: 'Cari',
  more: 'Muat lebih banyak',
  loadingMore: 'Memuat…',
  actions: 'Tindakan',
  cancel: 'Batal',
  failed: 'Gagal: {{why}}',
  allRoles: 'Semua peran',
  allPurposes: 'Semua keperluan',
  none: 'Tidak ada yang cocok. Coba kata lain.',
  shown_other: '{{count}} ditampilkan.',
  ...idUsers,
  ...idLog,
  ...idRegistry,
  ...idRules,
  ...idJobs,
  ...idSystem,
  account: idAccount,
  sso: 'Masuk dengan {{name}}',
  ssoOr: 'atau dengan kata sandi',
  ssoFailed: {
    role: 'Akun Anda dikenali, tetapi belum punya peran di sini. Hubungi admin instansi Anda.',
    disabled: 'Akun Anda dinonaktifkan. Hubungi admin LAN.',
    oidc: 'Masuk lewat penyedia gagal. Coba lagi.',
  },
};
