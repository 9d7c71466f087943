import Article
import Testing

@testable import Stance

/// Who is told to be for or against whom, where nobody's words are reported.
@Suite struct ActTests {
    @Test(arguments: [
        ("Nora Feldkamp accused Paul Adler of neglect.", "Nora Feldkamp"),
        ("Nora Feldkamp has long and openly criticised Paul Adler.", "Nora Feldkamp"),
        ("Nora Feldkamp is continuing to hammer Paul Adler over the bridge.", "Nora Feldkamp"),
        ("Nora Feldkamp lashed out at Paul Adler.", "Nora Feldkamp"),
        ("Nora Feldkamp, who once admired Paul Adler, left.", "Nora Feldkamp"),
        ("Nora Feldkamp came to the defence of Paul Adler.", "Nora Feldkamp"),
        ("Nora Feldkamp wept, scolding Paul Adler.", "Nora Feldkamp"),
        ("Paul Adler was thanked warmly by Nora Feldkamp.", "Nora Feldkamp"),
        ("Two guards taunted Paul Adler.", "somebody"),
        ("Nora Feldkamp said that Anna Holt adored Paul Adler.", "Anna Holt"),
        ("Nora Feldkamp accused the mayor of neglect, but Paul Adler slept.", "author"),
        ("Nora Feldkamp scolded the guards, and Paul Adler slept.", "author"),
        ("Voters should reject Paul Adler.", "author"), ("Nobody taunted Paul Adler.", "author"),
        ("It is hard to admire Paul Adler.", "author"), ("I admire Paul Adler.", "author"),
        ("Paul Adler was scolded.", "author"), ("The scold and Paul Adler slept.", "author"),
        ("The taunt of Paul Adler was old.", "author"),
    ])
    func `the object of a stance is its subject's`(sentence: String, holder: String) throws {
        let written = WrittenArticle([["Nora Feldkamp and Anna Holt met Paul Adler."], [sentence]])
        let article = try StanceStage(scorer: NeutralScorer()).process(written.article)
        let stance = try #require(article.stances?.last { $0.sentence == 1 && article.words($0.span) == "Paul Adler" })
        switch stance.holder {
        case .author: #expect(holder == "author")
        case .quoted(let name): #expect(name ?? "somebody" == holder)
        }
        let feldkamp = article.stances?.filter { article.words($0.span) == "Nora Feldkamp" }
        #expect(feldkamp?.allSatisfy { $0.holder == .author } ?? false)
    }
}
