import Article
import Segmentation

extension Door {
    /// The segmenter, for each meaning of a line break; the first byte chooses the language.
    package static let sentences = Door("sentences", longest: 8_000) { bytes throws(BrokenRule) in
        let languages: [String?] = ["en", nil, "de", "fr", "ja", "x"]
        let language = languages[Int(bytes.first ?? 0) % languages.count]
        let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
        let scalars = Array(text.unicodeScalars)
        for newlines in SentenceSegmenter.Newlines.allCases {
            let segmenter = SentenceSegmenter(language: language, newlines: newlines)
            let spans = segmenter.segment(text)
            try expectOrdered(spans, in: scalars)
            let ends = segmenter.explain(text).filter(\.endsSentence).map(\.offset)
            try require(ends == spans.map(\.end), "the ends that are explained are not those of the sentences")
            // Bytes that are not UTF-8 do no harm, whatever a scalar among them may be.
            let raw = segmenter.segment(bytes.span)
            try require(zip(raw, raw.dropFirst()).allSatisfy { $0.end <= $1.start }, "sentences of bytes overlap")
        }
    }

    /// The spans follow one another, have no white space at their ends, and none has anything else outside.
    private static func expectOrdered(_ spans: [ScalarSpan], in scalars: [Unicode.Scalar]) throws(BrokenRule) {
        var last = 0
        for span in spans {
            try require(span.start >= last && !span.isEmpty && span.end <= scalars.count, "\(span) is out of order")
            let hasSpace = isWhiteSpace(scalars[span.start]) || isWhiteSpace(scalars[span.end - 1])
            try require(!hasSpace, "white space at an end of \(span)")
            try require(scalars[last..<span.start].allSatisfy(isWhiteSpace), "text before \(span) is in no sentence")
            last = span.end
        }
        try require(scalars[last...].allSatisfy(isWhiteSpace), "text at the end is in no sentence")
    }

    /// White space as the segmenter has it: Unicode's, and the four separators of ASCII.
    private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
    }
}
