namespace Samples.Registry;

/// <summary>Invents names as they are borne in the regions; any likeness to a person is chance.</summary>
internal static class Names
{
    private sealed record Custom(string[] Men, string[] Women, string[] Second);

    private static readonly Dictionary<Region, Custom> Customs = new()
    {
        [Region.Nation] = new(
            Split("Ahmad Budi Andi Rizky Dimas Fajar Hendra Irfan Yusuf Arif Rudi Agus Eko Bayu Teguh Reza Ilham Doni Surya Johan"),
            Split("Siti Dewi Rina Maya Putri Nur Ratna Indah Fitri Ayu Lina Yuni Wulan Mega Citra Tika Dian Novi Sari Rahma"),
            Split("Pratama Saputra Wijaya Kurniawan Santoso Hidayat Rahman Nugroho Setiawan Permata Lestari Maharani Utami Anggraini")),
        [Region.Aceh] = new(
            Split("Teuku Muhammad Zulfikar Iskandar Fauzan Mukhlis Syahrul Ridwan Azhari Munawar"),
            Split("Cut Nurul Syarifah Rauzah Mutia Nuraini Safrida Zahara Fauziah Aisyah"),
            Split("Syah Hasballah Ismail Daud Ibrahim Umar Zainal Abdullah Hamzah Yahya Fadhil")),
        [Region.Minang] = new(
            Split("Rizal Yulius Afrizal Hendri Zulkifli Masrul Syafril Riko Defri Taufik"),
            Split("Yulia Desi Nofri Rahmi Elfira Fitria Gusti Mira Reni Upik"),
            Split("Chaniago Piliang Tanjung Koto Sikumbang Guci Jambak Caniago Malin Pagaruyung")),
        [Region.Java] = new(
            Split("Bambang Slamet Joko Wahyu Sigit Purnomo Sugeng Tri Heru Widodo Gatot Dwi Anang Suryo Pramono"),
            Split("Endang Sri Wahyuni Retno Lestari Tri Wiwik Sulastri Dyah Kartika Nanik Puji Ningrum Sekar Dwi"),
            Split("Wibowo Susanto Prasetyo Handayani Hartono Rahayu Wulandari Sutrisno Suharto Widyastuti Utomo Kusuma Pambudi")),
        [Region.Sunda] = new(
            Split("Asep Dadang Cecep Ujang Deden Iwan Yayan Tatang Encep Gilang Nandang Agung"),
            Split("Neneng Euis Ai Teti Imas Lilis Yanti Nenden Rini Eulis Tuti Siska"),
            Split("Suryana Hermawan Sutisna Gunawan Mulyana Nurjanah Kusnadi Rohaeni Sobandi Permana Komalasari Ramdani")),
        [Region.Betawi] = new(
            Split("Abdul Mahmud Rojali Syaiful Mansur Naufal Haris Fikri Bang Daffa"),
            Split("Rohmah Laila Zubaidah Aminah Farida Nabila Salma Hani Mumun Zahra"),
            Split("Rohim Sanusi Ramadhan Hasan Marzuki Fauzi Maulana Munir Syafii Basuki Salim")),
        [Region.Bali] = new(
            ["I Wayan", "I Made", "I Nyoman", "I Ketut", "I Gede", "I Putu", "I Kadek", "Ida Bagus", "Anak Agung"],
            ["Ni Wayan", "Ni Made", "Ni Nyoman", "Ni Ketut", "Ni Luh", "Ni Putu", "Ni Kadek", "Ida Ayu", "Desak"],
            Split("Suardana Widiana Suartini Adnyana Sudarma Wirawan Puspita Dharmayanti Astawa Sukerti Mahendra Aryani")),
        [Region.Timor] = new(
            Split("Yohanes Petrus Antonius Fransiskus Dominggus Marthen Stefanus Umbu Gregorius Melkianus"),
            Split("Maria Yuliana Elisabeth Rambu Theresia Margaretha Yosefina Adriana Katarina Welhelmina"),
            Split("Nggili Tallo Lake Ndapa Bere Seran Taek Mbatu Hamba Kleden Fernandez Lobo Naisoko")),
        [Region.Borneo] = new(
            Split("Syarif Hermanto Yansen Aloysius Kornelius Gusti Ardiansyah Rusli Noor Awang"),
            Split("Noraini Herlina Yustina Norhayati Kristina Masitah Emilia Dayang Rusmini Elly"),
            Split("Ardani Anyang Jelani Effendi Lawai Usman Ngo Bujang Hamid Asmara Lusan Syahrani")),
        [Region.Bugis] = new(
            Split("Baso Andi Muhammad Syamsul Burhanuddin Ambo Akbar Daeng Irwan Supriadi"),
            Split("Besse Andi Nurhayati Hasnah Rosmini Jumriani Suriani Nurlaela Tenri Hasniati"),
            Split("Mappa Pattiroi Tahir Bakri Makkasau Rahim Tenriola Ruslan Arsyad Mallarangeng Dg.Ngalle Palaguna")),
        [Region.Maluku] = new(
            Split("Johanis Semuel Elias Hengky Jopie Ronald Frets Yacob Michael Abraham"),
            Split("Wellmince Grace Novita Yolanda Femmy Martha Sarah Julia Agustina Merry"),
            Split("Pattiasina Latuconsina Tomasoa Leimena Salampessy Matulessy Siahaya Pelupessy Lewerissa Tuasikal")),
        [Region.Papua] = new(
            Split("Yulianus Lukas Markus Septinus Benyamin Origenes Paulus Obed Yosias Isak"),
            Split("Dorce Orpa Yuliana Naomi Ribka Persila Selfina Yakomina Regina Mince"),
            Split("Wenda Kogoya Rumbiak Mambraku Yoku Tabuni Wanggai Ohee Felle Kambu Ayomi Kossay")),
    };

    private static readonly Region[] Regions = [.. Customs.Keys];
    private static readonly string[] Degrees =
    [
        "", "", "", "", ", S.E.", ", S.Sos.", ", S.T.", ", S.Kom.", ", S.Pd.", ", A.Md.", ", S.IP., M.Si.", ", S.E., M.M.", ", S.H., M.H.",
    ];

    public static string Invent(Chance chance, Region home, bool woman)
    {
        // People move: about a third bear a name from somewhere else in the country.
        var region = home == Region.Nation || chance.Hits(0.3) ? chance.Pick(Regions) : home;
        var custom = Customs[region];
        var given = chance.Pick(woman ? custom.Women : custom.Men);
        var middle = chance.Hits(0.35) ? " " + chance.Pick(woman ? Customs[Region.Nation].Women : Customs[Region.Nation].Men) : "";
        return $"{given}{middle} {chance.Pick(custom.Second)}{chance.Pick(Degrees)}";
    }

    private static string[] Split(string names) => names.Split(' ');
}
