internal import Foundation
internal import JSON

/// A dead letter in words.
enum DeadLetterText {
    /// What it is, why it was given up, and where, how often, by whom and when it was tried.
    static func line(_ letter: JSON) -> String {
        func text(_ key: String) -> String { letter[key]?.string ?? "" }
        let name = letter["key"]?.string.map { " (\($0))" } ?? ""
        var facts = ["stage \(text("stage"))", "tries \(letter["attempts"]?.int ?? 0)"]
        if let worker = letter["worker"]?.string { facts.append("worker \(worker)") }
        if let ended = letter["ended_ms"]?.int { facts.append(time(ended)) }
        return "\(text("id"))\(name): \(text("code")): \(text("reason")) [\(facts.joined(separator: ", "))]"
    }

    /// ISO 8601, in UTC, to the second.
    private static func time(_ milliseconds: Int) -> String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1_000).formatted(.iso8601)
    }
}
