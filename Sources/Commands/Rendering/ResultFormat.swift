internal import ArgumentParser

/// The forms in which results are printed.
package enum ResultFormat: String, Hashable, Sendable, CaseIterable, ExpressibleByArgument {
    /// For people: the head, a summary, and the body sentence by sentence.
    case text
    /// One article as an object over many lines, several as an array of them.
    case json
    /// One article a line.
    case jsonl
    /// RFC 4180, one stance a row.
    case csv
}
