/// An encoding that pages are in, by the labels of the Encoding Standard.
struct EncodingLabel: Hashable, Sendable {
    /// As the Encoding Standard writes it.
    let name: String
    /// The C library's name for it.
    let converter: String

    static let utf8 = EncodingLabel(name: "UTF-8", converter: "UTF-8")
    static let utf16BigEndian = EncodingLabel(name: "UTF-16BE", converter: "UTF-16BE")
    static let utf16LittleEndian = EncodingLabel(name: "UTF-16LE", converter: "UTF-16LE")
    static let windows1252 = EncodingLabel(name: "windows-1252", converter: "CP1252")

    private init(name: String, converter: String) {
        self.name = name
        self.converter = converter
    }

    /// - Returns: `nil` for a label that is not known.
    init?(_ label: String) {
        let label = label.lowercased().filter { !$0.isWhitespace }
        guard let index = Self.labels.firstIndex(where: { $0.labels.contains(label) }) else { return nil }
        self = Self.labels[index].encoding
    }

    private static let labels: [(encoding: EncodingLabel, labels: Set<String>)] = [
        ("UTF-8", "UTF-8", "utf-8 utf8 unicode-1-1-utf-8 utf-16 utf-16le utf-16be"),
        (
            "windows-1252", "CP1252",
            "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 latin1 l1 iso_8859-1 ascii us-ascii ansi_x3.4-1968"
        ),
        ("windows-1250", "CP1250", "windows-1250 cp1250 x-cp1250"),
        ("windows-1251", "CP1251", "windows-1251 cp1251 x-cp1251"),
        ("windows-1253", "CP1253", "windows-1253 cp1253"),
        ("windows-1254", "CP1254", "windows-1254 cp1254 iso-8859-9 latin5 l5"),
        ("windows-1255", "CP1255", "windows-1255 cp1255"),
        ("windows-1256", "CP1256", "windows-1256 cp1256"),
        ("windows-1257", "CP1257", "windows-1257 cp1257"),
        ("windows-1258", "CP1258", "windows-1258 cp1258"),
        ("windows-874", "CP874", "windows-874 iso-8859-11 tis-620 dos-874"),
        ("ISO-8859-2", "ISO-8859-2", "iso-8859-2 latin2 l2"), ("ISO-8859-3", "ISO-8859-3", "iso-8859-3 latin3"),
        ("ISO-8859-4", "ISO-8859-4", "iso-8859-4 latin4"), ("ISO-8859-5", "ISO-8859-5", "iso-8859-5 cyrillic"),
        ("ISO-8859-6", "ISO-8859-6", "iso-8859-6 arabic"), ("ISO-8859-7", "ISO-8859-7", "iso-8859-7 greek"),
        ("ISO-8859-8", "ISO-8859-8", "iso-8859-8 iso-8859-8-i hebrew"), ("ISO-8859-10", "ISO-8859-10", "iso-8859-10"),
        ("ISO-8859-13", "ISO-8859-13", "iso-8859-13"), ("ISO-8859-15", "ISO-8859-15", "iso-8859-15 latin9 l9"),
        ("KOI8-R", "KOI8-R", "koi8-r koi8 koi"), ("KOI8-U", "KOI8-U", "koi8-u"),
        ("macintosh", "MACINTOSH", "macintosh mac"),
        ("Shift_JIS", "CP932", "shift_jis shift-jis sjis x-sjis windows-31j ms_kanji"),
        ("EUC-JP", "EUC-JP", "euc-jp x-euc-jp"), ("ISO-2022-JP", "ISO-2022-JP", "iso-2022-jp"),
        ("EUC-KR", "UHC", "euc-kr ks_c_5601-1987 ksc5601 windows-949 cp949"),
        ("gb18030", "GB18030", "gb18030 gbk gb2312 x-gbk chinese euc-cn"),
        ("Big5", "BIG5-HKSCS", "big5 big5-hkscs cn-big5 x-x-big5"),
    ].map { (EncodingLabel(name: $0.0, converter: $0.1), Set($0.2.split(separator: " ").map(String.init))) }
}
