package import Article

/// Cuts text into sentences by rules, in one walk and in time linear in the length of any text.
///
/// A sentence's span has no white space at its ends; the spans are in order, do not overlap, and hold everything that
/// is not white space. Closing quotes and brackets belong to the sentence they close. A quotation of several
/// sentences is cut: each of them is its own sentence.
package struct SentenceSegmenter: Sendable {
    /// What a line break means.
    package enum Newlines: String, Hashable, Sendable, CaseIterable {
        /// Every line break ends a sentence.
        case hard
        /// Only a blank line does: for text wrapped at a column.
        case soft
    }

    package let rules: LanguageRules
    package let newlines: Newlines
    /// Whether the model is asked where the rules are not sure; it is there for English only.
    package let usesModel: Bool

    /// - Parameter language: a BCP 47 tag, such as `en`; `nil` where it is not known.
    package init(language: String? = nil, newlines: Newlines = .hard, usesModel: Bool = true) {
        self.usesModel = usesModel
        rules = .rules(for: language)
        self.newlines = newlines
    }

    /// The sentences of `text`, in Unicode scalars.
    package func segment(_ text: String) -> [ScalarSpan] { scan(text).spans }

    /// The sentences of UTF-8, in Unicode scalars counted from `firstScalar`.
    ///
    /// Extract a part of a longer text's bytes to segment that part alone; `firstScalar` is then the part's offset.
    /// Bytes that are not UTF-8 do no harm, but what is one scalar among them is not defined.
    package func segment(_ utf8: Span<UInt8>, firstScalar: Int = 0) -> [ScalarSpan] {
        utf8.withUnsafeBufferPointer { scan($0, firstScalar: firstScalar).spans }
    }

    /// Every place of `text` that was looked at closely, in order, with the rule that decided about it.
    package func explain(_ text: String) -> [BoundaryDecision] { scan(text, tells: .reasons).decisions }

    /// Every place of `text` that the model is asked about, in order, for training.
    package func candidates(_ text: String) -> [ModelCandidate] { scan(text, tells: .candidates).candidates }

    /// Segments `text` and keeps the scanner, which knows the work it did.
    func scan(_ text: String, tells: Telling = .spans) -> BoundaryScanner {
        var text = text
        return text.withUTF8 { scan($0, firstScalar: 0, tells: tells) }
    }

    private func scan(
        _ bytes: UnsafeBufferPointer<UInt8>,
        firstScalar: Int,
        tells: Telling = .spans
    ) -> BoundaryScanner {
        var scanner = BoundaryScanner(
            UTF8Text(bytes),
            rules: rules,
            newlines: newlines,
            usesModel: usesModel,
            firstScalar: firstScalar,
            tells: tells
        )
        scanner.run()
        return scanner
    }
}
