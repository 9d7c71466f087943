/// What the holder of a key may do (docs/protocol.md, Authority): one role, or several at once.
package struct Roles: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Takes tasks and answers them.
    package static let worker = Roles(rawValue: 1)
    /// Hands in articles, asks after them, retries and drops dead letters.
    package static let client = Roles(rawValue: 2)
    /// Asks, and changes nothing.
    package static let observer = Roles(rawValue: 4)

    /// Those of whoever may connect where no keys are demanded.
    package static let all: Roles = [.worker, .client, .observer]

    private static let names: [(name: String, role: Roles)] = [
        ("worker", .worker), ("client", .client), ("observer", .observer),
    ]

    /// The names as a sentence has them, for messages.
    package static let choices = "worker, client or observer"

    /// Reads a name, or several with commas between them: `worker`, `worker,client`.
    ///
    /// `nil` where there is none, or one that is unknown or there twice.
    package init?(_ text: some StringProtocol) {
        self = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let role = Self.names.first(where: { $0.name == part })?.role, insert(role).inserted else {
                return nil
            }
        }
    }
}

extension Roles: CustomStringConvertible {
    /// The names, with commas between them; ``init(_:)`` reads them.
    package var description: String {
        Self.names.filter { contains($0.role) }.map(\.name).joined(separator: ",")
    }
}

extension Roles {
    /// Whether a sender with these roles may say it.
    ///
    /// What only the queue says is allowed to every role here: it is refused as what it is, out of place.
    package func allow(_ header: Header) -> Bool {
        let able: Roles =
            switch header {
            case .hello, .done, .fail, .bye: .worker
            case .ping, .pong: .all
            case .submit: .client
            case .query(let query):
                switch query.what {
                case .retry, .drop: .client
                case .status, .results, .article, .dead, .audit: [.client, .observer]
                }
            case .welcome, .task, .drain, .accepted, .busy, .answer, .refused: .all
            }
        return !isDisjoint(with: able)
    }
}

extension Header {
    /// What it is about, in a word or two, such as `submit` or `query retry`.
    package var subject: String {
        switch self {
        case .hello: "hello"
        case .welcome: "welcome"
        case .task: "task"
        case .done: "done"
        case .fail: "fail"
        case .ping: "ping"
        case .pong: "pong"
        case .drain: "drain"
        case .bye: "bye"
        case .submit: "submit"
        case .accepted: "accepted"
        case .busy: "busy"
        case .query(let query): "query \(query.what.rawValue)"
        case .answer: "answer"
        case .refused: "refused"
        }
    }

    /// The number by which a client knows the answer to its request.
    package var requestNumber: Int? {
        switch self {
        case .submit(let submit): submit.n
        case .query(let query): query.n
        default: nil
        }
    }
}
