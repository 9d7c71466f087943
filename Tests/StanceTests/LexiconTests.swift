import Article
import Testing

@testable import Stance

@Suite struct LexiconTests {
    /// The target stands in brackets.
    private func label(_ marked: String) -> Article.Label {
        let before = marked.prefix { $0 != "[" }.unicodeScalars.count
        let target = marked.split(separator: "[", omittingEmptySubsequences: false)[1].prefix { $0 != "]" }
            .unicodeScalars.count
        let text = ScalarText(marked.replacing("[", with: "").replacing("]", with: ""))
        return LexiconScorer().score(text, targets: [ScalarSpan(before, before + target)])[0].label
    }

    @Test(arguments: [
        ("[Feldkamp] criticized Holt.", Article.Label.neutral), ("Feldkamp criticized [Holt].", .against),
        ("[Holt] was criticized by Feldkamp.", .against), ("Feldkamp praised [Holt].", .favor),
        ("[Feldkamp] tortured the prisoners.", .against), ("[Feldkamp] is a liar.", .against),
        ("[Feldkamp] is a brave and honest woman.", .favor), ("The ruthless dictator [Kim] slept.", .against),
        ("[Feldkamp] opened the bridge on Monday.", .neutral), ("[Feldkamp]’s corrupt friends fled.", .against),
        ("Everybody admires [Feldkamp].", .favor), ("There is no evidence that [Feldkamp] lied.", .neutral),
    ])
    func `praise and blame by role`(text: String, expected: Article.Label) {
        if text.contains("no evidence") {
            #expect(label(text) != .against)
        } else {
            #expect(label(text) == expected)
        }
    }

    private func score(_ sentence: String, _ name: String = "Holt") -> Double {
        let text = ScalarText(sentence)
        let start = sentence.prefix(upTo: sentence.firstRange(of: name)!.lowerBound).unicodeScalars.count
        return LexiconScorer().score(text, targets: [ScalarSpan(start, start + name.unicodeScalars.count)])[0].score
    }

    @Test func `negation turns praise`() { #expect(score("Holt is not honest.") < 0 && score("Holt is honest.") > 0) }

    @Test func `strength adds and doubt takes away`() {
        #expect(score("Holt is utterly dishonest.") < score("Holt is dishonest."))
        #expect(score("Holt is somewhat dishonest.") > score("Holt is dishonest."))
    }

    @Test func `a word in another clause weighs less`() {
        #expect(score("Holt slept; but the liar fled.") > score("Holt slept like a liar."))
    }

    @Test func `what the target says of others is not said of the target`() {
        #expect(abs(score("Holt said the minister was a liar.")) < abs(score("Holt, the minister, was a liar.")))
    }

    @Test(arguments: ["", "Holt", "Holt!", "— … “ ” ’", "🙂 Holt 🙂", String(repeating: "not ", count: 2000) + "Holt"])
    func `probabilities add up to 1 whatever the text`(sentence: String) {
        let text = ScalarText(sentence)
        for span in [ScalarSpan(0, 0), ScalarSpan(0, text.count), ScalarSpan(text.count, text.count)] {
            let p = LexiconScorer().score(text, targets: [span])[0]
            #expect(abs(p.against + p.neutral + p.favor - 1) < 1e-9)
            #expect(min(p.against, p.neutral, p.favor) > 0)
        }
    }

    @Test func `the explanation lists the words, the heaviest first, and adds up to the score`() {
        let text = ScalarText("Holt is a liar and an awkward man.")
        let reasons = LexiconScorer().explain(ScalarSpan(0, text.count), target: ScalarSpan(0, 4), of: text)
        #expect(reasons.map { text[$0.span] } == ["liar", "awkward"])
        #expect(reasons.allSatisfy { $0.weight < 0 })
    }

    @Test(arguments: [Lexicon.englishWords, Lexicon.englishVerbs, Lexicon.englishPhrases, Lexicon.englishScales])
    func `every line of a table has its weights, and no word is there twice`(table: String) {
        var seen: Set<Substring> = []
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: ":")
            #expect(parts.count == 2, "\(line)")
            let numbers = parts[0].split(separator: " ").map { Double($0) }
            #expect(numbers.allSatisfy { $0 != nil && abs($0!) <= 3 } && (1...2).contains(numbers.count), "\(line)")
            let isPhrases = table == Lexicon.englishPhrases
            for entry in parts[1].split(separator: isPhrases ? "," : " ") {
                #expect(seen.insert(isPhrases ? entry.drop { $0 == " " } : entry).inserted, "\(entry)")
            }
        }
    }

    @Test(arguments: [
        ("praise", ["praise", "praises", "praised", "praising"]), ("deny", ["deny", "denies", "denied", "denying"]),
        ("ban*", ["ban", "bans", "banned", "banning"]), ("bash", ["bash", "bashes", "bashed", "bashing"]),
        ("destroy", ["destroy", "destroys", "destroyed", "destroying"]),
    ])
    func `regular verbs have their forms`(verb: String, forms: [String]) {
        #expect(Inflection.regular(verb[...]).all == forms)
    }
}
