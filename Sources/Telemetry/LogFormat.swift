/// How a log line is written.
package enum LogFormat: String, Sendable, CaseIterable {
    /// Structured text for people: `time level logger: message key=value …`.
    case text
    /// One JSON object a line, for machines.
    case json
}
