import Article
import Documents
import JSON
import Pipeline
import Stance
import Testing
import Wire

struct AnalysisTests {
    private let submission = Submission(
        content:
            "A Plan Nobody Needs\n\nMayor Ann Smith praised the harbour plan warmly. Bob Jones called it a disgrace.\n",
        contentType: "text/plain",
        key: "k1"
    )

    @Test func `all stages add their part and sign it`() throws {
        let article = try Analysis().article(of: submission)
        #expect(article.provenance.map(\.stage) == ["ingest", "segment", "stance"])
        #expect(article.provenance.allSatisfy { $0.software == Software.name && $0.model != nil })
        #expect(article.sentences?.isEmpty == false)
        #expect(article.stances?.isEmpty == false)
        #expect(try Article(encoded: article.encoded()) == article)
    }

    @Test func `the id is the one that the queue derives, unless one is given`() throws {
        let derived = ArticleID(deriving: submission.json.encoded(), key: "k1").description
        #expect(try Analysis().article(of: submission).id == derived)
        #expect(try Analysis().extract(submission).id == derived)
        #expect(try Analysis().article(of: submission, id: "mine").id == "mine")
    }

    @Test func `an error names the stage`() throws {
        let error = #expect(throws: AnalysisError.self) {
            try Analysis().article(of: Submission(content: " \n", contentType: "text/plain"))
        }
        #expect(error?.stage == "ingest")
        #expect(error?.error.code == "empty")
        #expect(error?.description.hasPrefix("ingest: empty: ") == true)
    }

    @Test func `a catalogue that is not there is told from one that is wrong`() throws {
        let error = #expect(throws: CatalogFileError.self) { try TargetCatalog.load(paths: ["/none/targets.yaml"]) }
        #expect(error?.code == .notFound)
        #expect(error?.description == "/none/targets.yaml: no such file or folder; check the path")
    }
}
