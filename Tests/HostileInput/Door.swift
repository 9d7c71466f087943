/// A place where bytes from outside come in: what the fuzzer feeds, and what the tests replay the corpus through.
///
/// A door may refuse bytes, with an error of its own that its check holds to the rules. It may not crash, hang, grow, or
/// let through what breaks a rule.
package struct Door: Sendable {
    /// The name, which is also that of its folder in Tests/Corpus.
    package let name: String
    /// The longest input that the fuzzer makes, in bytes; long enough for every rule to be met twice.
    package let longest: Int
    /// Passes bytes through the door. - Throws: ``BrokenRule``.
    package let check: @Sendable ([UInt8]) throws(BrokenRule) -> Void

    package init(
        _ name: String,
        longest: Int,
        _ check: @escaping @Sendable ([UInt8]) throws(BrokenRule) -> Void
    ) {
        self.name = name
        self.longest = longest
        self.check = check
    }

    package static let all = [
        header, document, page, text, markdown, encoding, archive, feed, sentences, stances, settings, targets, model,
    ]

}

/// A rule that must hold for any input, and did not.
package struct BrokenRule: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}

/// - Throws: ``BrokenRule`` where `holds` is false.
func require(_ holds: Bool, _ rule: @autoclosure () -> String) throws(BrokenRule) {
    guard holds else { throw BrokenRule(rule()) }
}
