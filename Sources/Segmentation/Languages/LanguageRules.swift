/// The tables of one language; the rules themselves are the same for all.
package struct LanguageRules: Sendable {
    /// BCP 47, such as `en`; `und` where there are no tables for the language.
    package let code: String
    let lexicon: Lexicon
    /// Decides where the rules are not sure; `nil` where there is none for the language.
    let model: BoundaryModel?
    /// Whether "3." may be an ordinal: "am 3. Oktober".
    let ordinalsHaveFullStop: Bool

    init(
        code: String,
        model: BoundaryModel? = nil,
        ordinalsHaveFullStop: Bool = false,
        _ tables: [(WordClass, String)]
    ) {
        self.code = code
        self.model = model
        self.ordinalsHaveFullStop = ordinalsHaveFullStop
        lexicon = Lexicon(tables)
    }

    /// The rules for a language tag, by its first part; those of English where the language is not known.
    ///
    /// For a language without tables there remain the rules that need none. They cut much as Unicode's default rules
    /// do (UAX 29, sentence boundaries): at every mark with white space behind it, but not before lower case, and not
    /// after a single capital.
    package static func rules(for language: String?) -> Self {
        guard let language else { return .english }
        let code = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return [english, spanish, french, german, italian, portuguese].first { $0.code == code } ?? .universal
    }

    /// No tables.
    static let universal = Self(code: "und", [])
}
