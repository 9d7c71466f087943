/// The tables of one language; the rules themselves are the same for all.
package struct LanguageRules: Sendable {
    /// BCP 47, such as `en`.
    package let code: String
    let lexicon: Lexicon

    init(code: String, _ tables: [(WordClass, String)]) {
        self.code = code
        lexicon = Lexicon(tables)
    }

    /// The rules for a language tag; those of English where there are none yet for the language.
    package static func rules(for language: String?) -> Self {
        // One language so far: the tag will choose between tables here.
        .english
    }
}
