import Testing

@testable import Inference

@Suite struct StanceModelTests {
    private static let text = Array("Anna praised the new dams, the town was bad, a b unwanted dam.".unicodeScalars)
    private static let targets = [0..<4, 13..<25, 31..<35, 57..<60]
    /// The same in the vocabulary of ``TinyModel``, and the targets' tokens.
    private static let ids = [2, 4, 5, 6, 10, 7, 11, 16, 6, 13, 14, 8, 16, 21, 22, 17, 18, 19, 7, 15, 3]
    private static let tokens = [1..<2, 3..<7, 9..<10, 18..<19]

    private static func expect(_ found: [StanceProbabilities], near expected: [[Double]]) {
        #expect(found.count == expected.count)
        for (found, expected) in zip(found, expected) {
            // A value on the edge of two steps of 8 bits may fall to either side.
            #expect(abs(found.against - expected[0]) < 0.005, "\(found) is not \(expected)")
            #expect(abs(found.neutral - expected[1]) < 0.005, "\(found) is not \(expected)")
            #expect(abs(found.favor - expected[2]) < 0.005, "\(found) is not \(expected)")
        }
    }

    @Test(arguments: [ModelDescription.Architecture.bert, .mpnet], [ModelDescription.Head.pooled, .asked])
    func `answers are those of the plain arithmetic, whatever instructions are used`(
        _ architecture: ModelDescription.Architecture,
        _ head: ModelDescription.Head
    ) throws {
        let tiny = TinyModel(architecture, head)
        let expected = PlainModel(tiny).probabilities(ids: Self.ids, sentence: 1..<20, targets: Self.tokens)
        // Answers that are all alike would show nothing.
        #expect(Set(expected.map { $0.map { Int($0 * 20) } }).count > 1)
        for level in KernelLevel.available {
            let question = StanceQuestion(Self.text.indices, targets: Self.targets)
            Self.expect(try tiny.load(level).answer([question], of: Self.text)[0], near: expected)
        }
    }

    @Test func `the sentence before is read where the model wants it`() throws {
        let text = Array("Good town. Anna was bad.".unicodeScalars)
        let question = StanceQuestion(11..<24, previous: 0..<10, targets: [11..<15])
        let tiny = TinyModel(.mpnet, .asked, context: .previous)
        let ids = [2, 9, 13, 15, 3, 4, 14, 8, 15, 3]
        let expected = PlainModel(tiny).probabilities(ids: ids, sentence: 5..<9, targets: [5..<6])
        Self.expect(try tiny.load().answer([question], of: text)[0], near: expected)
        var without = question
        without.previous = nil
        let alone = PlainModel(tiny).probabilities(ids: [2] + ids[5...], sentence: 1..<5, targets: [1..<2])
        Self.expect(try tiny.load().answer([without], of: text)[0], near: alone)
        #expect(abs(expected[0][0] - alone[0][0]) > 0.01)
    }

    @Test func `many sentences are answered as each by itself`() throws {
        let model = try TinyModel(maximumTokens: 64).load()
        var text: [Unicode.Scalar] = []
        var questions: [StanceQuestion] = []
        var random = Random(state: 5)
        for _ in 0..<120 {
            let start = text.count
            let words = (0..<1 + Int(random.next() % 30)).map { _ in TinyModel.words[4 + Int(random.next() % 12)] }
            text += words.joined(separator: " ").unicodeScalars
            let targets = (0..<Int(random.next() % 4)).map { _ in start..<start + words[0].count }
            questions.append(StanceQuestion(start..<text.count, targets: targets))
            text.append("\n")
        }
        let together = model.answer(questions, of: text)
        #expect(together.map(\.count) == questions.map(\.targets.count))
        for (question, answers) in zip(questions, together) {
            let alone = model.answer([question], of: text)[0]
            for (left, right) in zip(answers, alone) { #expect(abs(left.favor - right.favor) < 1e-4) }
        }
    }

    @Test func `a sentence longer than the model is read around each target`() throws {
        let model = try TinyModel(maximumTokens: 32).load()
        let filler = Array(repeating: "the new town was good,", count: 40).joined(separator: " ")
        let text = Array("Anna praised \(filler) bad dam.".unicodeScalars)
        let near = 0..<4
        let far = text.count - 4..<text.count - 1
        let question = StanceQuestion(text.indices, targets: [far, near])
        let answers = model.answer([question], of: text)[0]
        // 30 tokens fit beside the special ones: the first and the last of the sentence.
        let tail = StanceQuestion(text.count - pieces(model, text, last: 30)..<text.count, targets: [far])
        let head = StanceQuestion(0..<pieces(model, text, first: 30), targets: [near])
        #expect(abs(answers[0].favor - model.answer([tail], of: text)[0][0].favor) < 1e-4)
        #expect(abs(answers[1].favor - model.answer([head], of: text)[0][0].favor) < 1e-4)
        #expect(abs(answers[0].favor - answers[1].favor) > 0.001)
    }

    private func pieces(_ model: StanceModel, _ text: [Unicode.Scalar], first count: Int) -> Int {
        Int(model.pieces(of: text)[count - 1].end)
    }

    private func pieces(_ model: StanceModel, _ text: [Unicode.Scalar], last count: Int) -> Int {
        text.count - Int(model.pieces(of: text).suffix(count)[0 + model.pieces(of: text).count - count].start)
    }

    @Test func `a target that no token covers is answered all the same`() throws {
        let model = try TinyModel().load()
        let text = Array("   \u{200B} Anna".unicodeScalars)
        #expect(model.answer([StanceQuestion(0..<4, targets: [3..<4])], of: text)[0].count == 1)
        let answers = model.answer([StanceQuestion(0..<9, targets: [3..<4, 5..<9])], of: text)[0]
        #expect(answers[0] == answers[1])
        #expect(abs(answers[0].against + answers[0].neutral + answers[0].favor - 1) < 1e-9)
    }

    @Test func `a model in two files is the same model`() throws {
        let tiny = TinyModel()
        let question = StanceQuestion(Self.text.indices, targets: Self.targets)
        let expected = try tiny.load().answer([question], of: Self.text)
        try TemporaryFolder.with { folder in
            let first = try folder.write(
                "t-00001-of-00002.safetensors",
                tiny.file({ !$0.hasPrefix("layer") }, shard: "1/2")
            )
            _ = try folder.write("t-00002-of-00002.safetensors", tiny.file({ $0.hasPrefix("layer") }, shard: "2/2"))
            #expect(try StanceModel(path: first).answer([question], of: Self.text) == expected)
        }
    }
}
