/// The regular forms of English words, so that a table lists each verb once.
enum Inflection {
    struct Forms {
        /// Base, third person and past: the forms of a main clause, and the participle in -ing.
        var all: [String]
        /// The form that also makes the passive.
        var past: String
    }

    /// The forms of a regular verb. A star after the verb says that its last consonant doubles: `ban*`, `banned`.
    static func regular(_ entry: Substring) -> Forms {
        let doubles = entry.hasSuffix("*")
        let base = String(doubles ? entry.dropLast() : entry)
        let stem = doubles ? base + String(base.last ?? " ") : base
        let past: String
        let gerund: String
        if base.hasSuffix("e") {
            past = base + "d"
            gerund = base.hasSuffix("ee") ? base + "ing" : base.dropLast() + "ing"
        } else if endsInConsonantY(base) {
            past = base.dropLast() + "ied"
            gerund = base + "ing"
        } else {
            past = stem + "ed"
            gerund = stem + "ing"
        }
        return Forms(all: [base, third(base), past, gerund], past: past)
    }

    /// `says`, `denies`, `bashes`; the plural of nouns is made in the same way.
    static func third(_ base: String) -> String {
        if endsInConsonantY(base) { return base.dropLast() + "ies" }
        let sibilant = ["s", "x", "z", "ch", "sh"].contains(where: base.hasSuffix)
        return base + (sibilant ? "es" : "s")
    }

    private static func endsInConsonantY(_ base: String) -> Bool {
        guard base.hasSuffix("y"), let before = base.dropLast().last else { return false }
        return !"aeiou".contains(before)
    }
}
