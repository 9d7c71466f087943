import Foundation
import JSON

/// Articles made for this, no two alike, with names, quotations and stances in them: most from 300 bytes to 4 KiB, one of
/// fifty up to 64 KiB.
struct Corpus {
    struct Item {
        let number: Int
        let body: [UInt8]
        let contentBytes: Int
    }

    private static let people = [
        "Anna Brandt", "Piet Kovacs", "Mara Ellison", "Tomas Bredahl", "Ilse Maroun", "Jonas Adeyemi", "Rhea Castell",
    ]
    private static let verbs = ["praised", "condemned", "defended", "mocked", "supported", "attacked", "visited"]
    private static let things = [
        "the new bridge", "a shameful waste of money", "the excellent harbour plan", "the terrible dam treaty",
        "the council's brave decision", "the corrupt water ministry",
    ]

    private var random: Random
    private var count = 0

    init(seed: UInt64) { random = Random(seed: seed) }

    mutating func next() -> Item {
        count += 1
        let largest = random.happens(0.02) ? 65_536 : 4_096
        // Sizes are spread evenly over their logarithm, so that small and large ones both come often.
        let size = 300 * pow(Double(largest) / 300, Double.random(in: 0...1, using: &random))
        var text = "Report \(count) of \(person())\n\n"
        while Double(text.utf8.count) < size {
            text +=
                "\(person()) \(pick(Self.verbs)) \(pick(Self.things)) in district \(Int.random(in: 1...999, using: &random)). "
            text += "“\(person()) is wrong about \(pick(Self.things)),” said \(person()). "
            if random.happens(0.3) { text += "\n\n" }
        }
        text += "\n\n\(Self.mark(count))\n"
        let submission: JSON = [
            "content": JSON(text), "content_type": "text/plain", "title": JSON("Report \(count)"),
            "chaos_number": JSON(count),
        ]
        return Item(number: count, body: submission.encoded(), contentBytes: text.utf8.count)
    }

    /// The last sentence of article `number`: where it is missing, the text was cut.
    static func mark(_ number: Int) -> String { "This was report \(number)." }

    private mutating func person() -> String { pick(Self.people) }

    private mutating func pick(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
}
