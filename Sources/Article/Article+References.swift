internal import JSON

extension Article {
    /// A document from another program may hold spans, indices and ids that point nowhere; no stage should have to ask.
    ///
    /// - Throws: ``JSONError`` with the path of the first that does.
    func checkReferences() throws(JSONError) {
        try checkSpans()
        for (index, sentence) in (sentences ?? []).enumerated() where sentence.block >= (blocks?.count ?? 0) {
            throw JSONError("there is no block \(sentence.block)", path: ["sentences[\(index)]", "block"])
        }
        let known = Set((targets ?? []).lazy.map(\.id))
        for (index, stance) in (stances ?? []).enumerated() {
            try check(stance.sentence, ["stances[\(index)]", "sentence"])
            try check(stance.target, in: known, ["stances[\(index)]", "target"])
        }
        for (index, line) in (summary ?? []).enumerated() {
            try check(line.target, in: known, ["summary[\(index)]", "target"])
            for (place, sentence) in line.sentences.enumerated() {
                try check(sentence, ["summary[\(index)]", "sentences[\(place)]"])
            }
        }
    }

    private func checkSpans() throws(JSONError) {
        let count = text.unicodeScalars.count
        func check(_ span: ScalarSpan?, _ path: String...) throws(JSONError) {
            guard let span, span.end > count else { return }
            throw JSONError("the span ends after the text, which has \(count) scalars", path: path)
        }
        for (index, block) in (blocks ?? []).enumerated() { try check(block.span, "blocks[\(index)]") }
        for (index, sentence) in (sentences ?? []).enumerated() { try check(sentence.span, "sentences[\(index)]") }
        for (index, attribution) in (attributions ?? []).enumerated() {
            try check(attribution.span, "attributions[\(index)]")
            try check(attribution.cue, "attributions[\(index)]", "cue")
            try check(attribution.speaker?.span, "attributions[\(index)]", "speaker")
        }
        for (index, stance) in (stances ?? []).enumerated() { try check(stance.span, "stances[\(index)]") }
    }

    private func check(_ sentence: Int, _ path: [String]) throws(JSONError) {
        guard sentence >= (sentences?.count ?? 0) else { return }
        throw JSONError("there is no sentence \(sentence)", path: path)
    }

    private func check(_ target: String, in known: Set<String>, _ path: [String]) throws(JSONError) {
        guard !known.contains(target) else { return }
        throw JSONError("there is no target of this id", path: path)
    }
}
