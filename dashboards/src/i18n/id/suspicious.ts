/** What looks wrong and is for people to judge. */
export const idSuspicious = {
  title: 'Nomor sertifikat dipakai lebih dari satu orang',
  lead: 'Nomor sertifikat yang sama diajukan oleh orang yang berbeda. Bisa salah ketik, bisa sertifikat bersama, bisa bukan haknya: periksa ke penerbitnya. Perhitungan JP tidak berubah karenanya.',
  list: 'Sertifikat yang perlu diperiksa',
  listLead: 'Yang dipakai paling banyak orang lebih dulu. Setiap nama membuka catatan belajarnya; pembukaannya tercatat.',
  none: 'Tidak ada: setiap nomor sertifikat dipakai oleh satu orang saja.',
  noneOwn: 'Tidak ada: tidak satu pun pegawai instansi ini memakai nomor sertifikat yang juga dipakai orang lain.',
  number: 'Nomor sertifikat',
  people: 'Orang',
  who: 'Siapa',
  whoOwn: 'Pegawai instansi ini',
  platforms: 'Platform',
  days: 'Tanggal kegiatan',
  firstDay: 'Tanggal pertama',
  lastDay: 'Tanggal terakhir',
  others_other: 'dan {{shown}} orang lain',
  file: 'sertifikat-ganda.csv',
};
