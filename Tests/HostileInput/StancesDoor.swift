import Article
import Ingest
import Segmentation
import Stance

extension Door {
    /// The three stages in a row on plain text, with targets of a researcher.
    package static let stances = Door("stances", longest: 4_000) { bytes throws(BrokenRule) in
        let submission = Submission(content: String(decoding: bytes, as: UTF8.self), contentType: "text/plain")
        guard let ingested = try? Ingest().article(from: submission, id: "fuzz") else { return }
        let article: Article
        do throws(StageError) {
            article = try stage.process(try SegmentStage().process(ingested))
        } catch { throw BrokenRule("an article of ingest is refused: \(error)") }
        try expectBlocksCoverText(article)
        try expectSentencesInBlocks(article)
        try expectStancesInSentences(article)
        try expectReadBack(article)
    }

    private static let stage = StanceStage(
        catalog: TargetCatalog([
            .init(name: "sanctions", kind: "issue", aliases: ["the sanctions", "economic sanctions"]),
            .init(name: "Basin Court", kind: "organization", aliases: ["Court"]),
        ])
    )
}
