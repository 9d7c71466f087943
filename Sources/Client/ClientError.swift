internal import Wire

/// Why a request to the queue came to nothing.
package struct ClientError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Hashable, Sendable {
        /// No answer in time: nobody serves there, or the queue is stuck.
        case noAnswer = "no_answer"
        /// The queue refused.
        case refused
        /// The answer makes no sense.
        case badAnswer = "bad_answer"
    }

    package var code: Code
    package var reason: String

    package init(code: Code, reason: String) {
        self.code = code
        self.reason = reason
    }

    init(_ refusal: Refusal) {
        self.init(code: .refused, reason: "the queue refused: \(refusal.reason) (\(refusal.code))")
    }

    package var description: String { reason }
}
