import JSON
import Testing

@testable import Evaluation

struct AskCheckTests {
    @Test(arguments: [
        "Sign up for The Ledger, our letter on money.", "Please donate.", "Follow us for more!",
        "If you value this work, become a member of The Meridian Review.",
        "Have a story? Get in touch with our newsroom.",
    ])
    func `a paragraph that asks for something is told`(text: String) { #expect(AskCheck.isAsk(text)) }

    @Test(arguments: [
        "The minister signed up to the accord.", "The party's donors gave less.", "She follows the council closely.",
        "",
        "Subscribe. " + String(repeating: "The council met again on Monday. ", count: 20),
    ])
    func `other paragraphs are not`(text: String) { #expect(!AskCheck.isAsk(text)) }

    @Test func `an ask counts where it is in the body and gold has it not`() throws {
        let gold = try ExtractionGold(json: [
            "html": "",
            "paragraphs": [["text": "The bridge opened."], ["text": "Please donate blood.", "optional": true]],
        ])
        let prediction = ["The bridge opened.", "Please donate blood.", "Subscribe to our letter."]
        let score = ExtractionScore(
            gold: gold,
            predicted: .init(title: nil, subtitle: nil, authors: [], date: nil, paragraphs: prediction)
        )
        #expect(score.asks == ["Subscribe to our letter."])
        #expect(score.hasAsks == 1)
    }
}
