package import JSON

/// Makes JSON values of every kind, with the texts and numbers that readers get wrong.
package struct RandomJSON<Generator: RandomNumberGenerator> {
    package var generator: Generator

    package init(_ generator: Generator) { self.generator = generator }

    private static var scalars: [Unicode.Scalar] {
        [
            "a", "Z", "0", " ", "\"", "\\", "/", "\u{0}", "\u{8}", "\t", "\n", "\r", "\u{1F}", "\u{7F}", "\u{80}", "é",
            "\u{301}", "\u{7FF}", "\u{800}", "\u{2028}", "\u{D7FF}", "\u{E000}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}",
            "\u{10000}", "👍", "\u{10FFFF}",
        ]
    }

    private static var doubles: [Double] {
        [
            0.1, -0.5, 1e-7, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -1.25e300, 1e15, 1e16, 123_456_789.125,
            2.0 / 3,
        ]
    }

    /// A value with at most `depth` levels of nesting.
    package mutating func value(depth: Int) -> JSON {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &generator) {
        case 0: .null
        case 1: .bool(Bool.random(using: &generator))
        case 2: JSON(Int.random(in: .min ... .max, using: &generator))
        case 3: JSON(Self.doubles.randomElement(using: &generator)!)
        case 4, 5: .string(text())
        case 6: .array((0..<Int.random(in: 0...4, using: &generator)).map { _ in value(depth: depth - 1) })
        default: .object(object(depth: depth - 1))
        }
    }

    /// An object whose values have at most `depth` levels of nesting.
    package mutating func object(depth: Int) -> JSONObject {
        var members = JSONObject()
        for _ in 0..<Int.random(in: 0...4, using: &generator) { members[text()] = value(depth: depth) }
        return members
    }

    package mutating func text() -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...8, using: &generator) {
            text.append(Self.scalars.randomElement(using: &generator)!)
        }
        return String(text)
    }
}
