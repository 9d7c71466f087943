import Article
import JSON
import Segmentation
import Stance

extension Door {
    /// The article document, which may come from a stage in another language.
    ///
    /// JSON that is read is written, and read again, the same; so is an article, and what the later stages make of it.
    package static let document = Door("document", longest: 8_000) { bytes throws(BrokenRule) in
        let json: JSON
        do throws(JSONError) { json = try JSONReader.read(bytes) } catch {
            let offset = error.offset ?? -1
            try require((0...bytes.count).contains(offset), "the fault's offset is \(offset) of \(bytes.count)")
            return
        }
        try expectStable(json)
        // Whether it is a submission does not matter, only that asking does no harm.
        _ = try? Submission(json: json)
        guard let article = try? Article(json: json) else { return }
        try expectReadBack(article)
        guard let segmented = try? SegmentStage().process(article) else { return }
        try expectReadBack(segmented)
        guard let result = try? StanceStage().process(segmented) else { return }
        try expectReadBack(result)
    }

    private static func expectStable(_ json: JSON) throws(BrokenRule) {
        for style in [JSONWriter.Style.compact, .pretty] {
            let again: JSON
            do throws(JSONError) { again = try JSONReader.read(json.encoded(style)) } catch {
                throw BrokenRule("what was written is refused: \(error)")
            }
            try require(again == json, "read again, the JSON differs")
        }
    }
}

/// An article is written and read the same, and so passes the checks of the next reader.
func expectReadBack(_ article: Article) throws(BrokenRule) {
    let bytes = article.encoded()
    let again: Article
    do throws(JSONError) { again = try Article(encoded: bytes) } catch {
        throw BrokenRule("the article that was written is refused: \(error)")
    }
    var written = article
    // It has no place in the JSON.
    written.note = nil
    try require(again == written, "read again, the article differs")
    try require(again.encoded() == bytes, "written again, the article differs")
}
