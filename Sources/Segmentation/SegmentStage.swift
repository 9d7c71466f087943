package import Article

/// The second stage: adds the sentences of the blocks that the author wrote to be read.
package struct SegmentStage: Stage {
    package let name = "segment"
    package let model: String? = "rules-and-logistic-4"

    package init() {}

    /// Cuts the title, the subtitle and the blocks of the body; a sentence never crosses a block.
    ///
    /// - Throws: ``StageError`` where the article has no blocks, because ingest has not seen it yet, or blocks that
    ///   overlap.
    package func process(_ article: Article) throws(StageError) -> Article {
        guard let blocks = article.blocks else {
            throw StageError(
                code: "no_blocks",
                reason: "the article has no blocks to segment; run the ingest stage on it first"
            )
        }
        let segmented = blocks.indices.filter { blocks[$0].kind.isSegmented }
            .sorted { blocks[$0].span < blocks[$1].span }
        // Also keeps the work linear: many blocks over the same text would be many times the text.
        for (left, right) in zip(segmented, segmented.dropFirst())
        where blocks[right].span.start < blocks[left].span.end {
            throw StageError(
                code: "blocks_overlap",
                reason: "blocks \(left) and \(right) overlap; every part of the text must be in one block only"
            )
        }
        var article = article
        let segmenter = SentenceSegmenter(language: article.language, newlines: .soft)
        article.sentences = Self.sentences(of: segmented, among: blocks, in: article.text, segmenter)
        // What a later stage said of the sentences before points at these by their old indices.
        article.stances = nil
        article.summary = nil
        return article
    }

    /// - Parameter indices: of the blocks to segment, in the order of the text.
    private static func sentences(
        of indices: [Int],
        among blocks: [Article.Block],
        in text: String,
        _ segmenter: SentenceSegmenter
    ) -> [Article.Sentence] {
        var text = text
        return text.withUTF8 { bytes in
            var sentences: [Article.Sentence] = []
            var cursor = ScalarCursor(bytes)
            for index in indices {
                let span = blocks[index].span
                let start = cursor.byte(of: span.start)
                let part = bytes.span.extracting(start..<cursor.byte(of: span.end))
                sentences += segmenter.segment(part, firstScalar: span.start).map { Article.Sentence($0, block: index) }
            }
            return sentences
        }
    }
}

/// Finds byte offsets of scalar offsets that are asked for in ascending order, in one walk.
private struct ScalarCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var byte = 0
    private var scalar = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The byte offset of `offset`, or the end where the text is shorter.
    mutating func byte(of offset: Int) -> Int {
        while scalar < offset && byte < bytes.count {
            byte += 1
            while byte < bytes.count && bytes[byte] & 0xC0 == 0x80 { byte += 1 }
            scalar += 1
        }
        return byte
    }
}
