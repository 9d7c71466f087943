/// Forms and families of nouns by which the same thing is called.
enum NounForms {
    /// The singular of a regular plural; other words as they are.
    static func singular(_ word: String) -> String {
        guard word.utf8.count > 3, word.hasSuffix("s"), !["ss", "us", "is"].contains(where: word.hasSuffix) else {
            return word
        }
        if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        if ["ches", "shes", "sses", "xes"].contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
        return String(word.dropLast())
    }

    /// One word for all by which an article calls what parties have agreed on: "the deal" is "the accord".
    static func agreement(_ noun: String) -> String? { agreements.contains(noun) ? "agreement" : nil }

    private static let agreements = WordList("agreement accord deal pact treaty bargain compact communique communiqué")
}
