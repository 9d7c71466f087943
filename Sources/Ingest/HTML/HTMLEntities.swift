/// The named references that texts use, and the numbers that mean windows-1252.
enum HTMLEntities {
    /// The scalars of names; see ``key(_:)``.
    static let table: [UInt64: UInt32] = {
        var table: [UInt64: UInt32] = [:]
        let words = names.split { $0 == " " || $0 == "\n" }
        for pair in stride(from: 0, to: words.count - 1, by: 2) {
            guard let value = UInt32(words[pair + 1], radix: 16), Unicode.Scalar(value) != nil else { continue }
            table[key(words[pair])] = value
        }
        return table
    }()

    /// The longest name in the table, in bytes; a name is its own key.
    static let longestName = 8

    private static func key(_ name: Substring) -> UInt64 { name.utf8.reduce(0) { $0 << 8 | UInt64($1) } }

    /// The names that count without a semicolon too, save in front of more letters of a longer name.
    static let bare: Set<UInt64> = Set(
        ["amp", "lt", "gt", "quot", "nbsp", "copy", "reg", "AMP", "LT", "GT"].map { key($0[...]) }
    )

    /// HTML Standard, 13.2.5.84: the numbers from 0x80 to 0x9F mean what they mean in windows-1252.
    static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        0x9D,
        0x017E, 0x0178,
    ]

    private static let names = """
        amp 26 AMP 26 lt 3C LT 3C gt 3E GT 3E quot 22 QUOT 22 apos 27 nbsp A0 iexcl A1 cent A2 pound A3 curren A4 yen A5
        brvbar A6 sect A7 uml A8 copy A9 COPY A9 ordf AA laquo AB not AC shy AD reg AE REG AE macr AF deg B0 plusmn B1
        sup2 B2 sup3 B3 acute B4 micro B5 para B6 middot B7 cedil B8 sup1 B9 ordm BA raquo BB frac14 BC frac12 BD
        frac34 BE iquest BF Agrave C0 Aacute C1 Acirc C2 Atilde C3 Auml C4 Aring C5 AElig C6 Ccedil C7 Egrave C8
        Eacute C9 Ecirc CA Euml CB Igrave CC Iacute CD Icirc CE Iuml CF ETH D0 Ntilde D1 Ograve D2 Oacute D3 Ocirc D4
        Otilde D5 Ouml D6 times D7 Oslash D8 Ugrave D9 Uacute DA Ucirc DB Uuml DC Yacute DD THORN DE szlig DF agrave E0
        aacute E1 acirc E2 atilde E3 auml E4 aring E5 aelig E6 ccedil E7 egrave E8 eacute E9 ecirc EA euml EB igrave EC
        iacute ED icirc EE iuml EF eth F0 ntilde F1 ograve F2 oacute F3 ocirc F4 otilde F5 ouml F6 divide F7 oslash F8
        ugrave F9 uacute FA ucirc FB uuml FC yacute FD thorn FE yuml FF OElig 152 oelig 153 Scaron 160 scaron 161
        Zcaron 17D zcaron 17E Yuml 178 fnof 192 circ 2C6 tilde 2DC ensp 2002 emsp 2003 thinsp 2009 hairsp 200A zwnj 200C
        zwj 200D lrm 200E rlm 200F hyphen 2010 ndash 2013 mdash 2014 lsquo 2018 rsquo 2019 sbquo 201A ldquo 201C rdquo 201D
        bdquo 201E dagger 2020 Dagger 2021 bull 2022 hellip 2026 permil 2030 prime 2032 Prime 2033 lsaquo 2039
        rsaquo 203A euro 20AC trade 2122 larr 2190 uarr 2191 rarr 2192 darr 2193 minus 2212 infin 221E asymp 2248 ne 2260
        le 2264 ge 2265 num 23 excl 21 percnt 25 lpar 28 rpar 29 ast 2A plus 2B comma 2C period 2E sol 2F colon 3A semi 3B
        equals 3D quest 3F commat 40 lsqb 5B bsol 5C rsqb 5D lowbar 5F grave 60 lcub 7B vert 7C rcub 7D NewLine A Tab 9
        amacr 101 abreve 103 aogon 105 cacute 107 ccaron 10D dcaron 10F emacr 113 eogon 119 ecaron 11B gbreve 11F
        inodot 131 lstrok 142 nacute 144 ncaron 148 odblac 151 rcaron 159 sacute 15B scedil 15F tcaron 165 umacr 16B
        uring 16F udblac 171 zacute 17A zdot 17C alpha 3B1 beta 3B2 gamma 3B3 delta 3B4 pi 3C0 mu 3BC check 2713 star 2606
        """
}
